import { randomUUID } from 'node:crypto'
import { taskIdSchema, type TaskId } from '#shared/ids.ts'
import type { Database } from '../db/driver.ts'
import type { TaskState } from '../db/schema/system.ts'

export interface TaskRow {
  readonly id: TaskId
  readonly kind: string
  readonly key: string
  readonly payload: unknown
  readonly state: TaskState
  readonly attempt: number
  readonly isCancelRequested: boolean
  readonly owner: string | null
  readonly error: string | null
}

interface StoredTask {
  id: string
  kind: string
  key: string
  payload: string
  state: TaskState
  attempt: number
  cancelRequested: number
  owner: string | null
  error: string | null
}

export interface NewTask {
  readonly kind: string
  readonly key: string
  readonly payload: unknown
  readonly now: number
}

const COLUMNS = 'id, kind, key, payload, state, attempt, is_cancel_requested as cancelRequested, owner, error'

/** The task table, and nothing but the task table. All instants are UTC epoch ms. */
export function createTaskStore(database: Database) {
  const { raw } = database
  const insert = raw.prepare<[string, string, string, string, number, number]>(
    `insert into task (id, kind, key, payload, state, run_after, created_at) values (?, ?, ?, ?, 'queued', ?, ?)
     on conflict (key) where state in ('queued', 'running') do nothing`,
  )
  const byKey = raw.prepare<[string], StoredTask>(
    `select ${COLUMNS} from task where key = ? and state in ('queued', 'running')`,
  )
  const byId = raw.prepare<[string], StoredTask>(`select ${COLUMNS} from task where id = ?`)
  const due = raw.prepare<[number], StoredTask>(
    `select ${COLUMNS} from task where state = 'queued' and run_after <= ? order by run_after, created_at limit 1`,
  )
  const claim = raw.prepare<[string, number, string]>(
    `update task set state = 'running', owner = ?, attempt = attempt + 1, started_at = ?, error = null where id = ?`,
  )
  const finish = raw.prepare<[TaskState, string | null, number, string, string]>(
    `update task set state = ?, error = ?, finished_at = ?, owner = null where id = ? and owner = ?`,
  )
  const retry = raw.prepare<[string, number, string, string]>(
    `update task set state = 'queued', owner = null, error = ?, run_after = ? where id = ? and owner = ?`,
  )
  const putBack = raw.prepare<[number, string, string]>(
    `update task set state = 'queued', owner = null, attempt = attempt - 1, run_after = ?
     where id = ? and owner = ? and state = 'running'`,
  )
  const resume = raw.prepare<[number, string]>(
    `update task set state = 'queued', owner = null, run_after = ? where id = ? and state = 'running'`,
  )
  const lastByKey = raw.prepare<[string], StoredTask>(
    `select ${COLUMNS} from task where key = ? order by created_at desc, rowid desc limit 1`,
  )
  const rewrite = raw.prepare<[string, string]>('update task set payload = ? where id = ?')
  const progress = raw.prepare<[string]>('update task set attempt = 1 where id = ? and attempt > 1')
  const allRunning = raw.prepare<[], StoredTask>(`select ${COLUMNS} from task where state = 'running'`)
  const flagCancel = raw.prepare<[string]>(`update task set is_cancel_requested = 1 where id = ?`)
  const cancelQueued = raw.prepare<[number, string]>(
    `update task set state = 'cancelled', finished_at = ? where id = ? and state = 'queued'`,
  )
  const abandon = raw.prepare<[TaskState, string, number, string]>(
    `update task set state = ?, owner = null, error = ?, finished_at = ? where id = ?`,
  )

  return {
    /** Adds the task, or finds the unfinished one with the same key. */
    enqueue: (task: NewTask): { id: TaskId; isNew: boolean } =>
      database.write(() => {
        const id = randomUUID()
        const added =
          insert.run(id, task.kind, task.key, JSON.stringify(task.payload), task.now, task.now).changes === 1
        const row = added ? null : byKey.get(task.key)
        return { id: taskIdSchema.parse(row?.id ?? id), isNew: added }
      }),
    get: (id: string): TaskRow | null => toRow(byId.get(id)),
    findActive: (key: string): TaskRow | null => toRow(byKey.get(key)),
    /** Claims the next due task for `owner`, in one transaction. */
    claim: (owner: string, now: number): TaskRow | null => {
      // Looked at first: most of the time nothing is due, and a look takes no lock.
      if (due.get(now) === undefined) return null
      return database.write(() => {
        const row = due.get(now)
        if (row === undefined) return null
        claim.run(owner, now, row.id)
        return toRow(byId.get(row.id))
      })
    },
    /** False when the task is no longer this owner's: another process has taken over. */
    finish: (end: { id: string; owner: string; state: TaskState; error: string | null; now: number }): boolean =>
      finish.run(end.state, end.error, end.now, end.id, end.owner).changes === 1,
    /** After a failure: again at `runAfter`. */
    retryLater: (task: { id: string; owner: string; error: string; runAfter: number }): void => {
      retry.run(task.error, task.runAfter, task.id, task.owner)
    },
    /** After a clean interruption, which is no attempt. */
    putBack: (task: { id: string; owner: string; now: number }): void => {
      putBack.run(task.now, task.id, task.owner)
    },
    /** After the end of its process. */
    resume: (id: string, now: number): void => {
      resume.run(now, id)
    },
    findLast: (key: string): TaskRow | null => toRow(lastByKey.get(key)),
    /** Goes on from here when it is taken up again. */
    remember: (id: string, payload: unknown): void => {
      rewrite.run(JSON.stringify(payload), id)
    },
    /** The task got further: earlier attempts no longer speak against it. */
    progressed: (id: string): void => {
      progress.run(id)
    },
    /** Ends a task whose process is gone. */
    abandon: (id: string, end: { state: 'failed' | 'cancelled'; error: string; now: number }): void => {
      abandon.run(end.state, end.error, end.now, id)
    },
    running: (): TaskRow[] => allRunning.all().flatMap((row) => toRow(row) ?? []),
    /** Asks for a stop. A task that has not begun is cancelled at once; true in that case. */
    cancel: (id: string, now: number): boolean =>
      database.write(() => {
        flagCancel.run(id)
        return cancelQueued.run(now, id).changes === 1
      }),
  }
}

function toRow(row: StoredTask | undefined): TaskRow | null {
  if (row === undefined) return null
  const { cancelRequested, payload, id, ...rest } = row
  return { ...rest, id: taskIdSchema.parse(id), payload: JSON.parse(payload), isCancelRequested: cancelRequested === 1 }
}
