import type { Run } from '#shared/discovery.ts'
import { APP_NAME } from '../identity.ts'

export interface RunSummary {
  readonly tooltip: string
  readonly isRunning: boolean
}

/** What the tray says of the newest run. `formatTime` writes an instant (UTC epoch ms) as the user's clock shows it. Pure. */
export function summariseRun(run: Run | null, formatTime: (at: number) => string): RunSummary {
  if (run === null) return { tooltip: `${APP_NAME}\nNo run yet`, isRunning: false }
  const figures = `${run.new} new of ${run.found} found`
  if (run.finishedAt === null) return { tooltip: `${APP_NAME}\nDiscovery is running: ${figures}`, isRunning: true }
  return { tooltip: `${APP_NAME}\nLast run ${formatTime(run.finishedAt)}: ${figures}${ending(run)}`, isRunning: false }
}

function ending(run: Run): string {
  if (run.state === 'cancelled') return ', cancelled'
  const failed = run.sources.filter(({ state }) => !['ok', 'empty', 'skipped'].includes(state)).length
  return failed === 0 ? '' : `, ${failed} of ${run.sources.length} sources failed`
}
