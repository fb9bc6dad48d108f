import type { Cron } from 'croner'

/** What starts more often is no schedule of job boards, which change by the hour. */
export const LEAST_GAP_MINUTES = 15

const DAY_MINUTES = 1440
const DAY_MS = 86_400_000
/** Enough days of any line to meet two that follow each other, if ever two do: the rarest are 28 February and 1 March. */
const DAYS_LOOKED_AT = 60

/** Least minutes between two of the day's clock times, and from the last one to the first one of the next day. Pure. */
export function leastGapsMinutes(
  minutes: readonly number[],
  hours: readonly number[],
): { withinDay: number; overMidnight: number } {
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute)).toSorted((a, b) => a - b)
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time))
  return {
    withinDay: Math.min(DAY_MINUTES, ...gaps),
    overMidnight: DAY_MINUTES + (times[0] ?? 0) - (times.at(-1) ?? 0),
  }
}

/** Whether a line of days (at 00:00 UTC) has two days in a row. */
export function daysFollowEachOther(days: Cron, from: number): boolean {
  const instants = days.nextRuns(DAYS_LOOKED_AT, new Date(from)).map((date) => date.getTime())
  return instants.some((instant, index) => instant - (instants[index - 1] ?? 0) === DAY_MS)
}
