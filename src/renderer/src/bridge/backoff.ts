const FIRST_MS = 500
const LONGEST_MS = 10_000

/** Pause before try number `attempt` (0 is the first after a failure): doubling up to 10 s, spread by ± 20 % so that
 *  several windows do not knock at the same moment. `random` is in [0, 1). Pure. */
export function backoffMs(attempt: number, random: number): number {
  const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 16))
  return Math.round(base * (0.8 + 0.4 * random))
}

export function pause(durationMs: number, signal: AbortSignal): Promise<void> {
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
