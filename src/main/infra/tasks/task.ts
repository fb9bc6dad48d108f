import type { TaskId } from '#shared/ids.ts'
import type { TaskRow } from './task-store.ts'

/** What a kind of task does. `run` must be idempotent: after a crash it is called again with the same payload when
 *  `recovery` is 'resume'; with 'fail' the task ends as failed instead. */
export interface TaskHandler {
  readonly kind: string
  /** Failures (not interruptions) after which it is given up. */
  readonly maxAttempts: number
  readonly recovery: 'resume' | 'fail'
  readonly run: (payload: unknown, context: TaskContext) => Promise<void>
  /** The task ends and `run` will not say so: write what that means, in the transaction that ends it. What is returned is
   *  called after the commit. */
  readonly onAbandoned?: (payload: unknown, state: 'failed' | 'cancelled') => () => void
}

export interface TaskContext {
  readonly taskId: TaskId
  /** Aborted with TaskCancelled when the user cancels, with TaskInterrupted when this process stops or loses the lease. */
  readonly signal: AbortSignal
  /** Throws TaskInterrupted unless this process still holds the background lease. Call it inside every write transaction. */
  readonly assertLeader: () => void
  /** Says that the task got further, so that earlier crashes no longer count. Belongs into the transaction that got there. */
  readonly progressed: () => void
  /** What `run` is called with after an interruption, in place of what it was called with. Belongs into the same transaction. */
  readonly remember: (payload: unknown) => void
}

export class TaskCancelled extends Error {
  override readonly name = 'TaskCancelled'
}
export class TaskInterrupted extends Error {
  override readonly name = 'TaskInterrupted'
}

/** Durable background work: rows in, one leader process runs them, each survives a crash by its handler's word. */
export interface TaskRunner {
  /** Adds a task, or finds the unfinished one with the same key. */
  readonly enqueue: (task: { kind: string; key: string; payload: unknown }) => { id: TaskId; isNew: boolean }
  /** A queued task ends at once; a running one is told, wherever it runs. */
  readonly cancel: (id: TaskId) => void
  readonly get: (id: TaskId) => TaskRow | null
  readonly findActive: (key: string) => TaskRow | null
  /** The task of this key that was added last, whatever became of it. */
  readonly findLast: (key: string) => TaskRow | null
  readonly isLeader: () => boolean
  readonly start: () => void
  readonly stop: () => Promise<void>
}
