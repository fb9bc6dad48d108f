import { AppError } from '#shared/errors.ts'
import type { Correction } from '#shared/facts.ts'
import type { JobId } from '#shared/ids.ts'
import type { ReadingState } from '#shared/reading.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { TaskRunner } from '../../../infra/tasks/task.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import { READER_VERSION } from '../enrich/enrich.ts'
import type { JobParts } from '../pipeline/job-parts.ts'
import { READ_AGAIN_TASK } from './read-again.task.ts'

export interface ReadingService {
  readonly state: () => ReadingState
  /** Reads in the background what an earlier reader has read, or everything. Nothing to do is no error. */
  readonly start: (request: { isAll: boolean }) => ReadingState
  /** What was read stays; the rest waits for the next start. */
  readonly stop: () => ReadingState
  /** Throws NOT_FOUND. */
  readonly correct: (id: JobId, correction: Correction) => void
  /** Takes a correction back; one that is not there is no error. Throws NOT_FOUND. */
  readonly uncorrect: (id: JobId, field: Correction['field']) => void
}

export interface ReadingServiceOptions {
  readonly database: Database
  readonly clock: Clock
  readonly parts: JobParts
  readonly tasks: TaskRunner
  /** After the commit. */
  readonly onChange: () => void
}

export function createReadingService(options: ReadingServiceOptions): ReadingService {
  const { database, clock, parts, tasks, onChange } = options
  const { raw } = database
  const count = raw.prepare<[number], { total: number; left: number }>(
    `select (select count(*) from job) as total, (select count(*) from job where reader_version < ?) as "left"`,
  )
  const forgetReader = raw.prepare('update job set reader_version = 0 where reader_version <> 0')

  function state(): ReadingState {
    const { total = 0, left = 0 } = count.get(READER_VERSION) ?? {}
    return { readerVersion: READER_VERSION, total, left, isRunning: tasks.findActive(READ_AGAIN_TASK) !== null }
  }

  function changeJob(id: JobId, change: () => void): void {
    database.write(() => {
      if (parts.jobs.readFacts(id) === null) throw new AppError('NOT_FOUND', { entity: 'job', id: String(id) })
      change()
      parts.jobs.indexAgain([id])
    })
    onChange()
  }

  return {
    state,
    start: ({ isAll }) => {
      if (isAll) database.write(() => forgetReader.run())
      if (state().left > 0) tasks.enqueue({ kind: READ_AGAIN_TASK, key: READ_AGAIN_TASK, payload: {} })
      return state()
    },
    stop: () => {
      const active = tasks.findActive(READ_AGAIN_TASK)
      if (active !== null) tasks.cancel(active.id)
      return state()
    },
    correct: (id, correction) => changeJob(id, () => parts.reading.correct(id, correction, clock.now())),
    uncorrect: (id, field) => changeJob(id, () => parts.reading.uncorrect(id, field)),
  }
}
