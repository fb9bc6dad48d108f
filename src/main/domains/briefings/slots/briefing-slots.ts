import { setImmediate as nextTurn } from 'node:timers/promises'
import { BRIEFING_KINDS, type BriefingKind } from '#shared/briefings.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Log } from '#main/infra/log/log.ts'
import type { CronLine } from '#main/infra/time/cron-line.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { createSlotCalendar, createSlotWatch, type SlotDealt } from '../../scheduler/scheduler.service.ts'
import type { BriefingsRepo, NewBriefing } from '../briefings.repo.ts'
import { type BriefingSettings, cronOf } from './briefing-lines.ts'
import { isTold, timelinessOf } from './timeliness.ts'

const HOUR_MS = 3_600_000
/** Farther apart than two slots can lie that are of one day in two zones. */
const SAME_DAY_MS = 48 * HOUR_MS
const LOOK_AFTER_MS = 2_000
const LOOK_AFTER_FAILURE_MS = 60_000
/** What was made earlier may be wrong by now, and is made again. */
const GOOD_FOR_MS = 60_000

export interface BriefingSlot {
  readonly kind: BriefingKind
  readonly slotAt: number
  readonly zone: string
}

export interface BriefingSlotsOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly settings: () => BriefingSettings
  readonly zone: () => string
  readonly repo: Pick<BriefingsRepo, 'slotsBetween'>
  /** Gathers what a slot is to tell. Outside of any transaction. */
  readonly make: (slot: BriefingSlot) => Promise<NewBriefing>
  /** Keeps and tells it, inside the transaction that notes the slot as dealt with. False: the slot has one. */
  readonly keep: (briefing: NewBriefing) => boolean
  readonly onChange: () => void
}

/** When briefings come by themselves. Each slot has one, whatever clocks and processes do, and a day has one of each kind. What was missed
 *  is made up for while it makes sense (timeliness.ts). A pause of the runs does not concern them. */
export interface BriefingSlots {
  readonly tick: (now: number) => void
  readonly settingsChanged: () => void
  /** The next that comes, past those of days that have one. Null while it is off. */
  readonly next: (kind: BriefingKind) => number | null
  /** Settles when nothing is being made. */
  readonly settled: () => Promise<void>
}

/** What was made, or is being made, for a slot. */
interface Making {
  readonly slot: BriefingSlot
  readonly startedAt: number
  made: NewBriefing | null
  failedAt: number | null
}

export function createBriefingSlots(options: BriefingSlotsOptions): BriefingSlots {
  const { database, clock, log, repo } = options
  const makings = new Map<BriefingKind, Making>()
  const pending = new Set<Promise<void>>()
  const lines: Readonly<Record<BriefingKind, () => CronLine | 'off' | null>> = {
    daily: lineReader('daily'),
    evening: lineReader('evening'),
    weekly: lineReader('weekly'),
  }
  const watches = BRIEFING_KINDS.map((kind) => ({
    kind,
    watch: createSlotWatch({
      database,
      log,
      name: `${kind}_briefing`,
      line: lines[kind],
      pausedUntil: () => null,
      seed: null,
      isMadeUpInNewZone: true,
      deal: ({ slotAt, now }) => deal({ kind, slotAt, zone: options.zone() }, now),
      onChange: options.onChange,
    }),
  }))

  function lineReader(kind: BriefingKind): () => CronLine | 'off' | null {
    const calendar = createSlotCalendar()
    let unusable: string | null = null
    return () => {
      const cron = cronOf(kind, options.settings())
      if (cron === null) return 'off'
      const { line, problem } = calendar.read({ cron, zone: options.zone() })
      if (problem !== null && problem !== unusable) log.warn({ kind, problem }, 'a briefing has no time')
      unusable = problem
      return line
    }
  }

  function hasOne(slot: BriefingSlot): boolean {
    const { kind, slotAt } = slot
    return isTold(slot, repo.slotsBetween(kind, { after: slotAt - SAME_DAY_MS, before: slotAt + SAME_DAY_MS }))
  }

  function deal(slot: BriefingSlot, now: number): SlotDealt {
    const { kind } = slot
    if (hasOne(slot)) return { outcome: 'that day has one' }
    const timeliness = timelinessOf({ ...slot, now })
    if (timeliness.kind === 'over') return { outcome: 'too late' }
    if (timeliness.kind === 'later') return { lookAt: timeliness.at }
    const making = makings.get(kind)
    if (making === undefined || !isOf(making, { slot, now })) return begin(slot, now)
    if (making.failedAt !== null) return { lookAt: making.failedAt + LOOK_AFTER_FAILURE_MS }
    if (making.made === null) return { lookAt: now + LOOK_AFTER_MS }
    makings.delete(kind)
    return { outcome: options.keep(making.made) ? 'told' : 'that slot has one' }
  }

  function begin(slot: BriefingSlot, now: number): SlotDealt {
    const making: Making = { slot, startedAt: now, made: null, failedAt: null }
    makings.set(slot.kind, making)
    const work = make(making).finally(() => pending.delete(work))
    pending.add(work)
    return { lookAt: now + LOOK_AFTER_MS }
  }

  async function make(making: Making): Promise<void> {
    // The slot is looked at inside a transaction, to which nothing of this belongs.
    await nextTurn()
    try {
      making.made = await options.make(making.slot)
    } catch (error) {
      making.failedAt = clock.now()
      log.error({ kind: making.slot.kind, err: error }, 'a briefing could not be made; it is tried again')
    }
  }

  return {
    tick: (now) => {
      for (const { watch } of watches) watch.tick(now)
    },
    settingsChanged: () => {
      for (const { watch } of watches) watch.lineChanged()
    },
    next: (kind) => {
      const line = lines[kind]()
      const watch = watches.find((one) => one.kind === kind)?.watch
      if (line === null || line === 'off' || watch === undefined) return null
      let slotAt = line.slotAfter(watch.nextAfter(line, clock.now()))
      while (slotAt !== null && hasOne({ kind, slotAt, zone: line.zone })) slotAt = line.slotAfter(slotAt)
      return slotAt
    },
    settled: async () => {
      await Promise.all(pending)
    },
  }
}

/** Whether it was made for this very slot, and not too long ago. */
function isOf({ slot, startedAt, failedAt, made }: Making, asked: { slot: BriefingSlot; now: number }): boolean {
  const { slotAt, zone } = asked.slot
  if (slot.slotAt !== slotAt || slot.zone !== zone || asked.now < startedAt) return false
  if (failedAt !== null) return asked.now < failedAt + LOOK_AFTER_FAILURE_MS
  return made === null || asked.now - made.madeAt < GOOD_FOR_MS
}
