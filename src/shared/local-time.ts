/** Local times are written "2026-03-30T14:00": a clock on the wall, without a zone. */

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** Offsets of zones lie between -12 and +14 hours. */
const WIDEST_OFFSET_MS = 15 * HOUR_MS

/** `at` UTC ms. `isRepeated`: the clocks show it twice that day. Skipped: they never show it; `next` is the first they show after it. */
export type LocalInstant =
  | { readonly kind: 'found'; readonly at: number; readonly isRepeated: boolean }
  | { readonly kind: 'skipped'; readonly next: string; readonly nextAt: number }

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, format)
  return format
}

/** What the clocks of the zone are ahead of UTC at the instant, in ms. Throws RangeError for a zone that is none. */
function offsetMs(at: number, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}

/** The instant of a local time in a zone; of a time that comes twice the first, or the second when `isLater`. Null when no day has this
 *  time ("2026-02-30T10:00"). Throws RangeError for a zone that is none. Pure. */
export function instantOf(written: { localTime: string; zone: string; isLater?: boolean }): LocalInstant | null {
  const { localTime, zone, isLater = false } = written
  const asUtc = Date.parse(`${localTime}:00Z`)
  if (Number.isNaN(asUtc) || wall(asUtc, 0) !== localTime) return null
  const offsets = new Set([-WIDEST_OFFSET_MS, 0, WIDEST_OFFSET_MS].map((away) => offsetMs(asUtc + away, zone)))
  const found = [...offsets]
    .map((offset) => asUtc - offset)
    .filter((at) => offsetMs(at, zone) === asUtc - at)
    .toSorted((a, b) => a - b)
  const at = isLater ? found.at(-1) : found[0]
  if (at !== undefined) return { kind: 'found', at, isRepeated: found.length > 1 }
  const nextAt = changeBetween({ from: asUtc - WIDEST_OFFSET_MS, until: asUtc + WIDEST_OFFSET_MS, zone })
  return { kind: 'skipped', next: localTimeOf(nextAt, zone), nextAt }
}

/** What the clocks of the zone show, "2026-03-30T14:00". Throws RangeError for a zone that is none. Pure. */
export function localTimeOf(at: number, zone: string): string {
  return wall(at, offsetMs(at, zone))
}

/** The day of the instant in the zone, "2026-03-30". Pure. */
export function localDayOf(at: number, zone: string): string {
  return localTimeOf(at, zone).slice(0, 10)
}

/** When the local day begins, `days` after the one of the instant (0: that day). Where midnight is skipped, the day begins after it. Pure. */
export function startOfDay(at: number, place: { zone: string; days?: number }): number {
  const { zone, days = 0 } = place
  const noonUtc = Date.parse(`${localDayOf(at, zone)}T12:00:00Z`) + days * DAY_MS
  const found = instantOf({ localTime: `${new Date(noonUtc).toISOString().slice(0, 10)}T00:00`, zone })
  if (found === null) throw new RangeError(`no day at ${at} in ${zone}`)
  return found.kind === 'found' ? found.at : found.nextAt
}

/** The zone of this machine. */
export function machineZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

function wall(at: number, offset: number): string {
  return new Date(at + offset).toISOString().slice(0, 16)
}

/** The first whole second from which the offset is that of `until`. */
function changeBetween({ from, until, zone }: { from: number; until: number; zone: string }): number {
  const target = offsetMs(until, zone)
  let low = from
  let high = until
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000
    if (offsetMs(middle, zone) === target) high = middle
    else low = middle
  }
  return high
}
