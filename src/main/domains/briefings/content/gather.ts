import type { BriefingContent } from '#shared/briefings.ts'
import { startOfDay } from '#shared/local-time.ts'
import { dailyOf, MATCH_LEAST, MATCHES_TOLD } from './daily.ts'
import { eveningOf } from './evening.ts'
import type { BriefingFacts, BriefingSpan } from './facts.ts'
import { daysBefore } from './spans.ts'
import { actsOf, streaksOf } from './streak.ts'
import { weeklyOf } from './weekly.ts'

const DAY_MS = 86_400_000
/** What has been due for longer is told no more. */
const OVERDUE_DAYS = 365
/** A streak that began earlier is told by its last so many days. */
const STREAK_DAYS = 400
const SILENT_TOLD = 200
const WEEK_DAYS = 7

/** Asks everybody and puts the content together. In turns: nothing of it holds the event loop for long. */
export function gather(facts: BriefingFacts, span: BriefingSpan): Promise<BriefingContent> {
  if (span.kind === 'daily') return gatherDaily(facts, span)
  if (span.kind === 'weekly') return gatherWeekly(facts, span)
  return Promise.resolve(gatherEvening(facts, span))
}

async function gatherDaily(facts: BriefingFacts, span: BriefingSpan): Promise<BriefingContent> {
  const { at, zone, from: after, until } = span
  const question = { after, until, least: MATCH_LEAST }
  const best = await facts.matches.best({ ...question, limit: MATCHES_TOLD })
  const silent = facts.history.silentSince(Math.max(at, until) - facts.ghostedAfterDays() * DAY_MS)
  return dailyOf({
    at,
    zone,
    matches: { total: facts.matches.count(question), best },
    entries: dueUntil(facts, { at, zone, days: 1 }),
    silent: silent.slice(0, SILENT_TOLD),
    lastRun: facts.lastRun(),
    nextRunAt: facts.nextRunAt(),
  })
}

function gatherEvening(facts: BriefingFacts, { at, zone, from, until }: BriefingSpan): BriefingContent {
  const happenings = facts.history.between({ after: from - 1, until })
  return eveningOf({ at, until, zone, happenings, entries: dueUntil(facts, { at, zone, days: 2 }) })
}

async function gatherWeekly(facts: BriefingFacts, { zone, from, until }: BriefingSpan): Promise<BriefingContent> {
  const before = daysBefore(from, { days: WEEK_DAYS, zone })
  const market = await facts.market.note({ before, after: from, until })
  const all = facts.history.between({ after: until - STREAK_DAYS * DAY_MS, until })
  return weeklyOf({
    happenings: all.filter(({ at }) => at > before),
    from,
    streakDays: streaksOf(actsOf(all), { now: until, zone }).current,
    market,
    entries: facts.calendar({ from: until, until: startOfDay(until, { zone, days: WEEK_DAYS + 1 }) }),
  })
}

/** What is due up to the end of the day, or of some days, and what was due before. */
function dueUntil({ calendar }: BriefingFacts, { at, zone, days }: { at: number; zone: string; days: number }) {
  const until = startOfDay(at, { zone, days })
  return calendar({ from: startOfDay(at, { zone }) - OVERDUE_DAYS * DAY_MS, until }).filter((entry) => entry.at < until)
}
