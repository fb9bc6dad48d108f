import { fitOf, FIT_WORDS, formatPoints } from './points.ts'
import classes from './score-badge.module.css'

/** A score out of 100; its band is in colour and, for who does not see it, in words. */
export function ScoreBadge({ score, isLarge = false }: { readonly score: number; readonly isLarge?: boolean }) {
  const fit = fitOf(score)
  return (
    <span className={classes.badge} data-fit={fit} data-large={isLarge || undefined} title={FIT_WORDS[fit]}>
      {formatPoints(score)}
      <span className="cc-unseen"> of 100, {FIT_WORDS[fit].toLowerCase()}</span>
    </span>
  )
}
