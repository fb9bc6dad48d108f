import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import { type JobId, jobIdSchema } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { Log } from '../../../infra/log/log.ts'
import type { TaskHandler } from '../../../infra/tasks/task.ts'
import type { OpeningFinder } from '../pipeline/find-opening.ts'
import type { JobLinks } from '../pipeline/job-links.ts'
import type { JobParts } from '../pipeline/job-parts.ts'

export const BACKFILL_TASK = 'jobs.dedup-backfill'
/** The write lock is given back after so long, and the event loop has its turn. */
const STEP_MS = 15
const AT_ONCE = 200
/** Changes are told after so many jobs. */
const TOLD_EVERY = 2000

/** How far it is. `cursor` is the last job that was looked at. */
export const backfillPayloadSchema = z.object({
  cursor: z.number().int(),
  total: z.number().int(),
  done: z.number().int(),
  merged: z.number().int(),
  linked: z.number().int(),
})
export type BackfillPayload = z.infer<typeof backfillPayloadSchema>

export interface BackfillOptions {
  readonly database: Database
  readonly log: Log
  readonly parts: JobParts
  readonly openings: OpeningFinder
  readonly links: JobLinks
  /** After a commit. */
  readonly onProgress: () => void
}

/** Runs the rules over the stored jobs, the oldest first: a later job that is the same opening as an earlier one is merged into it, one
 *  that repeats it is linked. What the user said holds. Doing it twice changes nothing. */
export function createBackfillTask(options: BackfillOptions): TaskHandler {
  const { database, log, parts, openings, links, onProgress } = options
  const nextJobs = database.raw
    .prepare<[number, number], number>('select id from job where id > ? order by id limit ?')
    .pluck()
  const isLinked = database.raw
    .prepare<[number], number>('select 1 from job where id = ? and repost_of is not null')
    .pluck()

  function look(jobId: JobId): 'merged' | 'linked' | 'kept' {
    const decision = openings.findEarlier(jobId)
    if (decision.kind === 'merge') {
      const { layer, reason } = decision
      links.merge(jobId, decision.jobId, { layer, reason })
      return 'merged'
    }
    if (decision.kind === 'new' || isLinked.get(jobId) !== undefined) return 'kept'
    parts.jobs.repeats(jobId, decision.jobId)
    return 'linked'
  }

  function lookOrLog(jobId: JobId): ReturnType<typeof look> {
    try {
      return database.write(() => look(jobId))
    } catch (error) {
      log.error({ jobId, err: error }, 'a job could not be compared with earlier ones; it stays as it is')
      return 'kept'
    }
  }

  /** As many jobs as fit into one step. */
  function step(from: BackfillPayload): BackfillPayload {
    const endsAtMs = performance.now() + STEP_MS
    const now = { ...from }
    for (const id of nextJobs.all(from.cursor, AT_ONCE)) {
      const outcome = lookOrLog(jobIdSchema.parse(id))
      now.cursor = id
      now.done += 1
      if (outcome !== 'kept') now[outcome] += 1
      if (performance.now() >= endsAtMs) break
    }
    return now
  }

  return {
    kind: BACKFILL_TASK,
    maxAttempts: 3,
    recovery: 'resume',
    run: async (payload, context) => {
      let at = backfillPayloadSchema.parse(payload)
      let toldAt = at.done
      for (;;) {
        context.signal.throwIfAborted()
        const before = at
        at = database.writeRepeatable(() => {
          context.assertLeader()
          const after = step(before)
          context.remember(after)
          context.progressed()
          return after
        })
        if (at.cursor === before.cursor) break
        if (at.done - toldAt >= TOLD_EVERY) {
          toldAt = at.done
          onProgress()
        }
        await nextTurn()
      }
      onProgress()
    },
  }
}
