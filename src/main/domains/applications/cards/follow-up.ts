import { instantOf, localDayOf, startOfDay } from '#shared/local-time.ts'
import { moveKind, type Stage } from '#shared/stages.ts'

const AT = '09:00'
const WEEK_DAYS = 7

/** Instants are UTC epoch ms. `lastInterviewAt`: of those that are planned, too. */
export interface Asked {
  readonly stage: Stage
  readonly appliedAt: number | null
  readonly stageSince: number
  readonly lastInterviewAt: number | null
  readonly hasReminder: boolean
}

/** When it would be good to ask again: some days after applying or the last interview, on a working day that is not over, at nine in the
 *  user's zone. Null when there is nobody to ask, an interview lies ahead, or a reminder is set. Pure. */
export function followUpAt(
  application: Asked,
  asked: { readonly now: number; readonly zone: string; readonly followUpAfterDays: number },
): number | null {
  const { stage, appliedAt, stageSince, lastInterviewAt, hasReminder } = application
  const { now, zone, followUpAfterDays } = asked
  const isOpen = moveKind(stage, 'ghosted') !== null
  if (!isOpen || hasReminder || (lastInterviewAt !== null && lastInterviewAt > now)) return null
  const since = Math.max(appliedAt ?? stageSince, lastInterviewAt ?? 0)
  const wished = nextWorkingMorning(since, { zone, days: followUpAfterDays })
  if (wished > now) return wished
  const today = nextWorkingMorning(now, { zone, days: 0 })
  return today > now ? today : nextWorkingMorning(now, { zone, days: 1 })
}

/** Nine o'clock on the day so many days after the instant, or on the Monday after it. */
function nextWorkingMorning(from: number, { zone, days }: { zone: string; days: number }): number {
  const first = Array.from({ length: WEEK_DAYS }, (_, ahead) => startOfDay(from, { zone, days: days + ahead })).find(
    (start) => !isWeekend(localDayOf(start, zone)),
  )
  const day = first ?? startOfDay(from, { zone, days })
  const nine = instantOf({ localTime: `${localDayOf(day, zone)}T${AT}`, zone })
  if (nine === null) return day
  return nine.kind === 'found' ? nine.at : nine.nextAt
}

function isWeekend(localDay: string): boolean {
  const weekday = new Date(`${localDay}T12:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}
