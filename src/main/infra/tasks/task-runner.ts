import type { TaskId } from '#shared/ids.ts'
import type { Database } from '../db/driver.ts'
import type { Log } from '../log/log.ts'
import type { Clock } from '../time/clock.ts'
import { createLease, processOwner } from './lease.ts'
import { TaskCancelled, type TaskHandler, TaskInterrupted, type TaskRunner } from './task.ts'
import { createTaskStore, type TaskRow } from './task-store.ts'

const TICK_MS = 500
const LEASE_RENEW_MS = 5_000
const FIRST_RETRY_MS = 5_000
const STOP_BUDGET_MS = 4_000
/** A task that took its process down so often without getting any further is not tried again. */
const CRASHES_MAX = 5

export interface TaskRunnerOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  /** As a function, they are asked for when the first task needs one: handlers may be made of what needs the runner. */
  readonly handlers: readonly TaskHandler[] | (() => readonly TaskHandler[])
  /** Called at every tick of the process that leads, before tasks are taken up. Must be quick and must not throw. */
  readonly onLeaderTick?: (now: number) => void
  /** The same in a process that does not lead. */
  readonly onFollowerTick?: (now: number) => void
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
  let handlers: ReadonlyMap<string, TaskHandler> | null = null
  const running = new Map<TaskId, Running>()
  const stopping = new AbortController()
  let wake = new AbortController()
  let isLeading = false
  let renewAt = 0
  let loop: Promise<void> | null = null

  function handlerOf(kind: string): TaskHandler | undefined {
    const { handlers: given } = options
    handlers ??= new Map((typeof given === 'function' ? given() : given).map((handler) => [handler.kind, handler]))
    return handlers.get(kind)
  }

  function lead(now: number): void {
    if (isLeading && now < renewAt) return
    const held = lease.hold(now)
    renewAt = now + LEASE_RENEW_MS
    if (!held && isLeading) interruptAll('another process took over the background work')
    isLeading = held
    if (held) recover(now)
  }

  /** Takes up what is marked as running and is not: its process ended, or this one could not say how it went. */
  function recover(now: number): void {
    for (const row of store.running()) {
      if (row.owner === owner && running.has(row.id)) continue
      log.warn({ taskId: row.id, kind: row.kind, attempt: row.attempt }, 'a task was interrupted without a word')
      const canResume = handlerOf(row.kind)?.recovery === 'resume' && row.attempt < CRASHES_MAX
      if (row.isCancelRequested) end(row, { state: 'cancelled', error: 'cancelled before it could resume' })
      else if (canResume) store.resume(row.id, now)
      else end(row, { state: 'failed', error: 'interrupted' })
    }
  }

  /** Ends a task that nobody runs, and lets its handler write the end of what it stood for in the same transaction. */
  function end(row: TaskRow, how: { state: 'failed' | 'cancelled'; error: string }): void {
    const afterwards = database.write(() => {
      store.abandon(row.id, { ...how, now: clock.now() })
      return handlerOf(row.kind)?.onAbandoned?.(row.payload, how.state)
    })
    afterwards?.()
  }

  /** The same for a task of this process; nothing happens when it is no longer ours. */
  function endOwn(row: TaskRow, how: { state: 'failed' | 'cancelled'; error: string | null }): void {
    const afterwards = database.write(() => {
      const isOurs = store.finish({ id: row.id, owner, ...how, now: clock.now() })
      return isOurs ? handlerOf(row.kind)?.onAbandoned?.(row.payload, how.state) : undefined
    })
    afterwards?.()
  }

  function interruptAll(why: string): void {
    for (const { controller } of running.values()) controller.abort(new TaskInterrupted(why))
  }

  function tick(): void {
    const now = clock.now()
    lead(now)
    if (!isLeading) {
      options.onFollowerTick?.(now)
      return
    }
    options.onLeaderTick?.(now)
    for (const [id, { controller }] of running) {
      if (store.get(id)?.isCancelRequested === true) controller.abort(new TaskCancelled('cancelled'))
    }
    for (let row = store.claim(owner, now); row !== null; row = store.claim(owner, now)) launch(row)
  }

  function launch(row: TaskRow): void {
    const controller = new AbortController()
    const done = execute(row, controller.signal)
      // The word about how it went could not be written (a full disk); the row says "running", and recover() finds it.
      .catch((error: unknown) => log.error({ taskId: row.id, err: error }, 'the end of a task could not be stored'))
      .finally(() => running.delete(row.id))
    running.set(row.id, { controller, done })
  }

  async function execute(row: TaskRow, signal: AbortSignal): Promise<void> {
    const handler = handlerOf(row.kind)
    const context = {
      taskId: row.id,
      signal,
      assertLeader,
      progressed: () => store.progressed(row.id),
      remember: (payload: unknown) => store.remember(row.id, payload),
    }
    try {
      if (handler === undefined) throw new Error(`Nothing handles tasks of kind ${row.kind}`)
      await handler.run(row.payload, context)
    } catch (error) {
      settle(row, { error, signal })
      return
    }
    store.finish({ id: row.id, owner, state: 'completed', error: null, now: clock.now() })
  }

  function settle(row: TaskRow, failure: { error: unknown; signal: AbortSignal }): void {
    const now = clock.now()
    const reason: unknown = failure.signal.aborted ? failure.signal.reason : failure.error
    if (reason instanceof TaskInterrupted) {
      store.putBack({ id: row.id, owner, now })
      return
    }
    if (reason instanceof TaskCancelled) {
      endOwn(row, { state: 'cancelled', error: null })
      return
    }
    const attempt = store.get(row.id)?.attempt ?? row.attempt
    const message = failure.error instanceof Error ? failure.error.message : String(failure.error)
    log.error({ taskId: row.id, kind: row.kind, attempt, err: failure.error }, 'a task failed')
    if (attempt < (handlerOf(row.kind)?.maxAttempts ?? 1)) {
      store.retryLater({ id: row.id, owner, error: message, runAfter: now + FIRST_RETRY_MS * 3 ** (attempt - 1) })
    } else {
      endOwn(row, { state: 'failed', error: message })
    }
  }

  function assertLeader(): void {
    if (!lease.isHeld(clock.now())) throw new TaskInterrupted('this process no longer holds the background lease')
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
      const afterwards = database.write(() => {
        const wasQueued = store.cancel(id, clock.now())
        return wasQueued && row !== null ? handlerOf(row.kind)?.onAbandoned?.(row.payload, 'cancelled') : undefined
      })
      afterwards?.()
      running.get(id)?.controller.abort(new TaskCancelled('cancelled'))
      wake.abort()
    },
    get: (id) => store.get(id),
    findActive: (key) => store.findActive(key),
    findLast: (key) => store.findLast(key),
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
