import { machineZone } from '#shared/local-time.ts'

/** All zones that this computer knows, its own first; the chosen one is among them whatever it is. */
export function zoneChoices(chosen: string | null): string[] {
  const all = [machineZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')]
  return [...new Set(chosen === null ? all : [...all, chosen])]
}

const WEEKDAYS_FROM_MONDAY = 7
/** 5 January 1970 was a Monday. */
const A_MONDAY_MS = 4 * 86_400_000

/** Names of the days, from Monday on. */
export function weekdayNames(locale?: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  return Array.from({ length: WEEKDAYS_FROM_MONDAY }, (_, day) => format.format(A_MONDAY_MS + day * 86_400_000))
}
