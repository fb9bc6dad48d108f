import { Link } from '@tanstack/react-router'
import type { CalendarEntry } from '#shared/applications.ts'
import { STEP_ICONS, STEP_WORDS } from '../words/step-words.ts'
import classes from './entry-link.module.css'

export function timeWord(at: number, zone: string): string {
  return new Intl.DateTimeFormat(undefined, { timeStyle: 'short', timeZone: zone }).format(at)
}

/** Something in the calendar; leads to its application. */
export function EntryLink(props: {
  readonly entry: CalendarEntry
  readonly zone: string
  readonly now: number
  /** 'line': one short line; 'full': with everything that is known. */
  readonly look: 'line' | 'full'
  /** Said instead of the time. */
  readonly when?: string
}) {
  const { entry, zone, now, look } = props
  const EntryIcon = STEP_ICONS[entry.kind]
  const isOverdue = entry.kind !== 'interview' && entry.at < now && !entry.isDone
  const time = entry.endsAt === null ? null : timeWord(entry.at, zone)
  const end = entry.endsAt === null ? null : timeWord(entry.endsAt, zone)
  const told = props.when ?? (look === 'full' && end !== null ? `${time} – ${end}` : time)
  const words = `${STEP_WORDS[entry.kind]}: ${entry.title} at ${entry.company}`
  return (
    <Link
      to="/applications/$id"
      params={{ id: String(entry.applicationId) }}
      className={classes.entry}
      data-kind={entry.kind === 'interview' ? 'timed' : 'due'}
      data-look={look}
      data-overdue={isOverdue || undefined}
      data-done={entry.isDone || undefined}
      title={entry.note === '' ? words : `${words} – ${entry.note}`}
    >
      <EntryIcon size={13} stroke={1.9} aria-hidden="true" />
      <span className="cc-unseen">
        {isOverdue && 'Overdue: '}
        {entry.isDone && 'Done: '}
      </span>
      {told !== null && <span className={classes.time}>{told}</span>}
      <span className={classes.words}>
        <span className={look === 'line' ? 'cc-unseen' : classes.kind}>{STEP_WORDS[entry.kind]} </span>
        <span className={classes.company}>{entry.company}</span>
        {look === 'full' && <span className={classes.title}>{entry.title}</span>}
      </span>
      {look === 'full' && entry.note !== '' && <span className={classes.note}>{entry.note}</span>}
    </Link>
  )
}
