import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import type { MatchWeights } from '#shared/recommendations.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { TaskContext, TaskHandler, TaskRunner } from '../../../infra/tasks/task.ts'
import { inTurns } from '../../../infra/time/turns.ts'
import type { MatchingService } from '../../jobs/match/matching.service.ts'
import { scoreOf } from '../score.ts'
import { candidateOf, type Comparing, type Ranking, readingFor } from '../shortlist.ts'
import type { JobScore, ScoresRepo, StandingScores } from './scores.repo.ts'

export const SCORE_JOBS_TASK = 'recommendations.score-jobs'
/** `basis` once the scores are there: what they were reckoned with ('' for a profile that says nothing). `standing`: the scores that are
 *  there meanwhile. */
const payloadSchema = z.object({
  basis: z.string().nullable().default(null),
  standing: z.object({ profileBasis: z.string(), considered: z.number(), at: z.number() }).nullable().default(null),
})

/** What the scores were reckoned with; null when they never were, or are to be anew. */
export function scoredBasis(tasks: TaskRunner): string | null {
  const last = tasks.findLast(SCORE_JOBS_TASK)
  return last === null ? null : payloadSchema.parse(last.payload).basis
}

/** The scores that can be used until there are better ones; null when there are none, or not all of them. */
export function standingScores(tasks: TaskRunner): StandingScores | null {
  const last = tasks.findLast(SCORE_JOBS_TASK)
  return last === null ? null : payloadSchema.parse(last.payload).standing
}

/** While one waits to begin, it is not asked for twice. */
export function enqueueScoring(tasks: TaskRunner): void {
  const payload = { basis: null, standing: standingScores(tasks) }
  tasks.enqueue({ kind: SCORE_JOBS_TASK, key: SCORE_JOBS_TASK, payload })
}

/** The best of all open jobs get a score of their own; what is worse is not looked at by it. */
const SCORED_JOBS = 20_000
/** Compared between two turns of the event loop, and written in one transaction: some ten milliseconds each. */
const COMPARED_AT_ONCE = 20
const WRITTEN_AT_ONCE = 200
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
  readonly ranking: Pick<Ranking, 'coarse'>
  readonly scores: ScoresRepo
  /** Null: the profile says nothing that jobs could be compared with. */
  readonly basis: () => ScoreBasis | null
  /** The same, but only what it is called by. */
  readonly profileBasis: () => string | null
  readonly onDone: () => void
}

/** Scores the best jobs anew. When the profile or the weights become others meanwhile, it begins again. */
export function createScoreJobsTask(options: ScoreJobsOptions): TaskHandler {
  return {
    kind: SCORE_JOBS_TASK,
    maxAttempts: 3,
    recovery: 'resume',
    run: async (payload, context) => {
      let { standing } = payloadSchema.parse(payload)
      for (let round = 0; round < ROUNDS_MAX; round += 1) {
        const basis = options.basis()
        // From the first new score on, those of another profile are no longer all there.
        if (standing?.profileBasis !== basis?.profileBasis) standing = null
        const isDone = await scoreAll(basis, { options, context, standing })
        if (isDone) options.onDone()
        if (isDone && options.profileBasis() === (basis?.profileBasis ?? null)) return
        standing = null
      }
    },
  }
}

interface Work {
  readonly options: ScoreJobsOptions
  readonly context: TaskContext
  readonly standing: StandingScores | null
}

/** False: the profile became another before all were scored. */
async function scoreAll(basis: ScoreBasis | null, work: Work): Promise<boolean> {
  const { scores } = work.options
  write(work, ({ remember }) => remember({ basis: null, standing: work.standing }))
  const reached = basis === null ? null : await scoreBest(basis, work)
  if (basis !== null && reached === null) return false
  const kept = { basis: basis?.basis ?? '', since: basis?.context.nowMs ?? 0 }
  while (write(work, () => scores.clearSome(kept))) await nextTurn()
  write(work, ({ remember }) => remember({ basis: kept.basis, standing: reached }))
  return true
}

/** Null: the profile became another meanwhile. */
async function scoreBest(basis: ScoreBasis, work: Work): Promise<StandingScores | null> {
  const { options, context } = work
  const { database, matching, ranking, scores } = options
  const { seeker, weights, profileBasis } = basis
  const made = { basis: basis.basis, at: basis.context.nowMs }
  const isSameProfile = () => options.profileBasis() === profileBasis
  const isWanted = () => !context.signal.aborted && database.raw.open && isSameProfile()
  await columnsOrEnd(work)
  const best = await inTurns(ranking.coarse({ ...basis, leftOut: [], count: SCORED_JOBS }), isWanted)
  const ids = best?.ids ?? []
  let ready: JobScore[] = []
  for (let from = 0; from < ids.length; from += COMPARED_AT_ONCE) {
    await nextTurn()
    context.signal.throwIfAborted()
    const jobs = matching.read(ids.slice(from, from + COMPARED_AT_ONCE), readingFor(seeker))
    for (const job of jobs) ready.push({ jobId: job.id, score: scoreOf(candidateOf(job, basis).values, weights) })
    const isLast = from + COMPARED_AT_ONCE >= ids.length
    if (ready.length < WRITTEN_AT_ONCE && !isLast) continue
    if (!isSameProfile()) return null
    const some = ready
    ready = []
    write(work, () => scores.write(some, made))
  }
  context.signal.throwIfAborted()
  if (!database.raw.open) throw new Error('the database was closed')
  return best === null ? null : { profileBasis, considered: best.considered, at: made.at }
}

/** Waits for the columns, or for the end of the task. Why they cannot be read was told to the log; the index answers instead. */
async function columnsOrEnd({ options, context: { signal } }: Work): Promise<void> {
  signal.throwIfAborted()
  const end = new AbortController()
  const ended = once(signal, 'abort', { signal: end.signal }).catch(() => undefined)
  try {
    await Promise.race([options.matching.columnsReady().catch(() => undefined), ended])
  } finally {
    end.abort()
  }
  signal.throwIfAborted()
}

/** In one transaction of the process that leads. */
function write<T>({ options, context }: Work, work: (context: TaskContext) => T): T {
  context.signal.throwIfAborted()
  return options.database.writeRepeatable(() => {
    context.assertLeader()
    const result = work(context)
    context.progressed()
    return result
  })
}
