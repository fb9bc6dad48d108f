import { instantOf, localDayOf, localTimeOf, startOfDay } from '#shared/local-time.ts'
import { formatIn, type Locale } from '../../../../ui/format.ts'

/** From where times are looked at: the instant it is now (UTC ms) and the user's zone. */
export interface Here {
  readonly now: number
  readonly zone: string
  readonly locale?: Locale
}

/** 'Mon, 30 Nov, 14:00' in the user's zone; with the year when it is another one. Pure. */
export function momentWords(at: number, { now, zone, locale }: Here): string {
  const isThisYear = localDayOf(at, zone).slice(0, 4) === localDayOf(now, zone).slice(0, 4)
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' as const }),
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(at)
}

/** '14:00' in a zone. Pure. */
export function clockWords(at: number, zone: string, locale?: Locale): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at)
}

/** '30 Nov 2026' in the user's zone. Pure. */
export function dateWords(at: number, { zone, locale }: Pick<Here, 'zone' | 'locale'>): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: zone }).format(at)
}

/** '30 Nov 2026' for an ISO day. Pure. */
export function isoDayWords(day: string, locale?: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day))
}

/** 'Today', 'Yesterday', 'Monday, 30 November 2026': the day as the head of what happened on it. Pure. */
export function dayTitle(at: number, { now, zone, locale }: Here): string {
  const day = localDayOf(at, zone)
  if (day === localDayOf(now, zone)) return 'Today'
  if (day === localDayOf(startOfDay(now, { zone, days: -1 }), zone)) return 'Yesterday'
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: zone }).format(at)
}

/** 'Today, 14:00', 'Tomorrow, 09:00', 'Mon, 30 Nov, 14:00 (in 6 d)', 'Overdue since …' for what is to be done. Pure. */
export function dueWords(at: number, here: Here): string {
  const { now, zone, locale } = here
  if (at < now) return `Overdue since ${momentWords(at, here)}`
  const day = localDayOf(at, zone)
  if (day === localDayOf(now, zone)) return `Today, ${clockWords(at, zone, locale)} (${formatIn(at, now)})`
  if (day === localDayOf(startOfDay(now, { zone, days: 1 }), zone)) return `Tomorrow, ${clockWords(at, zone, locale)}`
  return `${momentWords(at, here)} (${formatIn(at, now)})`
}

/** The instant (UTC ms) of a day and a clock time in a zone; of a time that the clocks skip, when they go on. Null when either is
 *  missing or none. Pure. */
export function instantAt(written: { day: string | null; time: string; zone: string }): number | null {
  const { day, time, zone } = written
  if (day === null || !/^\d{2}:\d{2}$/.test(time)) return null
  const found = instantOf({ localTime: `${day}T${time}`, zone })
  if (found === null) return null
  return found.kind === 'found' ? found.at : found.nextAt
}

/** Day and clock time of an instant, as fields take them. Pure. */
export function fieldsOf(at: number, zone: string): { day: string; time: string } {
  const local = localTimeOf(at, zone)
  return { day: local.slice(0, 10), time: local.slice(11) }
}
