import type { Coverage } from '#shared/coverage.ts'
import { formatDayMonth } from '../../ui/format.ts'
import { StackedBars } from './stacked-bars.tsx'

const SERIES = [
  { name: 'With visa words', color: 'var(--cc-chart-1)' },
  { name: 'Without visa words', color: 'var(--cc-chart-3)' },
]
/** Fewer weeks are no picture. */
const WEEKS_MIN = 8

/** Jobs by the week in which they were first seen; the empty weeks before the first run are left out. */
export function CoverageChart({ weeks }: { readonly weeks: Coverage['byWeek'] }) {
  const first = weeks.findIndex((week) => week.jobs > 0)
  const shown = weeks.slice(Math.max(0, Math.min(first - 1, weeks.length - WEEKS_MIN)))
  const bars = shown.map((week) => ({
    tick: formatDayMonth(week.weekStartsAt),
    label: `Week of ${formatDayMonth(week.weekStartsAt)}`,
    values: { 'With visa words': week.withVisaWords, 'Without visa words': week.jobs - week.withVisaWords },
  }))
  return <StackedBars name="Jobs by week" heightPx={180} series={SERIES} bars={bars} />
}
