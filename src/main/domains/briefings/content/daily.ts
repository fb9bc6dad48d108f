import type { CalendarEntry } from '#shared/applications.ts'
import type { Run } from '#shared/discovery.ts'
import { startOfDay } from '#shared/local-time.ts'
import type { FreshMatch } from '../../recommendations/fresh-matches.service.ts'
import type { DailyBriefing } from './facts.ts'

/** A job from this score on is told as a match, 0 to 100. */
export const MATCH_LEAST = 60
export const MATCHES_TOLD = 10

export interface DailyParts {
  readonly at: number
  readonly zone: string
  readonly matches: { readonly total: number; readonly best: readonly FreshMatch[] }
  /** Up to the end of the day. */
  readonly entries: readonly CalendarEntry[]
  readonly silent: DailyBriefing['silent']
  readonly lastRun: Run | null
  readonly nextRunAt: number | null
}

/** The daily briefing out of what was gathered for it. Pure. */
export function dailyOf(parts: DailyParts): DailyBriefing {
  const { at, zone, entries, lastRun } = parts
  const [dayStart, dayEnd] = [startOfDay(at, { zone }), startOfDay(at, { zone, days: 1 })]
  const due = entries.filter((entry) => !entry.isDone && entry.at < dayEnd)
  return {
    kind: 'daily',
    matches: { total: parts.matches.total, jobs: parts.matches.best.map(matchOf) },
    interviews: entries.filter((entry) => entry.kind === 'interview' && entry.at >= dayStart && entry.at < dayEnd),
    deadlines: due.filter(({ kind }) => kind === 'deadline' || kind === 'answer' || kind === 'other'),
    followUps: due.filter(({ kind }) => kind === 'follow_up'),
    silent: [...parts.silent],
    run: {
      lastRunAt: lastRun?.finishedAt ?? null,
      state: lastRun?.state ?? null,
      found: lastRun?.found ?? 0,
      fresh: lastRun?.new ?? 0,
      failed: lastRun === null ? [] : failedOf(lastRun),
      nextRunAt: parts.nextRunAt,
    },
  }
}

/** Nothing in it asks for the user or is news. Pure. */
export function isEmptyDaily({ matches, interviews, deadlines, followUps, silent, run }: DailyBriefing): boolean {
  const lists = [interviews, deadlines, followUps, silent, run.failed]
  return matches.total === 0 && lists.every((list) => list.length === 0)
}

function matchOf({ job, score, reasons }: FreshMatch): DailyBriefing['matches']['jobs'][number] {
  const place = [job.place?.city, job.place?.countryCode].filter((part) => part !== null && part !== undefined)
  return {
    jobId: job.id,
    title: job.title,
    company: job.company,
    place: place.join(', '),
    match: score,
    reasons: [...reasons],
  }
}

function failedOf({ sources }: Run): DailyBriefing['run']['failed'] {
  return sources
    .filter(({ state, problem }) => state === 'error' || state === 'blocked' || problem === 'drift')
    .map(({ sourceId, sourceName, message }) => ({
      sourceId,
      name: sourceName,
      message: message ?? 'It brought nothing.',
    }))
}
