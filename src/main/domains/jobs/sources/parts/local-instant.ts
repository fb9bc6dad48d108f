import { isoInstant } from './instants.ts'

const HAS_TIME = /\d[T ]\d{2}:\d{2}/
const HAS_ZONE = /(?:Z|UTC|[+-]\d{2}(?::?\d{2})?)\s*$/i

/** Reads ISO date-times of a service that writes its own local time without a zone ("2026-11-20T08:30:00" in Stockholm). One with a
 *  zone is taken at its word, a date alone is midnight UTC. Epoch milliseconds; null for anything else. */
export function createLocalInstant(timeZone: string): (value: unknown) => number | null {
  let formatter: Intl.DateTimeFormat | null = null
  const offsetAt = (instant: number): number => {
    formatter ??= new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    const name = formatter.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? []
    const offsetMs = (Number(hours) * 60 + Number(minutes)) * 60_000
    return sign === '-' ? -offsetMs : offsetMs
  }
  return (value) => {
    const written = isoInstant(value)
    if (written === null || typeof value !== 'string' || !HAS_TIME.test(value) || HAS_ZONE.test(value)) return written
    const nearly = written - offsetAt(written)
    return written - offsetAt(nearly)
  }
}
