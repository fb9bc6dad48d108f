import { createHash } from 'node:crypto'
import type { Profile, ProfileView } from '#shared/profile.ts'
import { MATCH_FACTORS } from '#shared/recommendations.ts'
import type { Clock } from '../../infra/time/clock.ts'
import type { MatchingService } from '../jobs/match/matching.service.ts'
import { RULES_VERSION } from './factors/factors.ts'
import type { ScoreBasis } from './scores/score-jobs.task.ts'
import { type Seeker, seekerOf } from './seeker.ts'
import type { Comparing } from './shortlist.ts'
import type { Weights } from './weights.ts'

export interface BasisOptions {
  readonly clock: Clock
  readonly matching: Pick<MatchingService, 'companyKeys' | 'version'>
  readonly profile: () => ProfileView
  readonly weights: Pick<Weights, 'effective' | 'hiddenForCompany'>
}

/** What jobs are compared with at this moment. */
export interface Basis {
  readonly comparing: () => Comparing
  /** Names everything but the jobs that a list or a score depends on. Null: the profile says nothing. */
  readonly profileBasis: () => string | null
  readonly whole: () => ScoreBasis | null
}

/** Names profile, weights, rules and jobs together. Pure. */
export function scoredBy(profileBasis: string, jobsVersion: string): string {
  return `${profileBasis} ${jobsVersion}`
}

export function createBasis({ clock, matching, profile, weights }: BasisOptions): Basis {
  let kept: { readonly profile: Profile; readonly seeker: Seeker } | null = null

  function comparing(): Comparing {
    const { profile: current } = profile()
    if (kept?.profile !== current) kept = { profile: current, seeker: seekerOf(current) }
    const unwelcomeCompanies = new Set(matching.companyKeys(weights.hiddenForCompany()))
    return { seeker: kept.seeker, context: { nowMs: clock.now(), unwelcomeCompanies } }
  }

  function profileBasis(): string | null {
    const { version, isEmpty } = profile()
    if (isEmpty) return null
    const effective = weights.effective()
    const parts = [version, RULES_VERSION, MATCH_FACTORS.map((factor) => effective[factor]), weights.hiddenForCompany()]
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
  }

  return {
    comparing,
    profileBasis,
    whole: () => {
      const named = profileBasis()
      if (named === null) return null
      const basis = scoredBy(named, matching.version())
      return { ...comparing(), weights: weights.effective(), profileBasis: named, basis }
    },
  }
}
