import { AppError } from '#shared/errors.ts'
import { zoneProblem } from '#main/infra/time/cron-line.ts'
import { instantOf, type LocalInstant } from '#shared/local-time.ts'

export interface WallTime {
  readonly localStart: string
  readonly zone: string
  readonly isLater: boolean
}

/** When an interview starts, UTC ms. Throws ZONE_UNKNOWN, and TIME_SKIPPED with the first time that the clocks show after the gap. Pure. */
export function startOfInterview(written: WallTime): number {
  const { localStart, zone } = written
  if (zoneProblem(zone) !== null) throw new AppError('ZONE_UNKNOWN', { zone })
  const found = readInstant(written)
  if (found === null) throw new RangeError(`no calendar has ${localStart}`)
  if (found.kind === 'found') return found.at
  throw new AppError('TIME_SKIPPED', { localTime: localStart, zone, next: found.next })
}

/** The same of one that is stored: what is known of zones may have changed since. In a gap of the clocks, the instant after it; null
 *  when the zone is not known any more, or the time is none. Pure. */
export function currentStart(written: WallTime): number | null {
  const found = zoneProblem(written.zone) === null ? readInstant(written) : null
  if (found === null) return null
  return found.kind === 'found' ? found.at : found.nextAt
}

/** Whether the clocks show its time twice that day. Pure. */
export function isRepeatedTime(written: WallTime): boolean {
  const found = zoneProblem(written.zone) === null ? readInstant(written) : null
  return found?.kind === 'found' && found.isRepeated
}

function readInstant({ localStart, zone, isLater }: WallTime): LocalInstant | null {
  return instantOf({ localTime: localStart, zone, isLater })
}
