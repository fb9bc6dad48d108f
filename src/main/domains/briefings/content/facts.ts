import type { CalendarEntry } from '#shared/applications.ts'
import type { BriefingContent, BriefingKind } from '#shared/briefings.ts'
import type { Run } from '#shared/discovery.ts'
import type { HistoryService } from '../../applications/history.service.ts'
import type { MarketService } from '../../jobs/market/market.service.ts'
import type { FreshMatchesService } from '../../recommendations/fresh-matches.service.ts'

export type DailyBriefing = Extract<BriefingContent, { kind: 'daily' }>
export type EveningSummary = Extract<BriefingContent, { kind: 'evening' }>
export type WeeklySummary = Extract<BriefingContent, { kind: 'weekly' }>

/** Whom the app asks for what a briefing tells. */
export interface BriefingFacts {
  readonly history: Pick<HistoryService, 'between' | 'silentSince'>
  /** What lies between two instants, in order of time. */
  readonly calendar: (range: { from: number; until: number }) => CalendarEntry[]
  readonly matches: FreshMatchesService
  readonly market: MarketService
  /** Up to when every new job has its score, if it is to have one. */
  readonly scoredUntil: (now: number) => number
  /** The last run that ended. */
  readonly lastRun: () => Run | null
  readonly nextRunAt: () => number | null
  readonly ghostedAfterDays: () => number
}

/** What a briefing is to cover. `at`: an instant of the day or the end of the week it is for. */
export interface BriefingSpan {
  readonly kind: BriefingKind
  readonly at: number
  readonly from: number
  readonly until: number
  readonly zone: string
}
