import type { BriefingKind } from '#shared/briefings.ts'
import type { Settings } from '#shared/settings.ts'

export type BriefingSettings = Pick<
  Settings,
  | 'isDailyBriefingOn'
  | 'dailyBriefingAt'
  | 'isEveningSummaryOn'
  | 'eveningSummaryAt'
  | 'isWeeklySummaryOn'
  | 'weeklySummaryDay'
  | 'weeklySummaryAt'
>

/** When a kind comes, as a cron line; null while it is off. Pure. */
export function cronOf(kind: BriefingKind, settings: BriefingSettings): string | null {
  if (kind === 'daily') return settings.isDailyBriefingOn ? line(settings.dailyBriefingAt, '*') : null
  if (kind === 'evening') return settings.isEveningSummaryOn ? line(settings.eveningSummaryAt, '*') : null
  return settings.isWeeklySummaryOn ? line(settings.weeklySummaryAt, String(settings.weeklySummaryDay)) : null
}

function line(wallTime: string, day: string): string {
  const [hour, minute] = wallTime.split(':').map(Number)
  return `${minute} ${hour} * * ${day}`
}
