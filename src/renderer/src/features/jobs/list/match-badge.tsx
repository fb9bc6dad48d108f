import classes from './match-badge.module.css'

/** How well a job fits the user's profile, 0 to 100. */
export function MatchBadge({ score }: { readonly score: number }) {
  const shown = Math.round(score)
  return (
    <span className={classes.badge} title={`Fits your profile by ${shown} of 100`}>
      <span className="cc-unseen">fits by</span> {shown}
    </span>
  )
}
