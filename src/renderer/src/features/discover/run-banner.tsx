import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconLoader2 } from '@tabler/icons-react'
import { useRunControl } from './run-control.ts'
import classes from './run-banner.module.css'
import { runProgress, runSummary } from './run-words.ts'

/** A slim line above other work while a run goes on; nothing when none does. */
export function RunBanner() {
  const { active, cancel, isCancelling } = useRunControl()
  if (!active) return null
  const { done, all } = runProgress(active)
  return (
    <div className={classes.banner}>
      <IconLoader2 size={15} stroke={2} className={classes.spin} aria-hidden="true" />
      <span className={classes.words}>{runSummary(active)}</span>
      <Button size="compact-xs" variant="subtle" renderRoot={(props) => <Link to="/discover" {...props} />}>
        Details
      </Button>
      <Button size="compact-xs" variant="subtle" color="gray" onClick={cancel} loading={isCancelling}>
        Cancel
      </Button>
      <span className={classes.bar} style={{ width: `${all === 0 ? 0 : Math.max(4, (done / all) * 100)}%` }} />
    </div>
  )
}
