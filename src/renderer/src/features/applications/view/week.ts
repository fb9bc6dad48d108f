import type { Locale } from '../../../ui/format.ts'
import { addDays } from './days.ts'

type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

interface WithWeekInfo {
  readonly getWeekInfo: () => { readonly firstDay: number }
}

function hasWeekInfo(locale: object): locale is WithWeekInfo {
  return 'getWeekInfo' in locale && typeof locale.getWeekInfo === 'function'
}

/** The day that weeks begin with for the reader, Sunday is 0. Monday where the locale does not tell. Pure. */
export function firstWeekday(locale?: Locale): Weekday {
  const known = new Intl.Locale(locale ?? new Intl.DateTimeFormat().resolvedOptions().locale)
  return hasWeekInfo(known) ? asWeekday(known.getWeekInfo().firstDay) : 1
}

function asWeekday(day: number): Weekday {
  return ([0, 1, 2, 3, 4, 5, 6] as const)[day % 7] ?? 1
}

/** The first day of the week that a day is in. Pure. */
export function weekStart(day: string, first: Weekday): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday - first + 7) % 7))
}

/** Whole weeks around the month of a day, day by day. Pure. */
export function monthDays(day: string, first: Weekday): string[] {
  const start = weekStart(`${day.slice(0, 7)}-01`, first)
  const end = addDays(`${addMonths(day, 1).slice(0, 7)}-01`, -1)
  const days: string[] = []
  for (let next = start; next <= end || days.length % 7 !== 0; next = addDays(next, 1)) days.push(next)
  return days
}

/** The same day of another month, or its last one. Pure. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
