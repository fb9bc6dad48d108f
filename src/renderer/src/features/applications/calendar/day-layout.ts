import type { CalendarEntry } from '#shared/applications.ts'
import { localDayOf, localTimeOf } from '#shared/local-time.ts'

const DAY_MINUTES = 24 * 60
const SHORTEST_MINUTES = 30
const FIRST_HOUR = 8
const LAST_HOUR = 19

/** An entry in its place on a day: minutes of the clock, and beside how many others it stands. */
export interface PlacedEntry {
  readonly entry: CalendarEntry
  readonly from: number
  readonly until: number
  readonly track: number
  readonly tracks: number
}

/** Entries with a beginning and an end, side by side where they overlap. Times are those of the clock in the zone; one that goes past
 *  midnight ends with the day. Pure. */
export function layoutDay(entries: readonly CalendarEntry[], zone: string): PlacedEntry[] {
  const timed = entries
    .flatMap((entry) => (entry.endsAt === null ? [] : [span(entry, entry.endsAt, zone)]))
    .toSorted((one, other) => one.from - other.from || other.until - one.until)
  const placed: PlacedEntry[] = []
  let group: { entry: CalendarEntry; from: number; until: number; track: number }[] = []
  const close = () => {
    const tracks = Math.max(0, ...group.map(({ track }) => track + 1))
    placed.push(...group.map((item) => ({ ...item, tracks })))
    group = []
  }
  for (const item of timed) {
    if (group.every(({ until }) => until <= item.from)) close()
    const taken = new Set(group.filter(({ until }) => until > item.from).map(({ track }) => track))
    let track = 0
    while (taken.has(track)) track += 1
    group.push({ ...item, track })
  }
  close()
  return placed
}

function span(entry: CalendarEntry, endsAt: number, zone: string) {
  const from = minuteOf(entry.at, zone)
  const isSameDay = localDayOf(endsAt, zone) === localDayOf(entry.at, zone)
  const until = isSameDay ? minuteOf(endsAt, zone) : DAY_MINUTES
  return { entry, from, until: Math.min(DAY_MINUTES, Math.max(until, from + SHORTEST_MINUTES)) }
}

function minuteOf(at: number, zone: string): number {
  const [hour = 0, minute = 0] = localTimeOf(at, zone).slice(11).split(':').map(Number)
  return hour * 60 + minute
}

/** The hours that a week shows: those of work, and more where something lies outside. Pure. */
export function hoursShown(placed: readonly PlacedEntry[]): { readonly first: number; readonly last: number } {
  const first = Math.min(FIRST_HOUR, ...placed.map(({ from }) => Math.floor(from / 60)))
  const last = Math.max(LAST_HOUR, ...placed.map(({ until }) => Math.ceil(until / 60)))
  return { first, last }
}
