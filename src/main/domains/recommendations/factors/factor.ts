import type { MatchFactor } from '#shared/recommendations.ts'
import type { MatchJob } from '../../jobs/match/matching.service.ts'
import type { Seeker } from '../seeker.ts'

/** What stands in for a factor about which the posting or the profile says nothing: neither for nor against. */
export const NEUTRAL = 0.5

/** `value` 0 to 1; `evidence` is one plain sentence. `isKnown` false: nothing was said, and `value` is the neutral one. */
export interface FactorReading {
  readonly value: number
  readonly isKnown: boolean
  readonly evidence: string
}

export interface MatchContext {
  /** UTC epoch ms. */
  readonly nowMs: number
  /** Employers of which the user has hidden a job because of the employer, by company key. */
  readonly unwelcomeCompanies: ReadonlySet<string>
}

/** How well a job fits in one respect. Pure. */
export type Factor = (seeker: Seeker, job: MatchJob, context: MatchContext) => FactorReading

export type FactorReadings = Readonly<Record<MatchFactor, FactorReading>>

export function known(value: number, evidence: string): FactorReading {
  return { value: Math.min(1, Math.max(0, value)), isKnown: true, evidence }
}

export function unknown(evidence: string, value = NEUTRAL): FactorReading {
  return { value, isKnown: false, evidence }
}
