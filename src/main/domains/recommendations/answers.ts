import type { JobListItem } from '#shared/jobs.ts'
import type { ProfileView } from '#shared/profile.ts'
import type {
  MatchWeights,
  RecommendationList,
  RecommendationsInput,
  RecommendedJob,
  SkillGap,
} from '#shared/recommendations.ts'
import type { Clock } from '../../infra/time/clock.ts'
import { inTurns } from '../../infra/time/turns.ts'
import type { MatchingService } from '../jobs/match/matching.service.ts'
import { CONCERN_RULE } from './concerns.ts'
import type { Kept } from './kept-shortlist.ts'
import { placed, type Placed } from './placing.ts'
import { recommendedJob } from './recommended-job.ts'
import { normalisedWeights } from './score.ts'
import type { Seeker } from './seeker.ts'
import type { Candidate } from './shortlist.ts'
import { GOOD_SCORE, skillGapSteps } from './skill-gaps.ts'

export interface SkillGaps {
  readonly gaps: SkillGap[]
  readonly goodMatches: number
  readonly hints: string[]
}

export interface AnswersOptions {
  readonly clock: Clock
  readonly matching: Pick<MatchingService, 'hiddenIds' | 'items' | 'version' | 'marksVersion'>
  readonly profile: () => Pick<ProfileView, 'hints'>
  /** Null: the profile says nothing. */
  readonly current: () => Promise<Kept | null>
  readonly isFresh: (kept: Kept) => boolean
  readonly isClosing: () => boolean
}

/** What is told of the shortlist that is kept. Weights are asked for once the jobs are there. */
export interface Answers {
  readonly list: (input: RecommendationsInput, weights: () => MatchWeights) => Promise<RecommendationList>
  readonly skillGaps: (limit: number, weights: () => MatchWeights) => Promise<SkillGaps>
}

export function createAnswers(options: AnswersOptions): Answers {
  const { clock, matching, profile, current } = options
  let items: { readonly version: string; readonly byId: Map<number, JobListItem> } | null = null

  function messages(): string[] {
    return profile().hints.map(({ message }) => message)
  }

  function emptyList(weights: MatchWeights): RecommendationList {
    const hints = ['Your profile says nothing yet that jobs could be compared with.', ...messages()]
    const base = { jobs: [], total: 0, considered: 0, computedAt: clock.now(), isFresh: true, listId: 'empty' }
    return { ...base, weights, hints }
  }

  /** Without what was hidden since the list was made. */
  function visible({ shortlist }: Kept): Candidate[] {
    const hidden = new Set(matching.hiddenIds())
    return shortlist.candidates.filter(({ job }) => !hidden.has(job.id))
  }

  /** Rows of the list, read once until a job or a mark is another. */
  function itemsOf(ids: readonly number[]): ReadonlyMap<number, JobListItem> {
    const version = `${matching.version()} ${matching.marksVersion()}`
    if (items?.version !== version) items = { version, byId: new Map() }
    const { byId } = items
    for (const item of matching.items(ids.filter((id) => !byId.has(id)))) byId.set(item.id, item)
    return byId
  }

  function shown(rows: readonly Placed[], told: { weights: MatchWeights; seeker: Seeker }): RecommendedJob[] {
    const byId = itemsOf(rows.map(({ candidate }) => candidate.job.id))
    return rows.flatMap(({ candidate }) => {
      const item = byId.get(candidate.job.id)
      return item === undefined ? [] : recommendedJob(candidate, { item, ...told })
    })
  }

  function hintsOf(all: readonly Placed[], made: { kept: Kept; input: RecommendationsInput }): string[] {
    const { kept, input } = made
    const hints: string[] = []
    if (kept.shortlist.considered === 0) hints.push('There are no open jobs yet: run discovery first.')
    else if (all.length === 0)
      hints.push(`No job reaches ${input.minScore} points. Lower the least score, or say more in your profile.`)
    if (kept.shortlist.candidates.some(({ concerns }) => concerns.length > 0)) hints.push(CONCERN_RULE)
    if (all.length < input.limit) hints.push(...messages().slice(0, 1))
    return hints
  }

  return {
    list: async (input, chosen) => {
      const kept = await current()
      const weights = normalisedWeights(chosen())
      if (kept === null) return emptyList(weights)
      const { shortlist, comparing } = kept
      const all = placed(visible(kept), weights, input)
      return {
        jobs: shown(all.slice(0, input.limit), { weights, seeker: comparing.seeker }),
        total: all.length,
        considered: shortlist.considered,
        computedAt: shortlist.computedAt,
        isFresh: options.isFresh(kept),
        listId: shortlist.id,
        weights,
        hints: hintsOf(all, { kept, input }),
      }
    },
    skillGaps: async (limit, chosen) => {
      const kept = await current()
      if (kept === null) return { gaps: [], goodMatches: 0, hints: emptyList(normalisedWeights(chosen())).hints }
      const ask = { ...kept.comparing, weights: chosen(), limit }
      const found = await inTurns(skillGapSteps(visible(kept), ask), () => !options.isClosing())
      if (found === null) throw new Error('the app is closing')
      const { gaps, goodMatches } = found
      const hints = goodMatches > 0 ? [] : [`No job scores ${GOOD_SCORE} or more yet.`, ...messages().slice(0, 2)]
      return { gaps, goodMatches, hints }
    },
  }
}
