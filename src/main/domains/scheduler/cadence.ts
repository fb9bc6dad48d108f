const HOUR_MS = 3_600_000
/** An hour of summer time and the jitter of two slots. */
const TOLERANCE_MAX_MS = HOUR_MS + 10 * 60_000
const TOLERANCE_SHARE = 0.1

/** By how much too early a reading may come and still count as due: slots wander by their jitter and by summer time, and a source
 *  read once a day is not to slip to every other day for it. A tenth of the cadence, at most 70 minutes. Pure. */
export function cadenceToleranceMs(cadenceHours: number): number {
  return Math.min(cadenceHours * HOUR_MS * TOLERANCE_SHARE, TOLERANCE_MAX_MS)
}

export interface CadenceQuestion {
  /** Null when it was never read. */
  readonly lastRunAt: number | null
  /** Null: at every slot. */
  readonly cadenceHours: number | null
  readonly now: number
  readonly toleranceMs: number
}

/** Whether a source's cadence lets the schedule read it now. A last reading in the future was noted under a wrong clock and does
 *  not count. Pure. */
export function isDue(question: CadenceQuestion): boolean {
  const { lastRunAt, cadenceHours, now, toleranceMs } = question
  if (lastRunAt === null || cadenceHours === null || lastRunAt > now + toleranceMs) return true
  return now - lastRunAt >= cadenceHours * HOUR_MS - toleranceMs
}

export interface Cadence {
  readonly hours: number | null
  readonly lastRunAt: number | null
}

/** Those of the slots at which a source of this cadence is read, if each of them is kept. Pure. */
export function dueSlots(slots: readonly number[], cadence: Cadence): number[] {
  const { hours } = cadence
  if (hours === null) return [...slots]
  const toleranceMs = cadenceToleranceMs(hours)
  const due: number[] = []
  for (const now of slots) {
    const lastRunAt = due.at(-1) ?? cadence.lastRunAt
    if (isDue({ lastRunAt, cadenceHours: hours, now, toleranceMs })) due.push(now)
  }
  return due
}
