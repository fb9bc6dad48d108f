import type { Schedule } from '#shared/schedule.ts'
import type { Settings } from '#shared/settings.ts'
import type { Database } from '../../infra/db/driver.ts'
import type { Log } from '../../infra/log/log.ts'
import { type CronLine, readCron } from '../../infra/time/cron-line.ts'
import type { Clock } from '../../infra/time/clock.ts'
import type { SettingsService } from '../settings/settings.service.ts'
import { type Cadence, cadenceToleranceMs, dueSlots, isDue } from './cadence.ts'
import { type PlannedRequests, type PlanQuestion, planRequests } from './quota-plan.ts'
import { createSlotCalendar } from './slot-calendar.ts'
import { createSlotWatch } from './slot-watch.ts'
import { nextSlots } from './slots.ts'

export { createSlotCalendar } from './slot-calendar.ts'
export { createSlotWatch, type SlotDealt } from './slot-watch.ts'

const DISCOVERY = 'discovery'
const SLOTS_SHOWN = 5
const LOOK_AFTER_ACTIVE_MS = 5_000

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
  const calendar = createSlotCalendar()
  let unusable: string | null = null
  const watch = createSlotWatch({
    database,
    log,
    name: DISCOVERY,
    line: () => (settings.get().isScheduleOn ? usableLine(settings.get()) : 'off'),
    pausedUntil: () => settings.get().schedulePausedUntil,
    seed: deps.profileSeed,
    isMadeUpInNewZone: false,
    deal: ({ slotAt, now }) => {
      const outcome = deps.startRun(slotAt)
      return outcome === 'active' ? { lookAt: now + LOOK_AFTER_ACTIVE_MS } : { outcome }
    },
    onChange: deps.onChange,
  })

  function describe(written: { cron: string; zone: string }, now: number): Schedule {
    const { line, problem } = readCron(written)
    const { isScheduleOn, schedulePausedUntil } = settings.get()
    const lastSlotAt = watch.lastSlotOf(written)
    const after = watch.nextAfter(written, now)
    return {
      ...written,
      isOn: isScheduleOn,
      description: line?.description ?? '',
      nextAt: line === null ? [] : nextSlots(line, { after, count: SLOTS_SHOWN }),
      pausedUntil: schedulePausedUntil !== null && schedulePausedUntil > now ? schedulePausedUntil : null,
      lastSlotAt: lastSlotAt !== null && line?.slotUpTo(lastSlotAt) === lastSlotAt ? lastSlotAt : null,
      problem,
    }
  }

  function usableLine(current: Settings): CronLine | null {
    const { line, problem } = calendar.read({ cron: current.scheduleCron, zone: current.scheduleZone })
    if (problem !== null && problem !== unusable) log.warn({ problem }, 'the schedule cannot be used')
    unusable = problem
    return line
  }

  /** What fell due in the pause that is about to change stays passed over. */
  function passPaused(now: number): void {
    const { scheduleCron, scheduleZone, schedulePausedUntil } = settings.get()
    const { line } = calendar.read({ cron: scheduleCron, zone: scheduleZone })
    if (line !== null && schedulePausedUntil !== null) watch.pass(line, Math.min(now, schedulePausedUntil - 1))
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
    tick: watch.tick,
    settingsChanged: watch.lineChanged,
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
