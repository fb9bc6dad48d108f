import type { CalendarEntry } from '#shared/applications.ts'
import { EntryLink } from './entry-link.tsx'
import { dayName } from './month.tsx'
import classes from './agenda.module.css'

/** Days with something on them, one below the other. */
export function Agenda(props: {
  readonly days: readonly string[]
  readonly entries: ReadonlyMap<string, readonly CalendarEntry[]>
  readonly today: string
  readonly now: number
  readonly zone: string
}) {
  const { entries, today } = props
  const filled = props.days.filter((day) => (entries.get(day)?.length ?? 0) > 0)
  if (filled.length === 0)
    return (
      <p className={classes.none}>
        Nothing is planned in these days. Interviews and reminders are set at an application.
      </p>
    )
  return (
    <div className={classes.agenda}>
      {filled.map((day) => (
        <section key={day} className={classes.day} aria-labelledby={`agenda-${day}`}>
          <h3 id={`agenda-${day}`} className={classes.name} data-today={day === today || undefined}>
            {dayName(day)}
            {day === today && <span className={classes.today}>Today</span>}
          </h3>
          <ul className={classes.list}>
            {entries.get(day)?.map((entry) => (
              <li key={`${entry.kind} ${entry.partId}`}>
                <EntryLink entry={entry} zone={props.zone} now={props.now} look="full" />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** What should have been done by now, with how long ago that was. */
export function Overdue(props: {
  readonly entries: readonly CalendarEntry[]
  readonly now: number
  readonly zone: string
  readonly when: (entry: CalendarEntry) => string
}) {
  return (
    <section className={classes.overdue} aria-labelledby="calendar-overdue">
      <h2 id="calendar-overdue" className={classes.name}>
        Overdue
      </h2>
      <ul className={classes.list}>
        {props.entries.map((entry) => (
          <li key={`${entry.kind} ${entry.partId}`}>
            <EntryLink entry={entry} zone={props.zone} now={props.now} look="full" when={props.when(entry)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
