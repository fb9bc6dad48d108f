import type { CalendarEntry } from '#shared/applications.ts'
import { hoursShown, layoutDay } from './day-layout.ts'
import { EntryLink, timeWord } from './entry-link.tsx'
import { dayName, weekdayName } from './month.tsx'
import classes from './week.module.css'

const HOUR_PX = 44

/** Seven days side by side: what is due on top, what has its time below by the clock. */
export function Week(props: {
  readonly days: readonly string[]
  readonly entries: ReadonlyMap<string, readonly CalendarEntry[]>
  readonly today: string
  readonly now: number
  readonly zone: string
}) {
  const { days, today, now, zone } = props
  const columns = days.map((day) => {
    const entries = props.entries.get(day) ?? []
    return { day, due: entries.filter(({ endsAt }) => endsAt === null), timed: layoutDay(entries, zone) }
  })
  const { first, last } = hoursShown(columns.flatMap(({ timed }) => timed))
  const hours = Array.from({ length: last - first }, (_, offset) => first + offset)
  return (
    <div className={classes.week}>
      <div className={classes.gutter} aria-hidden="true">
        <div className={classes.head} />
        <div>
          {hours.map((hour) => (
            <span key={hour} className={classes.hour} style={{ height: HOUR_PX }}>
              {timeWord(hour * 3_600_000, 'UTC')}
            </span>
          ))}
        </div>
      </div>
      {columns.map(({ day, due, timed }) => (
        <section
          key={day}
          className={classes.day}
          aria-label={dayName(day)}
          aria-current={day === today ? 'date' : undefined}
        >
          <div className={classes.head}>
            <span className={classes.name} aria-hidden="true">
              {weekdayName(day, 'short')} <span className={classes.number}>{Number(day.slice(8))}</span>
            </span>
            {due.map((entry) => (
              <EntryLink key={`${entry.kind} ${entry.partId}`} entry={entry} zone={zone} now={now} look="line" />
            ))}
          </div>
          <div
            className={classes.hours}
            style={{ height: hours.length * HOUR_PX, backgroundSize: `100% ${HOUR_PX}px` }}
          >
            {timed.map(({ entry, from, until, track, tracks }) => (
              <div
                key={`${entry.kind} ${entry.partId}`}
                className={classes.timed}
                style={{
                  top: ((from - first * 60) / 60) * HOUR_PX,
                  height: ((until - from) / 60) * HOUR_PX - 2,
                  left: `${(track / tracks) * 100}%`,
                  width: `${100 / tracks}%`,
                }}
              >
                <EntryLink entry={entry} zone={zone} now={now} look="line" />
              </div>
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
