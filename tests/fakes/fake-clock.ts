import type { Clock } from '#main/infra/time/clock.ts'

interface Sleeper {
  readonly dueAt: number
  readonly wake: () => void
}

/** A clock whose time moves only when the test says so. */
export interface FakeClock extends Clock {
  /** Moves time on by `ms`, waking sleepers in the order they are due. Work that a woken sleeper does in microtasks, and sleeps
   *  that it starts and that fall due within `ms`, happen before this resolves. */
  advance(ms: number): Promise<void>
  /** Time passes without anybody waking: a machine that was asleep. Sleepers that are due wake with the next advance. */
  jump(ms: number): void
  /** Resolves as soon as at least `count` sleeps are pending: the way to wait for code under test without a real delay. */
  whenSleeping(count?: number): Promise<void>
  /** Every sleep asked for so far, in milliseconds and in order. */
  readonly sleeps: readonly number[]
  pending(): number
}

export interface FakeClockOptions {
  readonly now?: number
  /** Each sleep moves time on by its own length and resolves: for tests that only care about what happens after it. */
  readonly autoAdvance?: boolean
}

/** 2026-03-02 09:00 UTC, a Monday. */
const DEFAULT_NOW = Date.UTC(2026, 2, 2, 9)

export function createFakeClock(options: FakeClockOptions = {}): FakeClock {
  let now = options.now ?? DEFAULT_NOW
  const sleepers = new Set<Sleeper>()
  const sleeps: number[] = []
  const watchers: { count: number; resolve: () => void }[] = []

  function tellWatchers(): void {
    for (const watcher of watchers.splice(0)) {
      if (sleepers.size >= watcher.count) watcher.resolve()
      else watchers.push(watcher)
    }
  }

  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    sleeps.push(ms)
    if (signal?.aborted) return Promise.reject(asError(signal.reason))
    const dueAt = now + Math.max(ms, 0)
    if (options.autoAdvance === true || dueAt <= now) {
      now = Math.max(now, dueAt)
      return settle().then(() => signal?.throwIfAborted())
    }
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        sleepers.delete(sleeper)
        reject(asError(signal?.reason))
      }
      const sleeper: Sleeper = {
        dueAt,
        wake: () => {
          signal?.removeEventListener('abort', onAbort)
          resolve()
        },
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      sleepers.add(sleeper)
      tellWatchers()
    })
  }

  async function advance(ms: number): Promise<void> {
    const target = now + ms
    for (;;) {
      const next = earliest(sleepers)
      if (next === undefined || next.dueAt > target) break
      now = Math.max(now, next.dueAt)
      sleepers.delete(next)
      next.wake()
      await settle()
    }
    now = target
    await settle()
  }

  return {
    now: () => now,
    sleep,
    advance,
    jump: (ms) => {
      now += ms
    },
    sleeps,
    pending: () => sleepers.size,
    whenSleeping: (count = 1) =>
      new Promise((resolve) => {
        watchers.push({ count, resolve })
        tellWatchers()
      }),
  }
}

function earliest(sleepers: ReadonlySet<Sleeper>): Sleeper | undefined {
  let found: Sleeper | undefined
  for (const sleeper of sleepers) if (found === undefined || sleeper.dueAt < found.dueAt) found = sleeper
  return found
}

/** One turn of the event loop: everything that was only waiting for microtasks has then run. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new DOMException('This operation was aborted', 'AbortError')
}
