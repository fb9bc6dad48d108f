const FIRST_MS = 500
const LONGEST_MS = 10_000

/** Pause before try number `attempt` (0 is the first after a failure): doubling up to 10 s, spread by ± 20 % so that
 *  several windows do not knock at the same moment. `random` is in [0, 1). Pure. */
export function backoffMs(attempt: number, random: number): number {
  const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 16))
  return Math.round(base * (0.8 + 0.4 * random))
}

/** The pauses between tries, longer each time until one succeeds. */
export interface Retry {
  /** Ends early, without an error, when `signal` aborts. */
  readonly wait: (signal: AbortSignal) => Promise<void>
  readonly reset: () => void
}

export function createRetry(): Retry {
  let attempt = 0
  return {
    wait: async (signal) => {
      await pause(backoffMs(attempt, Math.random()), signal)
      attempt += 1
    },
    reset: () => {
      attempt = 0
    },
  }
}

function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve()
      return
    }
    const finish = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const timer = setTimeout(finish, durationMs)
    signal.addEventListener('abort', finish)
  })
}
