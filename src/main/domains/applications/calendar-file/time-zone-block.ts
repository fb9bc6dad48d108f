import { localTimeOf } from '#shared/local-time.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

export interface ZoneSpan {
  readonly zone: string
  /** UTC ms; what the block says holds for the calendar years of both and all between. */
  readonly from: number
  readonly until: number
}

/** The zone as calendars read it (RFC 5545, VTIMEZONE): every change of its clocks in the span, one by one, as this machine knows them. A
 *  rule that repeats could not say what Morocco does at Ramadan, and another table could know other clocks than those by which the
 *  instants were made. Lines end with "\r\n". Throws RangeError for a zone that is none. Pure. */
export function timeZoneBlock({ zone, from, until }: ZoneSpan): string {
  const begin = Date.UTC(new Date(from).getUTCFullYear() - 1, 0, 1)
  const end = Date.UTC(new Date(until).getUTCFullYear() + 2, 0, 1)
  let before = offsetAt(begin, zone)
  const parts = [observance({ at: begin, before, after: before })]
  for (let day = begin; day < end; day += DAY_MS) {
    const after = offsetAt(day + DAY_MS, zone)
    if (before !== after) parts.push(observance({ at: changeWithin(day, zone), before, after }))
    before = after
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts, 'END:VTIMEZONE'].join('\r\n')
}

interface Change {
  readonly at: number
  readonly before: number
  readonly after: number
}

/** The clocks from a change on; its time is what they showed before it. */
function observance({ at, before, after }: Change): string {
  const kind = after > before ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${kind}`,
    `DTSTART:${calendarTime(at + before * MINUTE_MS)}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    `END:${kind}`,
  ].join('\r\n')
}

/** Minutes ahead of UTC. */
function offsetAt(at: number, zone: string): number {
  return (Date.parse(`${localTimeOf(at, zone)}:00Z`) - at) / MINUTE_MS
}

/** The minute in which the offset becomes that of the next day. */
function changeWithin(day: number, zone: string): number {
  const after = offsetAt(day + DAY_MS, zone)
  let [low, high] = [day, day + DAY_MS]
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS
    if (offsetAt(middle, zone) === after) high = middle
    else low = middle
  }
  return high
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (count: number) => String(count).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`
}

function calendarTime(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19).replace(/[-:]/g, '')
}
