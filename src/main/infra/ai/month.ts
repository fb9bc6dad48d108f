import { instantOf, localDayOf } from '#shared/local-time.ts'

/** The month of the instant in the zone, 'YYYY-MM'. Throws RangeError for a zone that is none. Pure. */
export function monthOf(at: number, zone: string): string {
  return localDayOf(at, zone).slice(0, 7)
}

/** When a month begins and the next one does in the zone, UTC ms. Throws RangeError for a month or zone that is none. Pure. */
export function monthBounds(month: string, zone: string): { startsAt: number; endsAt: number } {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01` : `${month.slice(0, 4)}-${String(number + 1).padStart(2, '0')}`
  return { startsAt: firstInstant(month, zone), endsAt: firstInstant(next, zone) }
}

function firstInstant(month: string, zone: string): number {
  const found = instantOf({ localTime: `${month}-01T00:00`, zone })
  if (found === null) throw new RangeError(`no month ${month}`)
  return found.kind === 'found' ? found.at : found.nextAt
}
