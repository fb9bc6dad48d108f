import { randomUUID } from 'node:crypto'
import type { MatchWeights } from '#shared/recommendations.ts'
import type { MatchingService, MatchJob, ReadOptions } from '../jobs/match/matching.service.ts'
import { type CoarseAsk, type CoarseBest, coarseSteps } from './coarse.ts'
import { coarsePlan, tokensOf } from './coarse-plan.ts'
import { concernsOf } from './concerns.ts'
import type { FactorReadings, MatchContext } from './factors/factor.ts'
import { readFactors } from './factors/factors.ts'
import { createKeptJobs } from './kept-jobs.ts'
import { createNearCities } from './near-cities.ts'
import { type FactorValues, valuesOf } from './score.ts'
import type { ScoresRepo, StandingScores } from './scores/scores.repo.ts'
import type { Seeker } from './seeker.ts'

/** Jobs that are compared exactly: some times what a list shows. */
const SHORTLIST_JOBS = 1200
/** Scores know no concerns: so many shortlists of the best are looked through for so many jobs that nothing speaks against. */
const SCORED_SHORTLISTS = 3
const UNCONCERNED_LEAST = 400

/** A job with all that its place in a list needs, but for the weights. */
export interface Candidate {
  readonly job: MatchJob
  readonly readings: FactorReadings
  readonly values: FactorValues
  readonly concerns: readonly string[]
}

/** `id` names the lists that are made from it. */
export interface Shortlist {
  readonly id: string
  readonly candidates: readonly Candidate[]
  readonly considered: number
  readonly computedAt: number
}

export interface Comparing {
  readonly seeker: Seeker
  readonly context: MatchContext
}

/** What of a job somebody has to know. Pure. */
export function readingFor({ profile }: Seeker): ReadOptions {
  return { withRegisters: profile.needsSponsorship }
}

/** The job compared exactly. Pure. */
export function candidateOf(job: MatchJob, { seeker, context }: Comparing): Candidate {
  const readings = readFactors(seeker, job, context)
  return { job, readings, values: valuesOf(readings), concerns: concernsOf(seeker, job) }
}

export interface RankingOptions {
  readonly matching: Pick<MatchingService, 'columns' | 'tokenColumns' | 'hiddenIds' | 'read' | 'version'>
  readonly scores: Pick<ScoresRepo, 'best'>
}

export interface Ranking {
  /** The best open jobs by what the index knows. */
  readonly coarse: (ask: Ask & Pick<CoarseAsk, 'leftOut' | 'count'>) => Generator<undefined, CoarseBest>
  /** The best open jobs in two stages: all by what the index knows, the best of them by their facts. Hidden jobs are left out. */
  readonly shortlist: (ask: Ask) => Generator<undefined, Shortlist>
  /** The same out of scores that were kept, which may be of jobs of another time. */
  readonly ofScores: (ask: Comparing, kept: StandingScores) => Generator<undefined, Shortlist>
}

type Ask = Comparing & { readonly weights: MatchWeights }

/** Compared between two turns: a few milliseconds. */
const COMPARED_A_STEP = 20

/** All of it goes in steps of a few milliseconds. */
export function createRanking({ matching, scores }: RankingOptions): Ranking {
  const nearCities = createNearCities()
  const read = createKeptJobs(matching)

  function* coarse({ seeker, context, weights, ...ask }: Parameters<Ranking['coarse']>[0]) {
    const plan = coarsePlan(seeker, { weights, near: yield* nearCities(seeker) })
    const kept = matching.columns()
    const columns = kept.isReady ? kept : yield* matching.tokenColumns(tokensOf(plan))
    return yield* coarseSteps(columns, plan, { nowMs: context.nowMs, ...ask })
  }

  function* compared(ids: readonly number[], comparing: Comparing): Generator<undefined, Candidate[]> {
    const candidates: Candidate[] = []
    for (let from = 0; from < ids.length; from += COMPARED_A_STEP) {
      yield
      const jobs = read(ids.slice(from, from + COMPARED_A_STEP), readingFor(comparing.seeker))
      for (const job of jobs) if (job.closedAt === null) candidates.push(candidateOf(job, comparing))
    }
    return candidates
  }

  return {
    coarse,
    shortlist: function* shortlist(ask) {
      const best = yield* coarse({ ...ask, leftOut: matching.hiddenIds(), count: SHORTLIST_JOBS })
      const candidates = yield* compared(best.ids, ask)
      return { id: randomUUID(), candidates, considered: best.considered, computedAt: ask.context.nowMs }
    },
    ofScores: function* ofScores(comparing, { profileBasis, considered, at }) {
      const hidden = new Set(matching.hiddenIds())
      const best = scores.best(profileBasis, SHORTLIST_JOBS * SCORED_SHORTLISTS).filter((id) => !hidden.has(id))
      const candidates: Candidate[] = []
      for (let from = 0; from < best.length; from += SHORTLIST_JOBS) {
        const ids = best.slice(from, from + SHORTLIST_JOBS).toSorted((a, b) => a - b)
        candidates.push(...(yield* compared(ids, comparing)))
        if (candidates.filter(({ concerns }) => concerns.length === 0).length >= UNCONCERNED_LEAST) break
      }
      return { id: randomUUID(), candidates, considered, computedAt: at }
    },
  }
}
