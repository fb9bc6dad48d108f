import { moveKind, type Stage } from '#shared/stages.ts'
import { localDayOf } from '#shared/local-time.ts'
import type { Happening } from '../../applications/history.service.ts'
import { stepsMade } from './steps-made.ts'

const DAY_MS = 86_400_000

/** Whether a move brings an application on: not one that puts a slip right or gives up. Pure. */
function isStepOn(from: Stage, to: Stage): boolean {
  const kind = moveKind(from, to)
  return kind === 'forward' || kind === 'skip' || kind === 'reopen' || to === 'accepted'
}

/** Whether something was applied for or moved on. What an import brought is no act of the day. Pure. */
function isAct({ data }: Pick<Happening, 'data'>): boolean {
  if (data.type === 'created') return data.stage !== 'saved' && data.from !== 'import'
  return data.type === 'moved' && data.by === 'user' && isStepOn(data.from, data.to)
}

/** When something was done that was no slip, in order. Pure. */
export function actsOf(happenings: readonly Happening[]): number[] {
  return stepsMade(happenings)
    .filter(isAct)
    .map(({ at }) => at)
}

/** Days without an act end a streak, but for Saturdays and Sundays, which neither end it nor count without one. Days of the zone. */
export interface Streaks {
  /** Up to the last day; 0 when it ended before today. A day that is not over ends nothing. */
  readonly current: number
  /** The most so far, with the first instant at which each length was reached: `reachedAt[2]` of three days. */
  readonly reachedAt: readonly number[]
}

/** Acts as instants, ascending. Pure. */
export function streaksOf(acts: readonly number[], { now, zone }: { now: number; zone: string }): Streaks {
  const reachedAt: number[] = []
  let length = 0
  let last: string | null = null
  for (const at of acts) {
    const day = localDayOf(at, zone)
    if (day === last) continue
    length = last !== null && isNextIn(last, day) ? length + 1 : 1
    last = day
    reachedAt[length - 1] ??= at
  }
  const isRunning = last !== null && isNextIn(last, localDayOf(now, zone))
  return { current: isRunning ? length : 0, reachedAt }
}

/** No working day lies between the two. */
function isNextIn(day: string, later: string): boolean {
  const [from, until] = [noon(day), noon(later)]
  for (let at = from + DAY_MS; at < until; at += DAY_MS) if (!isWeekend(at)) return false
  return true
}

function noon(day: string): number {
  return Date.parse(`${day}T12:00:00Z`)
}

function isWeekend(at: number): boolean {
  const weekday = new Date(at).getUTCDay()
  return weekday === 0 || weekday === 6
}
