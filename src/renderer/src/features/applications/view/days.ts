import { instantOf } from '#shared/local-time.ts'

const DAY_MS = 86_400_000

/** The days that an application may know; what lies beyond is a slip. */
export const FIRST_DAY = '1990-01-01'
export const LAST_DAY = '2199-12-31'

/** Days are ISO dates, "2026-03-30"; they mean instants only together with a zone. */

/** Whole days from one day to another. Pure. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Whether the calendar has the day, within those that an application may know. Pure. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < FIRST_DAY || text > LAST_DAY) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** When a day begins in the zone; where midnight is skipped, after it. Pure. */
export function dayStart(day: string, zone: string): number {
  const found = instantOf({ localTime: `${day}T00:00`, zone })
  if (found === null) throw new RangeError(`no such day: ${day}`)
  return found.kind === 'found' ? found.at : found.nextAt
}

/** Noon of a day: the instant that is kept for something of which only the day is known. Pure. */
export function dayNoon(day: string, zone: string): number {
  const found = instantOf({ localTime: `${day}T12:00`, zone })
  if (found === null) throw new RangeError(`no such day: ${day}`)
  return found.kind === 'found' ? found.at : found.nextAt
}
