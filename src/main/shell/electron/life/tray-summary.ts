import type { CalendarEntry } from '#shared/applications.ts'
import { PAUSED_FOR_GOOD, type Schedule } from '#shared/schedule.ts'
import { APP_NAME } from '../identity.ts'
import type { RunSummary } from './run-summary.ts'

/** What the tray shows. */
export interface TraySummary extends RunSummary {
  readonly nextInterview: { readonly label: string; readonly applicationId: number } | null
  readonly matches: { readonly label: string; readonly count: number }
  readonly isScheduleOn: boolean
  /** Until when the schedule rests, in words; null while it does not. */
  readonly paused: string | null
}

/** What the tray is told; null for what could not be asked. */
export interface TrayFacts {
  readonly now: number
  readonly run: RunSummary
  /** Interviews that are still to come, the next one first. */
  readonly interviews: readonly Pick<CalendarEntry, 'at' | 'applicationId' | 'company'>[]
  readonly newMatches: number
  readonly schedule: Pick<Schedule, 'isOn' | 'pausedUntil'>
  /** Writes an instant (UTC epoch ms) as the user's clock shows it. */
  readonly formatTime: (at: number) => string
}

/** Before anything was asked. */
export const NOTHING_KNOWN: TraySummary = {
  tooltip: APP_NAME,
  isRunning: false,
  nextInterview: null,
  matches: { label: 'No New Matches', count: 0 },
  isScheduleOn: false,
  paused: null,
}

/** Pure. */
export function summariseTray({ now, run, interviews, newMatches, schedule, formatTime }: TrayFacts): TraySummary {
  const next = interviews.find(({ at }) => at >= now)
  const until = schedule.pausedUntil
  const line = next === undefined ? '' : `\nInterview with ${next.company} ${formatTime(next.at)}`
  return {
    isRunning: run.isRunning,
    tooltip: `${run.tooltip}${line}`,
    nextInterview:
      next === undefined
        ? null
        : { label: `Interview: ${next.company}, ${formatTime(next.at)}`, applicationId: next.applicationId },
    matches: { label: matchWords(newMatches), count: newMatches },
    isScheduleOn: schedule.isOn,
    paused: until === null || until <= now ? null : pausedWords(until, formatTime),
  }
}

function matchWords(count: number): string {
  if (count === 0) return 'No New Matches'
  return count === 1 ? '1 New Match' : `${count} New Matches`
}

function pausedWords(until: number, formatTime: (at: number) => string): string {
  return until >= PAUSED_FOR_GOOD ? 'Schedule Paused' : `Schedule Paused until ${formatTime(until)}`
}
