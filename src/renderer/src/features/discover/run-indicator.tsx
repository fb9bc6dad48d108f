import { IconLoader2, IconRadar2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { formatAgo, formatCount } from '../../ui/format.ts'
import { useNow } from '../../ui/use-now.ts'
import { useRunControl } from './run-control.ts'
import classes from './run-indicator.module.css'
import { runProgress } from './run-words.ts'

/** The state of discovery in two short lines, always in sight. */
export function RunIndicator() {
  const { active, latest } = useRunControl()
  const now = useNow(30_000)
  if (active) {
    const { done, all } = runProgress(active)
    return (
      <Link to="/discover" className={classes.indicator} data-active>
        <IconLoader2 size={16} stroke={1.8} className={classes.spin} aria-hidden="true" />
        <span className={classes.words}>
          <strong>Discovering</strong>
          <span>
            {done} of {all} sources · {formatCount(active.new)} new
          </span>
        </span>
      </Link>
    )
  }
  return (
    <Link to="/discover" className={classes.indicator}>
      <IconRadar2 size={16} stroke={1.8} aria-hidden="true" />
      <span className={classes.words}>
        <strong>{latest ? `${formatCount(latest.new)} new` : 'No run yet'}</strong>
        <span>
          {latest ? `Last run ${formatAgo(latest.finishedAt ?? latest.startedAt, now)}` : 'Find your first jobs'}
        </span>
      </span>
    </Link>
  )
}
