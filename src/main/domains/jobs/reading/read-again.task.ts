import { setImmediate as nextTurn } from 'node:timers/promises'
import { type JobId, jobIdSchema } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { Log } from '../../../infra/log/log.ts'
import type { TaskHandler } from '../../../infra/tasks/task.ts'
import { READER_VERSION } from '../enrich/enrich.ts'
import { wakeReaders } from '../enrich/wake-readers.ts'
import type { JobParts } from '../pipeline/job-parts.ts'

export const READ_AGAIN_TASK = 'jobs.read-again'
/** Jobs read in one transaction: some 2 ms each, and as much again for the index. */
const AT_ONCE = 5
/** Progress is told after so many jobs. */
const TOLD_EVERY = 100

export interface ReadAgainOptions {
  readonly database: Database
  readonly log: Log
  readonly parts: JobParts
  /** After the commit. */
  readonly onProgress: () => void
}

/** Reads the jobs that an earlier reader has read, the newest first. What is done is marked on the jobs themselves: after a crash it
 *  goes on where it was. */
export function createReadAgainTask(options: ReadAgainOptions): TaskHandler {
  const { database, log, parts, onProgress } = options
  const older = database.raw
    .prepare<[number, number], number>('select id from job where reader_version < ? order by id desc limit ?')
    .pluck()

  function readAgain(jobId: JobId): void {
    try {
      if (parts.reading.rereadJob(jobId)) return
      log.warn({ jobId }, 'a job has no posting that could be read again')
    } catch (error) {
      log.error({ jobId, err: error }, 'a job could not be read again; its facts stay as they were')
    }
    parts.jobs.markRead(jobId, READER_VERSION)
  }

  return {
    kind: READ_AGAIN_TASK,
    maxAttempts: 3,
    recovery: 'resume',
    run: async (_payload, context) => {
      let untold = 0
      await wakeReaders()
      for (;;) {
        context.signal.throwIfAborted()
        const jobIds = older.all(READER_VERSION, AT_ONCE).map((id) => jobIdSchema.parse(id))
        if (jobIds.length === 0) break
        database.writeRepeatable(() => {
          context.assertLeader()
          for (const jobId of jobIds) readAgain(jobId)
          parts.jobs.indexAgain(jobIds)
          context.progressed()
        })
        untold += jobIds.length
        if (untold >= TOLD_EVERY) {
          untold = 0
          onProgress()
        }
        await nextTurn()
      }
      onProgress()
    },
  }
}
