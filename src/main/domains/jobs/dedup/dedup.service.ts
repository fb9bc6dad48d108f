import type { Backfill, DedupMetrics } from '#shared/dedup.ts'
import type { JobId, SourceId } from '#shared/ids.ts'
import { createCounted } from '../../../infra/db/counted.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { TaskRunner } from '../../../infra/tasks/task.ts'
import type { JobLinks } from '../pipeline/job-links.ts'
import { BACKFILL_TASK, type BackfillPayload, backfillPayloadSchema } from './backfill.task.ts'
import { countMerges } from './count-merges.ts'

export interface DedupService {
  /** A posting becomes a job of its own. Throws NOT_FOUND, and FIRST_POSTING for the one that opened its job. */
  readonly separate: (postingId: number) => { fromJobId: JobId; jobId: JobId }
  /** A posting, or a job with all its postings, is the same opening as another job. Throws NOT_FOUND. */
  readonly join: (what: { postingId: number } | { jobId: JobId }, intoJobId: JobId) => void
  readonly metrics: () => Promise<DedupMetrics>
  readonly backfill: () => Backfill
  /** From where the last time was stopped, else from the oldest job on; one that is going on stays as it is. */
  readonly startBackfill: (request: { isAfresh: boolean }) => Backfill
  /** What was merged stays. */
  readonly stopBackfill: () => Backfill
}

export interface DedupServiceOptions {
  readonly database: Database
  readonly links: JobLinks
  readonly tasks: TaskRunner
  readonly sourceName: (id: SourceId) => string
  /** After a commit. */
  readonly onChange: () => void
}

export function createDedupService(options: DedupServiceOptions): DedupService {
  const { database, links, tasks, sourceName, onChange } = options
  const metrics = createCounted(database, () => countMerges(database, sourceName))
  const countJobs = database.raw.prepare<[], number>('select count(*) from job').pluck()

  function backfill(): Backfill {
    const task = tasks.findLast(BACKFILL_TASK)
    if (task === null) return { state: 'never', total: 0, done: 0, merged: 0, linked: 0 }
    const { total, done, merged, linked } = backfillPayloadSchema.parse(task.payload)
    // Jobs may have come since it began.
    return { state: task.state, total: Math.max(total, done), done, merged, linked }
  }

  function stopped(): BackfillPayload | null {
    const task = tasks.findLast(BACKFILL_TASK)
    return task?.state === 'cancelled' || task?.state === 'failed' ? backfillPayloadSchema.parse(task.payload) : null
  }

  function afresh(): BackfillPayload {
    return { cursor: 0, total: countJobs.get() ?? 0, done: 0, merged: 0, linked: 0 }
  }

  return {
    separate: (postingId) => {
      const separated = links.separate(postingId)
      onChange()
      return separated
    },
    join: (what, intoJobId) => {
      links.join(what, intoJobId)
      onChange()
    },
    metrics,
    backfill,
    startBackfill: ({ isAfresh }) => {
      const payload = (isAfresh ? null : stopped()) ?? afresh()
      tasks.enqueue({ kind: BACKFILL_TASK, key: BACKFILL_TASK, payload })
      return backfill()
    },
    stopBackfill: () => {
      const active = tasks.findActive(BACKFILL_TASK)
      if (active !== null) tasks.cancel(active.id)
      return backfill()
    },
  }
}
