import type { Run } from '#shared/discovery.ts'

const NAME = 'Career Copilot'

export interface RunSummary {
  readonly tooltip: string
  readonly isRunning: boolean
}

/** What the tray says of the newest run. `formatTime` writes an instant (UTC epoch ms) as the user's clock shows it. Pure. */
export function summariseRun(run: Run | null, formatTime: (at: number) => string): RunSummary {
  if (run === null) return { tooltip: `${NAME}\nNo run yet`, isRunning: false }
  const figures = `${run.new} new of ${run.found} found`
  if (run.finishedAt === null) return { tooltip: `${NAME}\nDiscovery is running: ${figures}`, isRunning: true }
  return { tooltip: `${NAME}\nLast run ${formatTime(run.finishedAt)}: ${figures}${ending(run)}`, isRunning: false }
}

function ending(run: Run): string {
  if (run.state === 'cancelled') return ', cancelled'
  const failed = run.sources.filter(({ state }) => !['ok', 'empty', 'skipped'].includes(state)).length
  return failed === 0 ? '' : `, ${failed} of ${run.sources.length} sources failed`
}
