import type { Schedule } from '#shared/schedule.ts'
import type { Settings } from '#shared/settings.ts'
import type { Database } from '../../infra/db/driver.ts'
import type { Log } from '../../infra/log/log.ts'
import { type CronLine, readCron } from '../../infra/time/cron-line.ts'
import type { Clock } from '../../infra/time/clock.ts'
import type { SettingsService } from '../settings/settings.service.ts'
import { type Cadence, cadenceToleranceMs, dueSlots, isDue } from './cadence.ts'
import { type PlannedRequests, type PlanQuestion, planRequests } from './quota-plan.ts'
import { createScheduleRepo, type ScheduleRow } from './schedule.repo.ts'
import { createSlotCalendar } from './slot-calendar.ts'
import { decideSlot, nextSlots } from './slots.ts'

const DISCOVERY = 'discovery'
const SLOTS_SHOWN = 5
/** Without a change of the settings one looks again after so long, in case that a word about a change was lost. */
const LOOK_AGAIN_MS = 30 * 60_000
const LOOK_AFTER_ACTIVE_MS = 5_000
const LOOK_AFTER_FAILURE_MS = 60_000
/** Ticks come twice a second: after such a gap the machine slept, or this process has only begun to lead. */
const SLEEP_MS = 30_000
/** A slot that lies further ahead was dealt with under a wrong clock, and must not silence the schedule until then. */
const WRONG_CLOCK_MS = 86_400_000

/** What became of a slot: its run was written; a run is going on, and the slot waits for its end; or there is nothing to run for it
 *  (no source is on, or it has had its run). */
export type SlotStart = 'started' | 'active' | 'passed_over'

export interface SchedulerDeps {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly settings: Pick<SettingsService, 'get' | 'update'>
  /** Starts a run for the slot. Called inside the write transaction that notes the slot as dealt with. */
  readonly startRun: (slotAt: number) => SlotStart
  /** Something that differs from profile to profile and stays the same for one. */
  readonly profileSeed: string
  /** A slot was dealt with. */
  readonly onChange: () => void
}

export interface SchedulerService {
  readonly get: () => Schedule
  /** What a cron line would mean; `problem` says what is wrong with it. */
  readonly preview: (written: { cron: string; zone: string }) => Schedule
  /** Pauses until the instant; null, or an instant that is over, resumes. Slots of a pause are never made up for. */
  readonly pause: (until: number | null) => Schedule
  /** Starts what is due. For the leader of the background work, which calls it all the time; it never throws. */
  readonly tick: (now: number) => void
  /** To be called whenever the settings may have changed, in this process or another. */
  readonly settingsChanged: () => void
  /** What a run may ask of a source with allowances, so that they last; null without allowances. */
  readonly plan: (
    question: Omit<PlanQuestion, 'now' | 'runsBefore'> & { readonly cadence: Cadence },
  ) => PlannedRequests | null
  /** Whether its cadence lets the schedule read a source now. */
  readonly isSourceDue: (cadence: Cadence) => boolean
}

export function createSchedulerService(deps: SchedulerDeps): SchedulerService {
  const { database, clock, log, settings } = deps
  const repo = createScheduleRepo(database, DISCOVERY)
  const calendar = createSlotCalendar()
  let lastTickAt = -Infinity
  let awakeSince = -Infinity
  let lookAt = -Infinity
  let unusable: string | null = null

  function describe(written: { cron: string; zone: string }, now: number): Schedule {
    const { line, problem } = readCron(written)
    const { isScheduleOn, schedulePausedUntil } = settings.get()
    const row = rowOf(written)
    // Slots that were dealt with do not come again, although a clock that was set back has them ahead.
    const after = Math.max(now, row === null || isWrong(row, now) ? now : row.lastSlotAt)
    return {
      ...written,
      isOn: isScheduleOn,
      description: line?.description ?? '',
      nextAt: line === null ? [] : nextSlots(line, { after, count: SLOTS_SHOWN }),
      pausedUntil: schedulePausedUntil !== null && schedulePausedUntil > now ? schedulePausedUntil : null,
      lastSlotAt: row !== null && line?.slotUpTo(row.lastSlotAt) === row.lastSlotAt ? row.lastSlotAt : null,
      problem,
    }
  }

  /** How far this very line has got; null when it has not begun. */
  function rowOf(written: { cron: string; zone: string }): ScheduleRow | null {
    const row = repo.get()
    return row !== null && row.cron === written.cron && row.zone === written.zone ? row : null
  }

  /** Looks at what is due and returns when to look again. */
  function look(now: number): number {
    const current = settings.get()
    if (!current.isScheduleOn) {
      forget()
      return now + LOOK_AGAIN_MS
    }
    const line = usableLine(current)
    if (line === null) return now + LOOK_AGAIN_MS
    const row = rowOf(line)
    if (row === null || isWrong(row, now)) {
      begin(line, now)
      return now
    }
    const decision = decideSlot({
      now,
      line,
      lastSlotAt: row.lastSlotAt,
      pausedUntil: current.schedulePausedUntil,
      awakeSince,
      seed: deps.profileSeed,
    })
    if (decision.kind === 'wait') return Math.min(decision.until ?? Infinity, now + LOOK_AGAIN_MS)
    if (decision.kind === 'start') return start(row, { slotAt: decision.slotAt, now })
    repo.put({ ...row, lastSlotAt: decision.slotAt })
    log.info({ slotAt: decision.slotAt }, 'a slot of the schedule was passed over: it is paused')
    deps.onChange()
    return now
  }

  /** A line that is new here starts nothing for what lies behind it. */
  function begin({ cron, zone }: CronLine, now: number): void {
    const earlier = repo.get()
    const lastSlotAt = earlier === null || isWrong(earlier, now) ? now : Math.max(now, earlier.lastSlotAt)
    repo.put({ cron, zone, lastSlotAt })
  }

  function start(row: ScheduleRow, slot: { slotAt: number; now: number }): number {
    const { slotAt, now } = slot
    const outcome = database.write((): SlotStart | 'lost' => {
      // Between the look and this transaction another process may have dealt with it.
      if (rowOf(row)?.lastSlotAt !== row.lastSlotAt) return 'lost'
      const outcome = deps.startRun(slotAt)
      if (outcome !== 'active') repo.put({ ...row, lastSlotAt: slotAt })
      return outcome
    })
    if (outcome === 'active') return now + LOOK_AFTER_ACTIVE_MS
    if (outcome === 'lost') return now
    log.info({ slotAt, lateMs: now - slotAt, outcome }, 'a slot of the schedule was dealt with')
    deps.onChange()
    return now
  }

  function usableLine(current: Settings): CronLine | null {
    const { line, problem } = calendar.read({ cron: current.scheduleCron, zone: current.scheduleZone })
    if (problem !== null && problem !== unusable) log.warn({ problem }, 'the schedule cannot be used')
    unusable = problem
    return line
  }

  /** Off is off: when it is switched on again, it begins anew. */
  function forget(): void {
    if (repo.get() !== null) repo.clear()
  }

  /** What fell due in the pause that is about to change stays passed over. */
  function passPaused(now: number): void {
    const { scheduleCron, scheduleZone, schedulePausedUntil } = settings.get()
    const row = rowOf({ cron: scheduleCron, zone: scheduleZone })
    const line = row === null ? null : calendar.read(row).line
    if (row === null || line === null || schedulePausedUntil === null) return
    const slotAt = line.slotUpTo(Math.min(now, schedulePausedUntil - 1))
    if (slotAt !== null && slotAt > row.lastSlotAt) repo.put({ ...row, lastSlotAt: slotAt })
  }

  function get(): Schedule {
    const { scheduleCron, scheduleZone } = settings.get()
    return describe({ cron: scheduleCron, zone: scheduleZone }, clock.now())
  }

  return {
    get,
    preview: (written) => describe(written, clock.now()),
    pause: (until) => {
      const now = clock.now()
      database.write(() => passPaused(now))
      settings.update({ schedulePausedUntil: until !== null && until > now ? until : null })
      return get()
    },
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
        log.error({ err: error }, 'the schedule could not be looked at')
      }
    },
    settingsChanged: () => {
      lookAt = -Infinity
      if (!settings.get().isScheduleOn) forget()
    },
    plan: (question) => {
      const now = clock.now()
      const { scheduleCron, scheduleZone } = settings.get()
      const { line } = calendar.read({ cron: scheduleCron, zone: scheduleZone })
      const cadence = question.run === null ? question.cadence : { ...question.cadence, lastRunAt: now }
      // Slots of a pause count: what they do not use is there for the runs after it.
      const runsBefore = (end: number) =>
        line === null ? [] : dueSlots(calendar.slotsBetween(line, { after: now, until: end - 1 }), cadence)
      return planRequests({ ...question, now, runsBefore })
    },
    isSourceDue: ({ hours, lastRunAt }) =>
      isDue({ lastRunAt, cadenceHours: hours, now: clock.now(), toleranceMs: cadenceToleranceMs(hours ?? 0) }),
  }
}

function isWrong(row: ScheduleRow, now: number): boolean {
  return row.lastSlotAt > now + WRONG_CLOCK_MS
}
