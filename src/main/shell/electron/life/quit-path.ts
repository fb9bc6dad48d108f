import type { Log } from '../../../infra/log/log.ts'
import type { Clock } from '../../../infra/time/clock.ts'

/** Time for running work to find a safe point and for the database to close. */
const STOP_BUDGET_MS = 5_000
/** A second wish within this time is an echo: a terminal's Ctrl+C reaches us from the terminal and from our parent. */
const ECHO_MS = 1_000

export type QuitReason = 'user' | 'signal' | 'system' | 'failure'

export interface QuitPath {
  /** Ends the app; the same wish again, a moment later, ends it at once. */
  readonly request: (reason: QuitReason) => Promise<void>
  readonly isQuitting: () => boolean
}

export interface QuitOptions {
  /** Stops everything, the core last. */
  readonly stop: () => Promise<void>
  readonly exit: (code: number) => void
  readonly clock: Clock
  readonly log: Log
}

/** The one way out, for quitting, signals and the system's shutdown. `stop` runs once and has five seconds; then the process
 *  ends whatever happens: with 0 after a clean stop, else (or after a failure) with 1. */
export function createQuitPath(options: QuitOptions): QuitPath {
  const { clock, log } = options
  let first: { reason: QuitReason; at: number } | null = null
  let hasExited = false

  function exit(code: number): void {
    if (hasExited) return
    hasExited = true
    options.exit(code)
  }

  return {
    isQuitting: () => first !== null,
    request: async (reason) => {
      if (first !== null) {
        // The system's shutdown is followed by a quit of its own: only the same wish twice means impatience.
        if (reason !== first.reason || clock.now() - first.at < ECHO_MS) return
        log.warn({ reason }, 'quit was asked for again: the process ends at once')
        exit(1)
        return
      }
      first = { reason, at: clock.now() }
      const code = await stopWithin(options)
      exit(reason === 'failure' ? 1 : code)
    },
  }
}

async function stopWithin({ stop, clock, log }: QuitOptions): Promise<number> {
  const budget = new AbortController()
  const stopped = stop().then(
    () => 0,
    (error: unknown) => {
      log.error({ err: error }, 'stopping failed')
      return 1
    },
  )
  const overdue = clock.sleep(STOP_BUDGET_MS, budget.signal).then(
    () => {
      log.error({ budgetMs: STOP_BUDGET_MS }, 'stopping took too long: the process ends without it')
      return 1
    },
    () => stopped,
  )
  const code = await Promise.race([stopped, overdue])
  budget.abort()
  return code
}
