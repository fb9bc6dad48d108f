import { randomUUID } from 'node:crypto'
import type { MatchWeights } from '#shared/recommendations.ts'
import type { MatchingService, MatchJob, ReadOptions } from '../jobs/match/matching.service.ts'
import { coarseBest, coarsePlan } from './coarse.ts'
import { concernsOf } from './concerns.ts'
import type { FactorReadings, MatchContext } from './factors/factor.ts'
import { readFactors } from './factors/factors.ts'
import { type FactorValues, valuesOf } from './score.ts'
import type { Seeker } from './seeker.ts'

/** Jobs that are compared exactly: some times what a list shows. */
const SHORTLIST_JOBS = 1200

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

/** The best open jobs in two stages: all by what the index knows, the best of them by their facts. Hidden jobs are left out. */
export function makeShortlist(
  matching: MatchingService,
  { weights, ...comparing }: Comparing & { readonly weights: MatchWeights },
): Shortlist {
  const { seeker, context } = comparing
  const best = coarseBest(matching.columns(), coarsePlan(seeker, weights), {
    nowMs: context.nowMs,
    leftOut: matching.hiddenIds(),
    count: SHORTLIST_JOBS,
  })
  return {
    id: randomUUID(),
    candidates: matching.read(best.ids, readingFor(seeker)).map((job) => candidateOf(job, comparing)),
    considered: best.considered,
    computedAt: context.nowMs,
  }
}
