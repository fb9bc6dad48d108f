import classes from './run-chart.module.css'

/** What a chart is of, and which colour means what. */
export function ChartLegend(props: {
  readonly name: string
  readonly series: readonly { readonly name: string; readonly color: string }[]
}) {
  return (
    <figcaption className={classes.caption}>
      <span className={classes.name}>{props.name}</span>
      {props.series.map(({ name, color }) => (
        <span key={name} className={classes.key}>
          <span className={classes.swatch} style={{ background: color }} aria-hidden="true" />
          {name}
        </span>
      ))}
    </figcaption>
  )
}
