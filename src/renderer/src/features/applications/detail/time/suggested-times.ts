import { localDayOf, startOfDay } from '#shared/local-time.ts'
import { instantAt } from './when-words.ts'

export interface SuggestedTime {
  readonly label: string
  readonly at: number
}

const HOUR_MS = 3_600_000
/** When a day's work begins, for what has no time of its own. */
const MORNING = '09:00'

/** The morning of the day so many days after this one. Pure. */
export function morningIn(days: number, now: number, zone: string): number {
  const start = startOfDay(now, { zone, days })
  return instantAt({ day: localDayOf(start, zone), time: MORNING, zone }) ?? start
}

/** To when a reminder can be put off with one click: round times after the one it has. Instants in UTC ms. Pure. */
export function putOffTimes(dueAt: number, now: number, zone: string): SuggestedTime[] {
  return [
    { label: 'In an hour', at: now + HOUR_MS },
    { label: 'Tomorrow morning', at: morningIn(1, now, zone) },
    { label: 'Next week', at: morningIn(7, now, zone) },
    { label: 'In a month', at: morningIn(30, now, zone) },
  ].filter(({ at }) => at > dueAt)
}

/** When a reminder may be good to have: what the application suggests first, then round spans. Pure. */
export function reminderTimes(options: {
  readonly now: number
  readonly zone: string
  readonly followUpAt: number | null
  readonly closesAt: number | null
}): SuggestedTime[] {
  const { now, zone, followUpAt, closesAt } = options
  const known = [
    { label: 'When to ask again', at: followUpAt },
    { label: 'Two days before it closes', at: closesAt === null ? null : closesAt - 48 * HOUR_MS },
  ].flatMap(({ label, at }) => (at !== null && at > now ? [{ label, at }] : []))
  return [
    ...known,
    { label: 'Tomorrow', at: morningIn(1, now, zone) },
    { label: 'In 3 days', at: morningIn(3, now, zone) },
    { label: 'In a week', at: morningIn(7, now, zone) },
    { label: 'In 2 weeks', at: morningIn(14, now, zone) },
  ]
}
