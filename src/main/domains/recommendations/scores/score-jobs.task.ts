import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import type { MatchWeights } from '#shared/recommendations.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { TaskContext, TaskHandler, TaskRunner } from '../../../infra/tasks/task.ts'
import type { MatchingService } from '../../jobs/match/matching.service.ts'
import { coarsePlan, coarseSteps } from '../coarse.ts'
import { scoreOf } from '../score.ts'
import { candidateOf, type Comparing, readingFor } from '../shortlist.ts'
import type { JobScore, ScoresRepo } from './scores.repo.ts'

export const SCORE_JOBS_TASK = 'recommendations.score-jobs'
/** `basis` once the scores are there: what they were reckoned with ('' for a profile that says nothing). */
const payloadSchema = z.object({ basis: z.string().nullable().default(null) })

/** What the scores were reckoned with; null when they never were, or are to be anew. */
export function scoredBasis(tasks: TaskRunner): string | null {
  const last = tasks.findLast(SCORE_JOBS_TASK)
  return last === null ? null : payloadSchema.parse(last.payload).basis
}

/** The best of all open jobs get a score of their own; what is worse is not looked at by it. */
const SCORED_JOBS = 20_000
/** Compared between two turns of the event loop, and written in one transaction: some ten milliseconds each. */
const COMPARED_AT_ONCE = 40
const WRITTEN_AT_ONCE = 400
const TURN_MS = 8
/** A profile that changes again and again while it is worked on is left to the next time. */
const ROUNDS_MAX = 5

/** What scores are reckoned with; `basis` names all of it: profile, weights, rules and jobs. */
export interface ScoreBasis extends Comparing {
  readonly basis: string
  readonly profileBasis: string
  readonly weights: MatchWeights
}

export interface ScoreJobsOptions {
  readonly database: Database
  readonly matching: MatchingService
  readonly scores: ScoresRepo
  /** Null: the profile says nothing that jobs could be compared with. */
  readonly basis: () => ScoreBasis | null
  readonly onDone: () => void
}

/** Scores the best jobs anew. When the profile or the weights became others meanwhile, it does so again. */
export function createScoreJobsTask(options: ScoreJobsOptions): TaskHandler {
  return {
    kind: SCORE_JOBS_TASK,
    maxAttempts: 3,
    recovery: 'resume',
    run: async (_payload, context) => {
      for (let round = 0; round < ROUNDS_MAX; round += 1) {
        const before = options.basis()
        await scoreAll(before, { options, context })
        options.onDone()
        if (before?.profileBasis === options.basis()?.profileBasis) return
      }
    },
  }
}

interface Work {
  readonly options: ScoreJobsOptions
  readonly context: TaskContext
}

/** Goes through the steps, and gives other work its turn as soon as they have taken some milliseconds. */
async function bestInTurns(steps: ReturnType<typeof coarseSteps>, { signal }: TaskContext): Promise<readonly number[]> {
  let turnBegan = performance.now()
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value.ids
    if (performance.now() - turnBegan < TURN_MS) continue
    await nextTurn()
    signal.throwIfAborted()
    turnBegan = performance.now()
  }
}

async function scoreAll(basis: ScoreBasis | null, { options, context }: Work): Promise<void> {
  const { database, matching, scores } = options
  const write = (work: () => boolean): boolean => {
    context.signal.throwIfAborted()
    return database.writeRepeatable(() => {
      context.assertLeader()
      const isMore = work()
      context.progressed()
      return isMore
    })
  }
  const at = basis?.context.nowMs ?? 0
  if (basis !== null) {
    const { seeker, weights, context: compared } = basis
    const ask = { nowMs: compared.nowMs, leftOut: [], count: SCORED_JOBS }
    const ids = await bestInTurns(coarseSteps(matching.columns(), coarsePlan(seeker, weights), ask), context)
    let ready: JobScore[] = []
    for (let from = 0; from < ids.length; from += COMPARED_AT_ONCE) {
      await nextTurn()
      context.signal.throwIfAborted()
      for (const job of matching.read(ids.slice(from, from + COMPARED_AT_ONCE), readingFor(seeker))) {
        ready.push({ jobId: job.id, score: scoreOf(candidateOf(job, basis).values, weights) })
      }
      const isLast = from + COMPARED_AT_ONCE >= ids.length
      if (ready.length < WRITTEN_AT_ONCE && !isLast) continue
      const some = ready
      ready = []
      write(() => {
        scores.write(some, { basis: basis.basis, at })
        return true
      })
    }
  }
  const kept = { basis: basis?.basis ?? '', since: at }
  while (write(() => scores.clearSome(kept))) await nextTurn()
  write(() => {
    context.remember({ basis: kept.basis })
    return false
  })
}
