import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import type { Coverage } from '#shared/coverage.ts'
import { formatCount, formatDayMonth } from '../../ui/format.ts'
import { ChartLegend } from './chart-legend.tsx'
import classes from './run-chart.module.css'

const HEIGHT_PX = 180
const SERIES = [
  { name: 'With visa words', color: 'var(--cc-chart-1)' },
  { name: 'Without visa words', color: 'var(--cc-chart-3)' },
]

/** Jobs by the week in which they were first seen: those that say something on visa, and the others. */
export function CoverageChart({ weeks }: { readonly weeks: Coverage['byWeek'] }) {
  const first = weeks.findIndex((week) => week.jobs > 0)
  // A year that is mostly empty says less than the weeks that are not.
  const shown = weeks.slice(Math.max(0, Math.min(first - 1, weeks.length - 8)))
  const data = shown.map((week) => ({
    week: formatDayMonth(week.weekStartsAt),
    'With visa words': week.withVisaWords,
    'Without visa words': week.jobs - week.withVisaWords,
  }))
  return (
    <figure className={classes.figure}>
      <ChartLegend name="Jobs by week" series={SERIES} />
      <BarChart
        h={HEIGHT_PX}
        data={data}
        dataKey="week"
        type="stacked"
        gridAxis="x"
        tickLine="none"
        maxBarWidth={28}
        valueFormatter={(value) => formatCount(value)}
        barProps={{ isAnimationActive: false }}
        series={SERIES}
      />
      <table className="cc-unseen">
        <caption>Jobs by week</caption>
        <tbody>
          {data.map((row) => (
            <tr key={row.week}>
              <th scope="row">{row.week}</th>
              <td>{row['With visa words']} with visa words</td>
              <td>{row['Without visa words']} without</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
