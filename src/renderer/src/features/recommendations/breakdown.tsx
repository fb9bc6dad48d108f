import type { FactorPart, MatchExplanation } from '#shared/recommendations.ts'
import classes from './breakdown.module.css'
import { FACTOR_WORDS, formatPoints, sumOfPoints } from './points.ts'

/** A bar for each factor: how many of its points a job has, and why. The points add up to the score, and that is shown. */
export function Breakdown({ parts, isTold }: { readonly parts: readonly FactorPart[]; readonly isTold: boolean }) {
  return (
    <table className={classes.table} aria-label="Points by factor">
      <thead className="cc-unseen">
        <tr>
          <th scope="col">Factor</th>
          <th scope="col">Part of its points</th>
          <th scope="col">Points</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <Part key={part.factor} part={part} isTold={isTold} />
        ))}
      </tbody>
      <tfoot>
        <tr className={classes.sum}>
          <th scope="row" colSpan={2}>
            Together
          </th>
          <td>
            <strong>{formatPoints(sumOfPoints(parts))}</strong> <span className={classes.of}>of 100</span>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function Part({ part, isTold }: { readonly part: FactorPart; readonly isTold: boolean }) {
  const { factor, weight, points, isKnown, evidence } = part
  const percent = weight === 0 ? 0 : Math.min(100, (points / weight) * 100)
  return (
    <>
      <tr data-factor={factor} data-told={isTold || undefined}>
        <th scope="row" className={classes.factor}>
          {FACTOR_WORDS[factor]}
        </th>
        <td className={classes.barCell}>
          <span className={classes.track} data-guess={!isKnown || undefined}>
            <span className={classes.bar} style={{ width: `${percent}%` }} />
          </span>
          {!isKnown && <span className="cc-unseen">not known, counted as middling</span>}
        </td>
        <td className={classes.points}>
          <span data-points>{formatPoints(points)}</span> <span className={classes.of}>of {formatPoints(weight)}</span>
        </td>
      </tr>
      {isTold && (
        <tr className={classes.told}>
          <td colSpan={3}>{evidence}</td>
        </tr>
      )}
    </>
  )
}

/** What keeps a job from more points, most first. */
export function Losses({ losses }: { readonly losses: MatchExplanation['losses'] }) {
  if (losses.length === 0) return null
  return (
    <section aria-labelledby="losses-title">
      <h4 id="losses-title" className={classes.subtitle}>
        Why not higher?
      </h4>
      <ul className={classes.losses}>
        {losses.map(({ factor, lost, sentence }) => (
          <li key={factor}>
            <span className={classes.lost}>−{formatPoints(lost)}</span>
            <span>
              <span className={classes.of}>{FACTOR_WORDS[factor]}:</span> {sentence}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
