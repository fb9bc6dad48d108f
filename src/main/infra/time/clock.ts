import { setTimeout as sleepFor } from 'node:timers/promises'

/** Time as the core sees it, so that tests can own it. Instants are UTC epoch milliseconds. */
export interface Clock {
  readonly now: () => number
  /** Resolves after `durationMs`; rejects with the signal's reason when it is aborted. */
  readonly sleep: (durationMs: number, signal?: AbortSignal) => Promise<void>
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (durationMs, signal) => {
    await sleepFor(durationMs, undefined, signal === undefined ? {} : { signal })
  },
}
