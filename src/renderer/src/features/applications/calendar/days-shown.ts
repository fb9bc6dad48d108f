import type { CalendarEntry } from '#shared/applications.ts'
import { localDayOf } from '#shared/local-time.ts'
import type { Locale } from '../../../ui/format.ts'
import type { CalendarSpan } from '../view/applications-url.ts'
import { addDays } from '../view/days.ts'
import { addMonths, firstWeekday, monthDays, weekStart } from '../view/week.ts'

const AGENDA_DAYS = 30

/** The days that a span around a day shows, in order. Pure. */
export function daysShown(span: CalendarSpan, day: string, locale?: Locale): string[] {
  if (span === 'month') return monthDays(day, firstWeekday(locale))
  const start = span === 'week' ? weekStart(day, firstWeekday(locale)) : day
  return Array.from({ length: span === 'week' ? 7 : AGENDA_DAYS }, (_, offset) => addDays(start, offset))
}

/** The day that turning a page leads to. Pure. */
export function dayAfterStep(span: CalendarSpan, day: string, step: -1 | 1): string {
  if (span === 'month') return addMonths(`${day.slice(0, 7)}-01`, step)
  return addDays(day, step * (span === 'week' ? 7 : AGENDA_DAYS))
}

/** 'November 2026', '23 – 29 Nov 2026'. Pure. */
export function spanTitle(span: CalendarSpan, day: string, locale?: Locale): string {
  const instant = (of: string) => Date.parse(`${of}T12:00:00Z`)
  if (span === 'month')
    return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(instant(day))
  const days = daysShown(span, day, locale)
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  return format.formatRange(instant(day === days[0] ? day : (days[0] ?? day)), instant(days.at(-1) ?? day))
}

/** Entries by the day of the zone on which they begin. Pure. */
export function byDay(entries: readonly CalendarEntry[], zone: string): ReadonlyMap<string, readonly CalendarEntry[]> {
  const days = new Map<string, CalendarEntry[]>()
  for (const entry of entries) {
    const day = localDayOf(entry.at, zone)
    const known = days.get(day)
    if (known) known.push(entry)
    else days.set(day, [entry])
  }
  return days
}

/** What should have been done: past, not done, and nothing that simply took place. Pure. */
export function overdueOf(entries: readonly CalendarEntry[], now: number): CalendarEntry[] {
  return entries.filter(({ kind, at, isDone }) => kind !== 'interview' && at < now && !isDone)
}
