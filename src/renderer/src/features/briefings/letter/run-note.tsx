import { Button } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { BriefingContent } from '#shared/briefings.ts'
import { useRunControl } from '../../discover/index.ts'
import { runSentences } from '../words/run-words.ts'
import classes from './letter.module.css'

/** How the last run went, which sources brought nothing, and the way to start one. */
export function RunNote(props: {
  readonly run: Extract<BriefingContent, { kind: 'daily' }>['run']
  readonly now: number
  readonly isNow: boolean
}) {
  const { run } = props
  const [last, ...rest] = runSentences(run, props.now)
  return (
    <>
      <p className={classes.sentence}>{last}</p>
      {run.failed.length > 0 && (
        <>
          <p className={classes.sentence}>{rest[0]}</p>
          <ul className={classes.failed} aria-label="Sources that brought nothing">
            {run.failed.map(({ sourceId, name, message }) => (
              <li key={sourceId}>
                <strong>{name}</strong>: {message}
              </li>
            ))}
          </ul>
        </>
      )}
      {props.isNow && <p className={classes.sentence}>{rest.at(-1)}</p>}
      {props.isNow && <RunNow />}
    </>
  )
}

function RunNow() {
  const run = useRunControl()
  return (
    <div className={classes.actions} data-screen>
      {run.active ? (
        <p className={classes.sentence}>
          A run is going on. <Link to="/discover">Watch it</Link>
        </p>
      ) : (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlayerPlay size={13} aria-hidden="true" />}
          loading={run.isStarting}
          onClick={() => run.start([])}
        >
          Run now
        </Button>
      )}
    </div>
  )
}
