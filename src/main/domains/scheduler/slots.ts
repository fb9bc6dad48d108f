import { createHash } from 'node:crypto'
import type { CronLine } from '../../infra/time/cron-line.ts'

const JITTER_MAX_MS = 5 * 60_000
const SETTLE_LEAST_MS = 10_000
const SETTLE_MAX_MS = 60_000

/** The next slots later than `after`, at most `count`. Pure. */
export function nextSlots(line: CronLine, range: { after: number; count: number }): number[] {
  const slots: number[] = []
  let slot = line.slotAfter(range.after)
  while (slot !== null && slots.length < range.count) {
    slots.push(slot)
    slot = line.slotAfter(slot)
  }
  return slots
}

/** Every slot later than `after` and not later than `until`. Pure. */
export function slotsBetween(line: CronLine, range: { after: number; until: number }): number[] {
  const slots: number[] = []
  let slot = line.slotAfter(range.after)
  while (slot !== null && slot <= range.until) {
    slots.push(slot)
    slot = line.slotAfter(slot)
  }
  return slots
}

/** How long after its slot a run starts, 0 to 5 minutes: the same for one profile and slot, different from profile to profile, so
 *  that not everybody asks on the hour. Pure. */
export function jitterMs(slot: { seed: string; slotAt: number }): number {
  return numberOf(`${slot.seed} ${slot.slotAt}`) % (JITTER_MAX_MS + 1)
}

/** How long after a start or a wake-up nothing is started, 10 to 60 seconds: the network has to come up first. Pure. */
export function settleMs(slot: { seed: string; slotAt: number }): number {
  return SETTLE_LEAST_MS + (numberOf(`${slot.seed} ${slot.slotAt} settle`) % (SETTLE_MAX_MS - SETTLE_LEAST_MS + 1))
}

function numberOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0)
}

export interface SlotQuestion {
  readonly now: number
  readonly line: CronLine
  /** Every slot up to here was dealt with. */
  readonly lastSlotAt: number
  /** Null when not paused. May lie in the past: what fell due before it stays passed over. */
  readonly pausedUntil: number | null
  /** Since when time has been watched without a gap: the start of this process, the end of its last sleep. */
  readonly awakeSince: number
  /** Whose jitter it is; null: there is none. */
  readonly seed: string | null
}

/** `until` is when to ask again at the latest; null when no slot will ever come. */
export type SlotDecision =
  | { readonly kind: 'wait'; readonly until: number | null }
  | { readonly kind: 'pass'; readonly slotAt: number }
  | { readonly kind: 'start'; readonly slotAt: number }

/** What is to be done about the slots. Of those that fell due only the newest counts, however many there are; one that fell due
 *  during a pause is passed over, and so are all before it. A slot that is due starts after its jitter, and not before the process
 *  has been awake for a moment. With the clock set back, slots that were dealt with do not come again. Pure. */
export function decideSlot(question: SlotQuestion): SlotDecision {
  const { now, line, lastSlotAt, pausedUntil, awakeSince, seed } = question
  const jitter = (slot: number) => (seed === null ? 0 : jitterMs({ seed, slotAt: slot }))
  const slotAt = line.slotUpTo(now)
  if (slotAt === null || slotAt <= lastSlotAt) {
    const next = line.slotAfter(Math.max(now, lastSlotAt))
    return { kind: 'wait', until: next === null ? null : next + jitter(next) }
  }
  if (pausedUntil !== null && slotAt < pausedUntil) return { kind: 'pass', slotAt }
  const startAt = Math.max(slotAt + jitter(slotAt), awakeSince + settleMs({ seed: seed ?? '', slotAt }))
  return now < startAt ? { kind: 'wait', until: startAt } : { kind: 'start', slotAt }
}
