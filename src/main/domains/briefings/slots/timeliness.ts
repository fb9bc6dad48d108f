import type { BriefingKind } from '#shared/briefings.ts'
import { localDayOf, localTimeOf, startOfDay } from '#shared/local-time.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
/** So soon after its time it is told whatever the hour: the time is the user's own. */
const PUNCTUAL_MS = 30 * MINUTE_MS
/** The hours of the clock between which nothing that is late is told. */
const NIGHT_BEGINS = 22
const NIGHT_ENDS = 7

/** Up to which hour of its own day each is made up for. A weekly one is also told on the day after. */
const LATEST_HOUR: Readonly<Record<BriefingKind, number>> = { daily: 14, evening: 22, weekly: 22 }
const DAYS_LATER: Readonly<Record<BriefingKind, number>> = { daily: 0, evening: 0, weekly: 1 }

/** Whether a briefing still makes sense: now; later, at `at` (a late one is never told at night); or no more. */
export type Timeliness =
  | { readonly kind: 'now' }
  | { readonly kind: 'later'; readonly at: number }
  | { readonly kind: 'over' }

/** A daily briefing makes sense until 14:00 of its day, an evening one until 22:00, a weekly one until 22:00 of the next day; each in any case
 *  for half an hour after its time. Pure. */
export function timelinessOf(slot: { kind: BriefingKind; slotAt: number; now: number; zone: string }): Timeliness {
  const { kind, slotAt, now, zone } = slot
  if (now - slotAt < PUNCTUAL_MS) return { kind: 'now' }
  const lastDay = startOfDay(slotAt, { zone, days: DAYS_LATER[kind] })
  // A day with a change of clocks may have passed an hour more or less: the clock on the wall decides.
  const isOver =
    now >= startOfDay(lastDay, { zone, days: 1 }) || (now >= lastDay && hourOf(now, zone) >= LATEST_HOUR[kind])
  if (isOver) return { kind: 'over' }
  const hour = hourOf(now, zone)
  if (hour >= NIGHT_ENDS && hour < NIGHT_BEGINS) return { kind: 'now' }
  return { kind: 'later', at: morningAfter(now, zone) }
}

/** Whether one of these was for the same day, each by the clocks of its own zone: who travels or changes the time gets no second one. Pure. */
export function isTold(
  slot: { slotAt: number; zone: string },
  others: readonly { slotAt: number; zone: string }[],
): boolean {
  const day = localDayOf(slot.slotAt, slot.zone)
  return others.some((other) => localDayOf(other.slotAt, other.zone) === day)
}

function hourOf(at: number, zone: string): number {
  return Number(localTimeOf(at, zone).slice(11, 13))
}

/** Looked for by the hour: the first at which the night is over. */
function morningAfter(now: number, zone: string): number {
  let at = Math.ceil(now / (15 * MINUTE_MS)) * 15 * MINUTE_MS
  while (isNight(at, zone) && at - now < 24 * HOUR_MS) at += 15 * MINUTE_MS
  return at
}

function isNight(at: number, zone: string): boolean {
  const hour = hourOf(at, zone)
  return hour < NIGHT_ENDS || hour >= NIGHT_BEGINS
}
