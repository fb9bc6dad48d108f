import type { CalendarEntry } from '#shared/applications.ts'
import { STAGES, type Stage } from '#shared/stages.ts'
import type { Happening } from '../../applications/history.service.ts'
import type { MarketNote } from '../../jobs/market/market.service.ts'
import type { WeeklySummary } from './facts.ts'
import { stepsMade } from './steps-made.ts'

export interface WeeklyParts {
  /** Of the week and of the one before. */
  readonly happenings: readonly Happening[]
  /** When the week began. */
  readonly from: number
  readonly streakDays: number
  readonly market: MarketNote
  /** Of the seven days after it. */
  readonly entries: readonly CalendarEntry[]
}

/** The summary of a week out of what was gathered for it. Pure. */
export function weeklyOf({ happenings, from, streakDays, market, entries }: WeeklyParts): WeeklySummary {
  const made = stepsMade(happenings)
  const now = reached(made.filter(({ at }) => at > from))
  const before = reached(made.filter(({ at }) => at <= from))
  return {
    kind: 'weekly',
    funnel: STAGES.map((stage) => ({
      stage,
      count: now.get(stage)?.size ?? 0,
      before: before.get(stage)?.size ?? 0,
    })),
    streakDays,
    market,
    nextWeek: entries.filter(({ isDone }) => !isDone),
  }
}

/** Nothing happened, came or is coming. Pure. */
export function isEmptyWeekly({ funnel, market, nextWeek }: WeeklySummary): boolean {
  return funnel.every(({ count }) => count === 0) && market.newJobs === 0 && nextWeek.length === 0
}

/** Applications by the stages they reached; each counts once a stage. What an import brought was reached at some other time. */
function reached(happenings: readonly Happening[]): ReadonlyMap<Stage, ReadonlySet<number>> {
  const found = new Map<Stage, Set<number>>()
  for (const { applicationId, data } of happenings) {
    const stage = stageReached(data)
    if (stage === null) continue
    const ids = found.get(stage) ?? new Set()
    found.set(stage, ids.add(applicationId))
  }
  return found
}

function stageReached(data: Happening['data']): Stage | null {
  if (data.type === 'created') return data.from === 'import' ? null : data.stage
  return data.type === 'moved' && data.from !== data.to ? data.to : null
}
