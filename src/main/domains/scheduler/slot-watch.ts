import type { Database } from '../../infra/db/driver.ts'
import type { Log } from '../../infra/log/log.ts'
import type { CronLine } from '../../infra/time/cron-line.ts'
import { createScheduleRepo, type ScheduleRow } from './schedule.repo.ts'
import { decideSlot } from './slots.ts'

/** Without a change of the settings one looks again after so long, in case that a word about a change was lost. */
const LOOK_AGAIN_MS = 30 * 60_000
const LOOK_AFTER_FAILURE_MS = 60_000
/** Ticks come twice a second: after such a gap the machine slept, or this process has only begun to lead. */
const SLEEP_MS = 30_000
/** A slot that lies further ahead was dealt with under a wrong clock, and must not silence the schedule until then. */
const WRONG_CLOCK_MS = 86_400_000

/** What became of a slot that is due: `outcome` says it in a word for the log; or the slot waits, and is looked at again then. */
export type SlotDealt = { readonly outcome: string } | { readonly lookAt: number }

export interface SlotWatchOptions {
  readonly database: Database
  readonly log: Log
  /** Its row in the table of schedules. */
  readonly name: string
  /** 'off' forgets how far it has got: when it is switched on again, it begins anew. Null: the line cannot be used for now. */
  readonly line: () => CronLine | 'off' | null
  readonly pausedUntil: () => number | null
  /** Whose jitter it is; null: what nobody else begins at the same moment starts without one. */
  readonly seed: string | null
  /** What fell due before the machine came into another zone is dealt with by the clocks of that one. False: it is passed over. */
  readonly isMadeUpInNewZone: boolean
  /** Deals with a slot, inside the write transaction that notes it as dealt with. */
  readonly deal: (slot: { slotAt: number; now: number }) => SlotDealt
  /** A slot was dealt with. */
  readonly onChange: () => void
}

/** Deals with each slot of one line once, whatever clocks and processes do: of what was missed only the newest, after a moment awake. */
export interface SlotWatch {
  /** For the leader of the background work, which calls it all the time; it never throws. */
  readonly tick: (now: number) => void
  /** To be called whenever the line may be another, in this process or another. */
  readonly lineChanged: () => void
  /** The first slot that is still to come lies after this instant. */
  readonly nextAfter: (line: Pick<CronLine, 'cron' | 'zone'>, now: number) => number
  /** How far this very line has got; null when it has not begun. */
  readonly lastSlotOf: (line: Pick<CronLine, 'cron' | 'zone'>) => number | null
  /** Notes every slot up to the instant as dealt with. */
  readonly pass: (line: CronLine, upTo: number) => void
}

export function createSlotWatch(options: SlotWatchOptions): SlotWatch {
  const { database, log, deal } = options
  const repo = createScheduleRepo(database, options.name)
  let lastTickAt = -Infinity
  let awakeSince = -Infinity
  let lookAt = -Infinity

  function rowOf(line: Pick<CronLine, 'cron' | 'zone'>): ScheduleRow | null {
    const row = repo.get()
    return row !== null && row.cron === line.cron && row.zone === line.zone ? row : null
  }

  /** Looks at what is due and returns when to look again. */
  function look(now: number): number {
    const line = options.line()
    if (line === null) return now + LOOK_AGAIN_MS
    if (line === 'off') {
      forget()
      return now + LOOK_AGAIN_MS
    }
    const row = rowOf(line)
    if (row === null || isWrong(row, now)) {
      begin(line, now)
      return now
    }
    const { lastSlotAt } = row
    const pausedUntil = options.pausedUntil()
    const decision = decideSlot({ now, line, lastSlotAt, pausedUntil, awakeSince, seed: options.seed })
    if (decision.kind === 'wait') return Math.min(decision.until ?? Infinity, now + LOOK_AGAIN_MS)
    if (decision.kind === 'start') return start(row, { slotAt: decision.slotAt, now })
    repo.put({ ...row, lastSlotAt: decision.slotAt })
    log.info({ schedule: options.name, slotAt: decision.slotAt }, 'a slot of a schedule was passed over: it is paused')
    options.onChange()
    return now
  }

  /** A line that is new here starts nothing for what lies behind it; one that only moved to another zone may go on. */
  function begin({ cron, zone }: CronLine, now: number): void {
    const earlier = repo.get()
    if (earlier === null || isWrong(earlier, now)) return repo.put({ cron, zone, lastSlotAt: now })
    const goesOn = options.isMadeUpInNewZone && earlier.cron === cron
    repo.put({ cron, zone, lastSlotAt: goesOn ? earlier.lastSlotAt : Math.max(now, earlier.lastSlotAt) })
  }

  function start(row: ScheduleRow, slot: { slotAt: number; now: number }): number {
    const { slotAt, now } = slot
    const dealt = database.write((): SlotDealt | null => {
      // Between the look and this transaction another process may have dealt with it.
      if (rowOf(row)?.lastSlotAt !== row.lastSlotAt) return null
      const dealt = deal(slot)
      if ('outcome' in dealt) repo.put({ ...row, lastSlotAt: slotAt })
      return dealt
    })
    if (dealt === null) return now
    if ('lookAt' in dealt) return dealt.lookAt
    const lateMs = now - slotAt
    log.info({ schedule: options.name, slotAt, lateMs, outcome: dealt.outcome }, 'a slot of a schedule was dealt with')
    options.onChange()
    return now
  }

  function forget(): void {
    if (repo.get() !== null) repo.clear()
  }

  return {
    tick: (now) => {
      if (now < lastTickAt || now - lastTickAt > SLEEP_MS) {
        awakeSince = now
        lookAt = now
      }
      lastTickAt = now
      if (now < lookAt) return
      try {
        lookAt = look(now)
      } catch (error) {
        lookAt = now + LOOK_AFTER_FAILURE_MS
        log.error({ schedule: options.name, err: error }, 'a schedule could not be looked at')
      }
    },
    lineChanged: () => {
      lookAt = -Infinity
      if (options.line() === 'off') forget()
    },
    nextAfter: (line, now) => {
      // Slots that were dealt with do not come again, although a clock that was set back has them ahead.
      const row = rowOf(line)
      return Math.max(now, row === null || isWrong(row, now) ? now : row.lastSlotAt)
    },
    lastSlotOf: (line) => rowOf(line)?.lastSlotAt ?? null,
    pass: (line, upTo) => {
      const row = rowOf(line)
      const slotAt = line.slotUpTo(upTo)
      if (row !== null && slotAt !== null && slotAt > row.lastSlotAt) repo.put({ ...row, lastSlotAt: slotAt })
    },
  }
}

function isWrong(row: ScheduleRow, now: number): boolean {
  return row.lastSlotAt > now + WRONG_CLOCK_MS
}
