import type { Run } from '#shared/discovery.ts'
import { formatDateTime, formatShortTime } from '../../ui/format.ts'
import { StackedBars } from './stacked-bars.tsx'

const SERIES = [
  { name: 'New', color: 'var(--cc-chart-1)' },
  { name: 'Updated', color: 'var(--cc-chart-2)' },
  { name: 'Known', color: 'var(--cc-chart-3)' },
]

/** What the last runs brought, oldest first. */
export function RunChart({ runs }: { readonly runs: readonly Run[] }) {
  const bars = runs.toReversed().map((run) => ({
    tick: formatShortTime(run.startedAt),
    label: formatDateTime(run.startedAt),
    values: { New: run.new, Updated: run.updated, Known: run.duplicate },
  }))
  return <StackedBars name="Postings by run" heightPx={150} series={SERIES} bars={bars} />
}
