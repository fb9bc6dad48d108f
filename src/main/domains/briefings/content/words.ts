import type { CalendarEntry } from '#shared/applications.ts'
import { localDayOf } from '#shared/local-time.ts'

/** "1 interview", "3 interviews". Pure. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** "a, b and c". Pure. */
export function joined(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}

/** The first letter as a capital. Pure. */
export function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

/** "14:00" on the clocks of the zone. Pure. */
export function timeIn(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at)
}

/** "Mon 30 Mar" in the zone. Pure. */
export function dayIn(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: zone,
  })
    .format(at)
    .replace(',', '')
}

/** "14:00" on the same local day, else "Mon 30 Mar, 14:00". Pure. */
export function momentIn(at: number, told: { now: number; zone: string }): string {
  const { now, zone } = told
  const time = timeIn(at, zone)
  return localDayOf(at, zone) === localDayOf(now, zone) ? time : `${dayIn(at, zone)}, ${time}`
}

/** "Data Engineer at Acme"; what nothing is known of is left out. Pure. */
export function named({ title, company }: { title: string; company: string }): string {
  return company === '' ? title : `${title} at ${company}`
}

/** What an entry of the calendar is, in a word. */
export const ENTRY_WORDS: Readonly<Record<CalendarEntry['kind'], string>> = {
  interview: 'Interview',
  answer: 'Answer to an offer',
  deadline: 'Deadline',
  follow_up: 'Follow up',
  other: 'Reminder',
}

/** Pure. */
export function applicationPath({ applicationId }: { applicationId: number }): string {
  return `/applications/${applicationId}`
}
