import { Button } from '@mantine/core'
import classes from './career.module.css'

/** What was changed here and in another window at once, and the choice which of the two stays. */
export function Conflict(props: {
  readonly parts: readonly string[]
  readonly onMine: () => void
  readonly onTheirs: () => void
}) {
  return (
    <div className={classes.conflict} role="alert">
      <p>
        <strong>Changed in another window, too.</strong> These parts differ; everything else of both is kept. What you
        type here is saved after you choose.
      </p>
      <ul>
        {props.parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      <div className={classes.choices}>
        <Button size="xs" onClick={props.onMine}>
          Keep what stands here
        </Button>
        <Button size="xs" variant="default" onClick={props.onTheirs}>
          Take what the other window wrote
        </Button>
      </div>
    </div>
  )
}
