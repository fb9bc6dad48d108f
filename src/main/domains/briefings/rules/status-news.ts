import { localDayOf, localTimeOf, startOfDay } from '#shared/local-time.ts'
import type { ClosedOpening, NamedApplication, SilentApplication } from '../../applications/history.service.ts'
import type { Telling } from '../../notifications/notifications.service.ts'
import { applicationPath, counted, dayIn, named } from '../content/words.ts'
import { applicationLine, section } from '../letters/lines.ts'

const DAY_MS = 86_400_000
/** A day is told of once it is over, from this hour of the next. */
const MORNING_HOUR = 9
/** Who was away for longer finds it in the daily briefing. */
const DAYS_TOLD = 3

/** Jobs of open applications that a run found gone, in one message. Null: none. Pure. */
export function closedTelling(runId: string, closed: readonly ClosedOpening[]): Telling | null {
  return groupTelling(closed, {
    key: `jobs-closed:${runId}`,
    one: (application) => `No longer online: ${named(application)}`,
    many: `${counted(closed.length, 'job')} you follow are no longer online`,
    body: 'The posting is gone from all its sources. That may only mean that they have enough applications.',
  })
}

/** Applications that came to look unanswered on each of the last days, a message a day: told the morning after, so that each is told once
 *  and those of one day together. Pure. */
export function silentTellings(
  silent: readonly SilentApplication[],
  asked: { now: number; zone: string; ghostedAfterDays: number },
): Telling[] {
  const { now, zone, ghostedAfterDays } = asked
  if (Number(localTimeOf(now, zone).slice(11, 13)) < MORNING_HOUR) return []
  const byDay = Map.groupBy(silent, ({ since }) => localDayOf(since + ghostedAfterDays * DAY_MS, zone))
  const days = Array.from({ length: DAYS_TOLD }, (_, index) => startOfDay(now, { zone, days: -1 - index }))
  return days.flatMap((dayStart) => {
    const day = localDayOf(dayStart, zone)
    const found = byDay.get(day) ?? []
    const first = found[0]
    const telling = groupTelling(found, {
      key: `silent:${day}`,
      one: (application) => `No answer: ${named(application)}`,
      many: `${counted(found.length, 'application')} without an answer`,
      body:
        found.length === 1 && first !== undefined
          ? `Nothing has happened since ${dayIn(first.since, zone)}. Ask again, or put it down as ghosted.`
          : `Nothing has happened for ${ghostedAfterDays} days. Ask again, or put them down as ghosted.`,
    })
    return telling === null ? [] : [telling]
  })
}

function groupTelling<Line extends NamedApplication>(
  lines: readonly Line[],
  words: { key: string; one: (line: Line) => string; many: string; body: string },
): Telling | null {
  const [first] = lines
  if (first === undefined) return null
  const told = { type: 'application_status', key: words.key, body: words.body, count: lines.length } as const
  if (lines.length === 1) return { ...told, title: words.one(first), path: applicationPath(first) }
  const all = section(
    'Applications',
    lines.map((line) => applicationLine(line)),
    '/applications',
  )
  return { ...told, title: words.many, path: '/applications', letter: { intro: '', sections: [all] } }
}
