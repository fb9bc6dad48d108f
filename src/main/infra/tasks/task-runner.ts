import type { TaskId } from '#shared/ids.ts'
import type { Database } from '../db/driver.ts'
import type { Log } from '../log/log.ts'
import type { Clock } from '../time/clock.ts'
import { createLease, processOwner } from './lease.ts'
import { createTaskStore, type TaskRow } from './task-store.ts'

const TICK_MS = 500
const LEASE_RENEW_MS = 5_000
const FIRST_RETRY_MS = 5_000
const STOP_BUDGET_MS = 4_000

/** What a kind of task does. `run` must be idempotent: after a crash it is called again with the same payload when
 *  `recovery` is 'resume'; with 'fail' the task ends as failed instead. */
export interface TaskHandler {
  readonly kind: string
  readonly maxAttempts: number
  readonly recovery: 'resume' | 'fail'
  readonly run: (payload: unknown, context: TaskContext) => Promise<void>
  /** Called once when the task has ended without `run` having had a chance to say so. */
  readonly onAbandoned?: (payload: unknown, state: 'failed' | 'cancelled') => void
}

export interface TaskContext {
  readonly taskId: TaskId
  readonly attempt: number
  /** Aborted with TaskCancelled when the user cancels, with TaskInterrupted when this process stops or loses the lease. */
  readonly signal: AbortSignal
  /** Throws TaskInterrupted unless this process still holds the background lease. Call it inside a write transaction. */
  readonly assertLeader: () => void
}

export class TaskCancelled extends Error {
  override readonly name = 'TaskCancelled'
}
export class TaskInterrupted extends Error {
  override readonly name = 'TaskInterrupted'
}

export interface TaskRunnerOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly handlers: readonly TaskHandler[]
}

/** Durable background work: rows in, one leader process runs them, each survives a crash by its handler's word. */
export interface TaskRunner {
  readonly enqueue: (task: { kind: string; key: string; payload: unknown }) => { id: TaskId; isNew: boolean }
  readonly cancel: (id: TaskId) => void
  readonly get: (id: TaskId) => TaskRow | null
  readonly findActive: (key: string) => TaskRow | null
  readonly isLeader: () => boolean
  readonly start: () => void
  readonly stop: () => Promise<void>
}

interface Running {
  readonly controller: AbortController
  readonly done: Promise<void>
}

export function createTaskRunner(options: TaskRunnerOptions): TaskRunner {
  const { database, clock, log } = options
  const owner = processOwner()
  const store = createTaskStore(database)
  const lease = createLease(database, { name: 'background', owner })
  const handlers = new Map(options.handlers.map((handler) => [handler.kind, handler]))
  const running = new Map<TaskId, Running>()
  const stopping = new AbortController()
  let wake = new AbortController()
  let isLeading = false
  let renewAt = 0
  let loop: Promise<void> | null = null

  function lead(now: number): void {
    if (isLeading && now < renewAt) return
    const held = lease.hold(now)
    renewAt = now + LEASE_RENEW_MS
    if (held && !isLeading) recover(now)
    if (!held && isLeading) interruptAll('another process took over the background work')
    isLeading = held
  }

  function recover(now: number): void {
    for (const row of store.orphans(owner)) {
      const handler = handlers.get(row.kind)
      log.warn(
        { taskId: row.id, kind: row.kind, attempt: row.attempt },
        'task was interrupted by the end of its process',
      )
      if (row.isCancelRequested) abandon(row, 'cancelled', 'cancelled before it could resume')
      else if (handler?.recovery === 'resume') store.retryLater(row.id, { error: null, runAfter: now })
      else abandon(row, 'failed', 'interrupted')
    }
  }

  function abandon(row: TaskRow, state: 'failed' | 'cancelled', error: string): void {
    store.abandon(row.id, { state, error, now: clock.now() })
    handlers.get(row.kind)?.onAbandoned?.(row.payload, state)
  }

  function interruptAll(why: string): void {
    for (const { controller } of running.values()) controller.abort(new TaskInterrupted(why))
  }

  function tick(): void {
    const now = clock.now()
    lead(now)
    if (!isLeading) return
    for (const [id, { controller }] of running) {
      if (store.get(id)?.isCancelRequested === true) controller.abort(new TaskCancelled('cancelled'))
    }
    for (let row = store.claim(owner, now); row !== null; row = store.claim(owner, now)) launch(row)
  }

  function launch(row: TaskRow): void {
    const controller = new AbortController()
    const done = execute(row, controller.signal).finally(() => running.delete(row.id))
    running.set(row.id, { controller, done })
  }

  async function execute(row: TaskRow, signal: AbortSignal): Promise<void> {
    const handler = handlers.get(row.kind)
    try {
      if (handler === undefined) throw new Error(`Nothing handles tasks of kind ${row.kind}`)
      await handler.run(row.payload, { taskId: row.id, attempt: row.attempt, signal, assertLeader })
      const state = signal.aborted && signal.reason instanceof TaskCancelled ? 'cancelled' : 'completed'
      store.finish({ id: row.id, owner, state, error: null, now: clock.now() })
    } catch (error) {
      settle(row, { error, handler, signal })
    }
  }

  function settle(row: TaskRow, end: { error: unknown; handler: TaskHandler | undefined; signal: AbortSignal }): void {
    const now = clock.now()
    const message = end.error instanceof Error ? end.error.message : String(end.error)
    const reason = end.signal.aborted ? end.signal.reason : end.error
    if (reason instanceof TaskInterrupted) return
    if (reason instanceof TaskCancelled) {
      store.finish({ id: row.id, owner, state: 'cancelled', error: null, now })
      end.handler?.onAbandoned?.(row.payload, 'cancelled')
      return
    }
    log.error({ taskId: row.id, kind: row.kind, attempt: row.attempt, err: end.error }, 'task failed')
    if (row.attempt < (end.handler?.maxAttempts ?? 1)) {
      store.retryLater(row.id, { error: message, runAfter: now + FIRST_RETRY_MS * 3 ** (row.attempt - 1) })
    } else {
      store.finish({ id: row.id, owner, state: 'failed', error: message, now })
      end.handler?.onAbandoned?.(row.payload, 'failed')
    }
  }

  function assertLeader(): void {
    if (!lease.isHeld(clock.now())) throw new TaskInterrupted('the background lease is held by another process')
  }

  async function runLoop(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        tick()
      } catch (error) {
        log.error({ err: error }, 'background tick failed')
      }
      wake = new AbortController()
      await clock.sleep(TICK_MS, AbortSignal.any([wake.signal, stopping.signal])).catch(() => undefined)
    }
  }

  return {
    enqueue: (task) => {
      const result = store.enqueue({ ...task, now: clock.now() })
      wake.abort()
      return result
    },
    cancel: (id) => {
      const row = store.get(id)
      if (store.cancel(id, clock.now()) && row !== null) handlers.get(row.kind)?.onAbandoned?.(row.payload, 'cancelled')
      running.get(id)?.controller.abort(new TaskCancelled('cancelled'))
      wake.abort()
    },
    get: (id) => store.get(id),
    findActive: (key) => store.findActive(key),
    isLeader: () => isLeading,
    start: () => {
      loop ??= runLoop()
    },
    stop: async () => {
      stopping.abort()
      interruptAll('the app is closing')
      const all = Promise.allSettled([...[...running.values()].map((task) => task.done), loop])
      const budget = new AbortController()
      await Promise.race([all, clock.sleep(STOP_BUDGET_MS, budget.signal).catch(() => undefined)])
      budget.abort()
      if (isLeading) lease.release()
      isLeading = false
    },
  }
}
