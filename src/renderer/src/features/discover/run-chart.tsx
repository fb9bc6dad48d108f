import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import type { Run } from '#shared/discovery.ts'
import { formatCount, formatDateTime, formatShortTime } from '../../ui/format.ts'
import { ChartLegend } from './chart-legend.tsx'
import classes from './run-chart.module.css'

const HEIGHT_PX = 150
const SERIES = [
  { name: 'New', color: 'var(--cc-chart-1)' },
  { name: 'Updated', color: 'var(--cc-chart-2)' },
  { name: 'Known', color: 'var(--cc-chart-3)' },
]

/** What the last runs brought, oldest first: new jobs, updates, and what was known already. */
export function RunChart({ runs }: { readonly runs: readonly Run[] }) {
  const data = runs.toReversed().map((run) => ({
    when: formatShortTime(run.startedAt),
    label: formatDateTime(run.startedAt),
    New: run.new,
    Updated: run.updated,
    Known: run.duplicate,
  }))
  return (
    <figure className={classes.figure}>
      <ChartLegend name="Postings by run" series={SERIES} />
      <BarChart
        h={HEIGHT_PX}
        data={data}
        dataKey="when"
        type="stacked"
        gridAxis="x"
        tickLine="none"
        maxBarWidth={28}
        valueFormatter={(value) => formatCount(value)}
        barProps={{ isAnimationActive: false }}
        series={SERIES}
      />
      <table className="cc-unseen">
        <caption>Postings by run</caption>
        <tbody>
          {data.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td>{row.New} new</td>
              <td>{row.Updated} updated</td>
              <td>{row.Known} known</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
