import type { BriefingKind } from '#shared/briefings.ts'
import { instantOf, localTimeOf, startOfDay } from '#shared/local-time.ts'
import type { BriefingSpan } from './facts.ts'

const DAY_MS = 86_400_000
/** What is new since the last daily one is news for so long. */
const NEWS_DAYS = 7
const WEEK_DAYS = 7

/** The same time on the clocks, some days before; where it was skipped, the first after it. Pure. */
export function daysBefore(at: number, { days, zone }: { days: number; zone: string }): number {
  const local = localTimeOf(at, zone)
  const day = new Date(Date.parse(`${local.slice(0, 10)}T12:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10)
  const found = instantOf({ localTime: `${day}${local.slice(10)}`, zone })
  if (found === null) throw new RangeError(`no time ${days} days before ${at} in ${zone}`)
  return found.kind === 'found' ? found.at : found.nextAt
}

/** What a briefing covers that is made at `now`. Of the daily one: what is new since the last (`lastUntil`), at most a week, or else the
 *  last day; it ends where jobs await their scores (`scoredUntil`), which are left to the next. One on demand always tells the last day up
 *  to now. Of the evening: the day. Of the week: seven days up to its slot. Pure. */
export function spanOf(made: {
  kind: BriefingKind
  now: number
  slotAt: number | null
  lastUntil: number | null
  scoredUntil: number
  zone: string
}): BriefingSpan {
  const { kind, now, slotAt, lastUntil, zone } = made
  const at = slotAt ?? now
  if (kind === 'weekly') return { kind, at, from: daysBefore(at, { days: WEEK_DAYS, zone }), until: at, zone }
  if (kind === 'evening') {
    const until = Math.min(now, startOfDay(at, { zone, days: 1 }))
    return { kind, at, from: startOfDay(at, { zone }), until, zone }
  }
  const yesterday = daysBefore(now, { days: 1, zone })
  const since = lastUntil !== null && lastUntil < now && lastUntil >= now - NEWS_DAYS * DAY_MS ? lastUntil : yesterday
  if (slotAt === null) return { kind, at, from: Math.min(since, yesterday), until: now, zone }
  return { kind, at, from: since, until: Math.max(since, Math.min(now, made.scoredUntil)), zone }
}
