import zones from './time-zones.json' with { type: 'json' }

/** Job boards are younger than this, and nothing is posted after that: a date outside is a fault of the source, not a date. */
const EARLIEST = Date.UTC(2000, 0, 1)
const LATEST = Date.UTC(2100, 0, 1)
/** Epoch seconds stay below this until the year 5138; epoch milliseconds are above it since 1973. */
const MILLISECONDS_FROM = 100_000_000_000

const OFFSETS = new Map<string, number>(Object.entries(zones.offsetMinutes))
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$/i
const RFC_822 =
  /^(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3,9})\.?[\s-]+(\d{2}|\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(.*)$/i

/** "Tue Nov 10 00:00:00 UTC 2026", as Unix and Java write dates. */
const ZONE_BEFORE_YEAR = /^[a-z]{3} ([a-z]{3}) {1,2}(\d{1,2}) ([\d:]{5,8}) ([a-z]{1,5}) (\d{4})$/i

/** Epoch milliseconds for a Unix time in seconds or milliseconds; null for anything that is not one. Pure. */
export function unixInstant(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{9,13}$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) return null
  return plausibleInstant(number >= MILLISECONDS_FROM ? Math.trunc(number) : Math.trunc(number * 1000))
}

/** Epoch milliseconds for an ISO 8601 date or date-time; without a zone it is read as UTC, without a time as midnight. Null for
 *  anything else. Pure. */
export function isoInstant(value: unknown): number | null {
  if (typeof value !== 'string') return null
  const match = ISO.exec(value.trim())
  if (match === null) return null
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match
  const offset = offsetMinutes(zone)
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'))
  return offset === null ? null : utc({ year, month: Number(month), day, hour, minute, second, ms, offset })
}

/** Epoch milliseconds for an instant as an API writes it: seconds or milliseconds since 1970, or ISO 8601. Null for anything else.
 *  Pure. */
export function apiInstant(value: unknown): number | null {
  return unixInstant(value) ?? isoInstant(value)
}

/** Epoch milliseconds for a date as RSS writes it (RFC 822 and its successors, with the zone names that feeds use); null when it
 *  has no zone that is understood. Also takes ISO dates, which Atom, Dublin Core and careless feeds use, "December 20, 2026" and
 *  "Tue Nov 10 00:00:00 UTC 2026". Pure. */
export function feedInstant(value: unknown): number | null {
  if (typeof value !== 'string') return null
  const match = RFC_822.exec(value.trim().slice(0, 100).replace(ZONE_BEFORE_YEAR, '$2 $1 $5 $3 $4'))
  if (match === null) return longDate(value) ?? isoInstant(value)
  const [, day = '', monthName = '', year = '', hour = '', minute = '', second = '0', zone = ''] = match
  const month = MONTHS.indexOf(monthName.slice(0, 3).toLowerCase()) + 1
  const offset = offsetMinutes(zone.replace(/\(.*\)$/, '').trim())
  if (month === 0 || offset === null) return null
  const fullYear = year.length === 2 ? `20${year}` : year
  return utc({ year: fullYear, month, day, hour, minute, second, ms: 0, offset })
}

function longDate(value: string): number | null {
  const match = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(value.trim())
  if (match === null) return null
  const [, monthName = '', day = '', year = ''] = match
  const month = MONTHS.indexOf(monthName.slice(0, 3).toLowerCase()) + 1
  return month === 0 ? null : utc({ year, month, day, hour: '0', minute: '0', second: '0', ms: 0, offset: 0 })
}

function offsetMinutes(zone: string): number | null {
  const match = /^(?:GMT|UTC?)?\s*([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone)
  if (match === null) return OFFSETS.get(zone.toUpperCase()) ?? null
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  if (minutes > 14 * 60) return null
  return match[1] === '-' ? -minutes : minutes
}

interface Parts {
  readonly year: string
  readonly month: number
  readonly day: string
  readonly hour: string
  readonly minute: string
  readonly second: string
  readonly ms: number
  readonly offset: number
}

function utc(parts: Parts): number | null {
  const [year, day, hour, minute] = [Number(parts.year), Number(parts.day), Number(parts.hour), Number(parts.minute)]
  // A leap second (60) counts as the second after it.
  if (hour > 23 || minute > 59 || Number(parts.second) > 60) return null
  const midnight = new Date(Date.UTC(year, parts.month - 1, day))
  // Date rolls 31 February over into March; a date that does not exist is none.
  if (midnight.getUTCMonth() !== parts.month - 1 || midnight.getUTCDate() !== day) return null
  const seconds = (hour * 60 + minute - parts.offset) * 60 + Number(parts.second)
  return plausibleInstant(midnight.getTime() + seconds * 1000 + parts.ms)
}

/** The instant, or null for one at which no posting can have been published: a fault of the source. Pure. */
export function plausibleInstant(instant: number): number | null {
  return instant >= EARLIEST && instant < LATEST ? instant : null
}
