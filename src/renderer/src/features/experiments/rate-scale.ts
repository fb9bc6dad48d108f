import type { RateInterval } from '#shared/experiments.ts'

const STEPS = 10

/** The rate at the end of the bars: the highest that an interval reaches, up to the next 10%. Null when there is none to draw. Pure. */
export function scaleOf(intervals: readonly (RateInterval | null)[]): number | null {
  const highs = intervals.flatMap((interval) => interval?.high ?? [])
  if (highs.length === 0) return null
  // Without a hair's breadth, what is 0.3 but for rounding would be four steps.
  return Math.min(1, Math.max(1, Math.ceil(Math.max(...highs) * STEPS - 1e-9)) / STEPS)
}
