import { localDayOf, instantOf, startOfDay } from '#shared/local-time.ts'

const HOUR_MS = 3_600_000

/** When a pause that is asked for in the tray is over (UTC epoch ms): in an hour, or at seven in the morning of the zone's next day. Pure. */
export function pauseUntil(length: 'hour' | 'until_tomorrow', { now, zone }: { now: number; zone: string }): number {
  if (length === 'hour') return now + HOUR_MS
  const tomorrow = startOfDay(now, { zone, days: 1 })
  const morning = instantOf({ localTime: `${localDayOf(tomorrow, zone)}T07:00`, zone })
  return morning?.kind === 'found' ? morning.at : tomorrow
}
