import { Button } from '@mantine/core'
import { IconBellPlus, IconGhost2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { BriefingContent } from '#shared/briefings.ts'
import { useApi } from '../../../bridge/api.tsx'
import { formatAgo } from '../../../ui/format.ts'
import { morningIn, usePerform, type Here } from '../../applications/index.ts'
import classes from './letter.module.css'

type Silent = Extract<BriefingContent, { kind: 'daily' }>['silent'][number]

/** Applications that nobody answers, with what can be done about the silence. */
export function SilentList(props: { readonly lines: readonly Silent[]; readonly here: Here; readonly isNow: boolean }) {
  const { lines, here, isNow } = props
  return (
    <ul className={classes.list} aria-label="No answer for long">
      {lines.map((line) => (
        <li key={line.applicationId} className={classes.row}>
          <div className={classes.words}>
            <Link to="/applications/$id" params={{ id: String(line.applicationId) }} className={classes.name}>
              {line.title}
            </Link>
            <p className={classes.sub}>
              {line.company} · nothing since {formatAgo(line.since, here.now)}
            </p>
          </div>
          {isNow && <SilentActions line={line} here={here} />}
        </li>
      ))}
    </ul>
  )
}

function SilentActions({ line, here }: { readonly line: Silent; readonly here: Here }) {
  const api = useApi()
  const perform = usePerform()
  const { applicationId } = line
  const name = `${line.title} at ${line.company}`
  return (
    <div className={classes.actions} data-screen>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconBellPlus size={13} aria-hidden="true" />}
        aria-label={`Remind me tomorrow to ask about ${name}`}
        onClick={() =>
          void perform({
            call: () =>
              api.reminders.add.call({
                applicationId,
                fields: { kind: 'follow_up', dueAt: morningIn(1, here.now, here.zone) },
              }),
            said: 'You are reminded tomorrow morning',
            undo: ({ id }) => api.reminders.remove.call({ id }),
          })
        }
      >
        Ask tomorrow
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        leftSection={<IconGhost2 size={13} aria-hidden="true" />}
        aria-label={`Close ${name} as ghosted`}
        onClick={() =>
          void perform({
            call: () => api.applications.moveMany.call({ ids: [applicationId], to: 'ghosted' }),
            said: 'Closed as ghosted',
            undo: ({ moved }) => api.applications.undoMoves.call({ eventIds: moved.map(({ eventId }) => eventId) }),
          })
        }
      >
        Ghosted
      </Button>
    </div>
  )
}
