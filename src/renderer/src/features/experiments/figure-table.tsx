import { type Experiment, VARIANTS } from '#shared/experiments.ts'
import { MATCH_FACTORS, type MatchWeights } from '#shared/recommendations.ts'
import { formatCount } from '../../ui/format.ts'
import { FACTOR_WORDS, formatPoints, sharesOf } from '../recommendations/index.ts'
import { formatRate, VARIANT_WORDS } from './experiment-words.ts'
import classes from './figure-table.module.css'

/** What was counted of each set, and the weights that it is made of where the sets differ. */
export function FigureTable({ experiment }: { readonly experiment: Experiment }) {
  const { a, b, name } = experiment
  return (
    // A table that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.frame} aria-label={`Figures of ${name}`} tabIndex={0}>
      <table className={classes.table} aria-label={`Figures of ${name}, table`}>
        <thead>
          <tr>
            <th scope="col">Set</th>
            <th scope="col">Weights</th>
            <th scope="col">Days</th>
            <th scope="col">Shown</th>
            <th scope="col">Opened</th>
            <th scope="col">Applied for</th>
          </tr>
        </thead>
        <tbody>
          {VARIANTS.map((variant) => {
            const figures = experiment[variant]
            return (
              <tr key={variant}>
                <th scope="row">{VARIANT_WORDS[variant]}</th>
                <td className={classes.weights}>
                  {differing(a.weights, b.weights)
                    .map((factor) => `${FACTOR_WORDS[factor]} ${formatPoints(sharesOf(figures.weights)[factor])}`)
                    .join(', ')}
                </td>
                <td>{formatCount(figures.lists)}</td>
                <td>{formatCount(figures.shown)}</td>
                <td>
                  {formatCount(figures.clicked)} <span className={classes.rate}>{formatRate(figures.clickRate)}</span>
                </td>
                <td>
                  {formatCount(figures.applied)} <span className={classes.rate}>{formatRate(figures.applyRate)}</span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function differing(a: MatchWeights, b: MatchWeights) {
  const sharesA = sharesOf(a)
  const sharesB = sharesOf(b)
  return MATCH_FACTORS.filter((factor) => sharesA[factor] !== sharesB[factor])
}
