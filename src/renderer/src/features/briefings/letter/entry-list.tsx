import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Reminder } from '#shared/application-parts.ts'
import type { CalendarEntry } from '#shared/applications.ts'
import { useApi } from '../../../bridge/api.tsx'
import { OutsideLink } from '../../../ui/outside-link.tsx'
import { PutOffMenu, STEP_ICONS, STEP_WORDS, usePerform, type Here } from '../../applications/index.ts'
import { entryTime, theirTime } from '../words/entry-words.ts'
import classes from './letter.module.css'

interface EntryProps {
  readonly entry: CalendarEntry
  readonly here: Here
  readonly isNow: boolean
}

/** Things with a time, in the order they are given in. */
export function EntryList(props: {
  readonly label: string
  readonly entries: readonly CalendarEntry[]
  readonly here: Here
  readonly isNow: boolean
}) {
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.entries.map((entry) => (
        <EntryRow key={`${entry.kind} ${entry.partId}`} entry={entry} here={props.here} isNow={props.isNow} />
      ))}
    </ul>
  )
}

function EntryRow({ entry, here, isNow }: EntryProps) {
  const StepIcon = STEP_ICONS[entry.kind]
  return (
    <li className={classes.row}>
      <span className={classes.icon}>
        <StepIcon size={16} stroke={1.8} aria-hidden="true" />
      </span>
      <div className={classes.words}>
        <Link to="/applications/$id" params={{ id: String(entry.applicationId) }} className={classes.name}>
          {entry.title}
        </Link>
        <p className={classes.sub}>
          {entry.company} · {STEP_WORDS[entry.kind]}
        </p>
        <p className={classes.when} data-late={(entry.at < here.now && entry.kind !== 'interview') || undefined}>
          {entryTime(entry, here)}
          {entry.kind === 'interview' && isNow && <TheirTime entry={entry} here={here} />}
        </p>
        {entry.note !== '' && (
          <p className={classes.note}>
            <OutsideLink href={entry.note}>{entry.note}</OutsideLink>
          </p>
        )}
      </div>
      {isNow && isReminder(entry) && <ReminderActions entry={entry} here={here} />}
    </li>
  )
}

/** The clock where they sit, when it is another one. */
function TheirTime({ entry, here }: { readonly entry: CalendarEntry; readonly here: Here }) {
  const api = useApi()
  const { data } = useQuery(api.applications.get.queryOptions({ input: { id: entry.applicationId } }))
  const interview = data?.interviews.find(({ id }) => id === entry.partId)
  const theirs = interview ? theirTime(entry.at, interview.zone, here) : null
  return theirs === null ? null : <span> · {theirs}</span>
}

type Due = CalendarEntry & { readonly kind: Reminder['kind'] }

function isReminder(entry: CalendarEntry): entry is Due {
  const { kind, isDone } = entry
  return !isDone && (kind === 'deadline' || kind === 'follow_up' || kind === 'other')
}

function ReminderActions({ entry, here }: { readonly entry: Due; readonly here: Here }) {
  const api = useApi()
  const perform = usePerform()
  const navigate = useNavigate()
  const { partId: id, kind, at, note, applicationId } = entry
  const name = `${STEP_WORDS[entry.kind]}, ${entry.title} at ${entry.company}`
  return (
    <div className={classes.actions} data-screen>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconCheck size={13} aria-hidden="true" />}
        aria-label={`Done: ${name}`}
        onClick={() =>
          void perform({
            call: () => api.reminders.setDone.call({ id, isDone: true }),
            said: 'Done',
            undo: () => api.reminders.setDone.call({ id, isDone: false }),
          })
        }
      >
        Done
      </Button>
      <PutOffMenu
        name={name}
        dueAt={at}
        here={here}
        onChoose={(until) =>
          void perform({
            call: () => api.reminders.putOff.call({ id, until }),
            said: 'Put off',
            undo: () => api.reminders.update.call({ id, fields: { kind, dueAt: at, note } }),
          })
        }
        onChooseDay={() => void navigate({ to: '/applications/$id', params: { id: String(applicationId) } })}
      />
    </div>
  )
}
