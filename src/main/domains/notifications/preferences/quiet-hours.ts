import type { QuietHours } from '#shared/notifications.ts'
import { instantOf, localTimeOf, startOfDay } from '#shared/local-time.ts'

/** When the quiet hours that hold at `at` are over, in UTC ms; null outside of them. By the clock on the wall of the zone: an hour that
 *  comes twice is quiet twice, a skipped one not at all. Pure. */
export function quietUntil(at: number, { quiet, zone }: { quiet: QuietHours; zone: string }): number | null {
  if (!isQuiet(at, { quiet, zone })) return null
  return nextTimes(at, { times: [quiet.until], zone }).find((end) => !isQuiet(end, { quiet, zone })) ?? null
}

/** The first instant after `at` at which the wall clock shows one of the times. Pure. */
export function nextWallTime(at: number, when: { times: readonly string[]; zone: string }): number | null {
  return nextTimes(at, when)[0] ?? null
}

function isQuiet(at: number, { quiet, zone }: { quiet: QuietHours; zone: string }): boolean {
  const { isOn, from, until } = quiet
  if (!isOn || from === until) return false
  const time = localTimeOf(at, zone).slice(11)
  return from < until ? time >= from && time < until : time >= from || time < until
}

/** After `at`, in order, of today and tomorrow; both of a time that comes twice, and the first instant after one that is skipped. */
function nextTimes(at: number, { times, zone }: { times: readonly string[]; zone: string }): number[] {
  const days = [0, 1].map((days) => localTimeOf(startOfDay(at, { zone, days }), zone).slice(0, 10))
  const found = days.flatMap((day) =>
    times.flatMap((time) => [false, true].map((isLater) => instantOf({ localTime: `${day}T${time}`, zone, isLater }))),
  )
  return found
    .flatMap((instant) => (instant === null ? [] : [instant.kind === 'found' ? instant.at : instant.nextAt]))
    .filter((instant) => instant > at)
    .toSorted((a, b) => a - b)
}
