import { type Experiment, VARIANTS } from '#shared/experiments.ts'
import { formatShare } from '../../ui/format.ts'
import { formatRate, VARIANT_WORDS } from './experiment-words.ts'
import classes from './rate-bars.module.css'
import { scaleOf } from './rate-scale.ts'

/** How often what was shown was opened, a bar a set, with the range in which the true rate lies in 19 of 20 cases. */
export function RateBars({ experiment }: { readonly experiment: Experiment }) {
  const scale = scaleOf([experiment.a.clickInterval, experiment.b.clickInterval])
  if (scale === null) return null
  const percent = (rate: number) => `${Math.min(100, (rate / scale) * 100)}%`
  return (
    <figure className={classes.bars}>
      <figcaption className={classes.caption}>
        Opened of what was shown, with the {formatShare(95, 100)} interval
      </figcaption>
      {VARIANTS.map((variant) => {
        const { clickRate, clickInterval } = experiment[variant]
        return (
          <div key={variant} className={classes.row}>
            <span className={classes.name}>{VARIANT_WORDS[variant]}</span>
            <span className={classes.track} aria-hidden="true">
              {clickRate !== null && clickInterval !== null && (
                <>
                  <span className={classes.bar} data-variant={variant} style={{ width: percent(clickRate) }} />
                  <span
                    className={classes.interval}
                    style={{ left: percent(clickInterval.low), width: percent(clickInterval.high - clickInterval.low) }}
                  />
                </>
              )}
            </span>
            <span className={classes.figures}>
              {clickRate === null || clickInterval === null ? (
                'not shown yet'
              ) : (
                <>
                  <strong>{formatRate(clickRate)}</strong> {formatRate(clickInterval.low)} to{' '}
                  {formatRate(clickInterval.high)}
                </>
              )}
            </span>
          </div>
        )
      })}
    </figure>
  )
}
