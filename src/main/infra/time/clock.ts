import { setTimeout as delay } from 'node:timers/promises'

/** Node fires timers longer than this at once, so longer sleeps are slept in pieces. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** The time of day and the passing of time, so that tests can own both. Instants are UTC epoch milliseconds. */
export interface Clock {
  now(): number
  /** Resolves after `ms` (at once for zero or less); rejects with the signal's reason as soon as the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** The machine's own clock. A sleep keeps the process alive until it is over or aborted. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    let leftMs = ms
    do {
      signal?.throwIfAborted()
      const pieceMs = Math.min(Math.max(leftMs, 0), LONGEST_TIMER_MS)
      leftMs -= pieceMs
      await delay(pieceMs, undefined, signal ? { signal } : {}).catch((error: unknown) => {
        // node:timers rejects with its own AbortError; callers are promised the signal's reason.
        signal?.throwIfAborted()
        throw error
      })
    } while (leftMs > 0)
  },
}
