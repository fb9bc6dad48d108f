import type { CalendarEntry } from '#shared/applications.ts'
import { localDayOf } from '#shared/local-time.ts'
import { clockWords, dueWords, momentWords, type Here } from '../../applications/index.ts'

/** '14:00 to 15:00' for an interview of the day, with the day for one of another; 'Overdue since …' for what should have been done. Pure. */
export function entryTime(entry: Pick<CalendarEntry, 'kind' | 'at' | 'endsAt'>, here: Here): string {
  if (entry.kind !== 'interview') return dueWords(entry.at, here)
  const { zone, locale } = here
  const isToday = localDayOf(entry.at, zone) === localDayOf(here.now, zone)
  const start = isToday ? clockWords(entry.at, zone, locale) : momentWords(entry.at, here)
  return entry.endsAt === null ? start : `${start} to ${clockWords(entry.endsAt, zone, locale)}`
}

/** '08:00 in New York', with the day when it is another one there; null where the clocks show the same. Pure. */
export function theirTime(at: number, theirZone: string, here: Here): string | null {
  const { zone, locale } = here
  const theirs = clockWords(at, theirZone, locale)
  const isSameDay = localDayOf(at, theirZone) === localDayOf(at, zone)
  if (isSameDay && theirs === clockWords(at, zone, locale)) return null
  const city = (theirZone.split('/').at(-1) ?? theirZone).replaceAll('_', ' ')
  return isSameDay ? `${theirs} in ${city}` : `${momentWords(at, { ...here, zone: theirZone })} in ${city}`
}
