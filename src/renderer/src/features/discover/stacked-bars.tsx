import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.css'
import { formatCount } from '../../ui/format.ts'
import classes from './stacked-bars.module.css'

export interface Bar {
  /** Under the bar, short. */
  readonly tick: string
  /** For those who hear the figures. */
  readonly label: string
  readonly values: Readonly<Record<string, number>>
}

/** Counts as stacked bars, with a legend and the same figures as a table for screen readers. */
export function StackedBars(props: {
  readonly name: string
  readonly heightPx: number
  readonly series: readonly { readonly name: string; readonly color: string }[]
  readonly bars: readonly Bar[]
}) {
  const { name, series, bars } = props
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <span className={classes.name}>{name}</span>
        {series.map((part) => (
          <span key={part.name} className={classes.key}>
            <span className={classes.swatch} style={{ background: part.color }} aria-hidden="true" />
            {part.name}
          </span>
        ))}
      </figcaption>
      <div aria-hidden="true">
        <BarChart
          h={props.heightPx}
          data={bars.map(({ tick, values }) => ({ tick, ...values }))}
          dataKey="tick"
          type="stacked"
          gridAxis="x"
          tickLine="none"
          yAxisProps={{ interval: 0, allowDecimals: false, width: 44 }}
          maxBarWidth={28}
          valueFormatter={(value) => formatCount(value)}
          barProps={{ isAnimationActive: false }}
          barChartProps={{ accessibilityLayer: false }}
          series={[...series]}
        />
      </div>
      <table className="cc-unseen">
        <caption>{name}</caption>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.label}>
              <th scope="row">{bar.label}</th>
              {series.map((part) => (
                <td key={part.name}>
                  {formatCount(bar.values[part.name] ?? 0)} {part.name.toLowerCase()}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
