import type { Clock } from '../time/clock.ts'
import type { Database } from './driver.ts'

const LOOK_EVERY_MS = 1000

/** Calls `onChange` when another process has written to the database. Looks once a second, which costs microseconds. */
export function watchOtherWriters(
  database: Database,
  options: { clock: Clock; onChange: () => void },
): { stop: () => void } {
  const stopping = new AbortController()
  const look = () => Number(database.raw.pragma('data_version', { simple: true }))

  async function watch(): Promise<void> {
    let seen = look()
    while (!stopping.signal.aborted) {
      await options.clock.sleep(LOOK_EVERY_MS, stopping.signal)
      const current = look()
      if (current !== seen) options.onChange()
      seen = current
    }
  }

  // Ends only by the signal; a closed database cannot be looked at, and stop() comes before close().
  void watch().catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error
  })
  return { stop: () => stopping.abort() }
}
