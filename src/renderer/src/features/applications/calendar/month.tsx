import type { CalendarEntry } from '#shared/applications.ts'
import { formatQuantity } from '../../../ui/format.ts'
import { EntryLink } from './entry-link.tsx'
import classes from './month.module.css'

/** So many entries of a day are shown before the rest is counted. */
const SHOWN_ENTRIES = 3

interface SpanProps {
  readonly days: readonly string[]
  readonly entries: ReadonlyMap<string, readonly CalendarEntry[]>
  readonly today: string
  readonly now: number
  readonly zone: string
}

/** Whole weeks around a month, a box for each day. */
export function Month(props: SpanProps & { readonly month: string; readonly onDay: (day: string) => void }) {
  const { days, today, month } = props
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
  return (
    <table className={classes.month}>
      <thead>
        <tr>
          {days.slice(0, 7).map((day) => (
            <th key={day} scope="col">
              <span aria-hidden="true">{weekdayName(day, 'short')}</span>
              <span className="cc-unseen">{weekdayName(day, 'long')}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td
                key={day}
                className={classes.day}
                data-outside={!day.startsWith(month) || undefined}
                aria-current={day === today ? 'date' : undefined}
              >
                <Day {...props} day={day} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day(props: SpanProps & { readonly day: string; readonly onDay: (day: string) => void }) {
  const { day, now, zone } = props
  const entries = props.entries.get(day) ?? []
  const isCut = entries.length > SHOWN_ENTRIES
  const shown = isCut ? entries.slice(0, SHOWN_ENTRIES - 1) : entries
  const rest = entries.length - shown.length
  return (
    <div className={classes.box}>
      <span className={classes.number}>
        <span aria-hidden="true">{Number(day.slice(8))}</span>
        <span className="cc-unseen">{dayName(day)}</span>
      </span>
      {shown.map((entry) => (
        <EntryLink key={`${entry.kind} ${entry.partId}`} entry={entry} zone={zone} now={now} look="line" />
      ))}
      {rest > 0 && (
        <button type="button" className={classes.more} onClick={() => props.onDay(day)}>
          {formatQuantity(rest, ['more', 'more'])}
          <span className="cc-unseen"> on {dayName(day)}</span>
        </button>
      )}
    </div>
  )
}

export function weekdayName(day: string, weekday: 'short' | 'long'): string {
  return new Intl.DateTimeFormat(undefined, { weekday, timeZone: 'UTC' }).format(Date.parse(`${day}T12:00:00Z`))
}

export function dayName(day: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeZone: 'UTC' }).format(
    Date.parse(`${day}T12:00:00Z`),
  )
}
