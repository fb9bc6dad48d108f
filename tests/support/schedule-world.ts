import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import {
  createSchedulerService,
  type SchedulerService,
  type SlotStart,
} from '#main/domains/scheduler/scheduler.service.ts'
import { createSettingsService, type SettingsService } from '#main/domains/settings/settings.service.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts'
import { tempDir } from './profile.ts'
import { silentLog } from './silent-log.ts'

/** A start of a slot, as the run table has it. */
export interface Started {
  readonly slotAt: number
  readonly startedAt: number
}

/** A profile whose runs take no time of their own: a run is a row, active until `activeUntil`. */
export interface ScheduleWorld {
  readonly clock: FakeClock
  readonly database: Database
  readonly settings: SettingsService
  readonly scheduler: () => SchedulerService
  readonly starts: () => Started[]
  /** Slots that were asked for although they had their run. */
  readonly askedAgain: () => number
  /** Until then a run that somebody asked for is going on. */
  readonly keepBusyUntil: (instant: number) => void
  /** Time passes, and the leader ticks every 20 seconds. */
  readonly awake: (ms: number) => void
  /** Time passes, and nobody ticks. */
  readonly asleep: (ms: number) => void
  /** The app is closed and opened again. */
  readonly restart: () => void
  readonly ticks: () => number
  /** What a start failed of. */
  readonly failures: () => unknown[]
  readonly update: (patch: Record<string, unknown>) => void
}

const TICK_MS = 20_000

export interface WorldOptions {
  readonly now: number
  readonly settings?: Record<string, unknown>
  /** Called inside the transaction of each start. */
  readonly onStart?: (slotAt: number) => void
  readonly startRun?: (slotAt: number) => SlotStart
}

export function createScheduleWorld(options: WorldOptions): ScheduleWorld {
  const clock = createFakeClock({ now: options.now })
  const database = openDatabase({ path: join(tempDir(), 'profile.db'), now: options.now })
  onTestFinished(() => database.close())
  // Months of commits, and no power cut among them.
  database.raw.pragma('synchronous = OFF')
  const settings = createSettingsService({
    database,
    clock,
    log: silentLog,
    knownSources: [],
    onChange: () => scheduler.settingsChanged(),
  })
  const hasRun = database.raw.prepare<[number]>('select 1 from run where slot_at = ?')
  const insert = database.raw.prepare<[string, number, number]>(
    `insert into run (id, task_id, trigger, state, started_at, slot_at) values (?, 'task', 'schedule', 'completed', ?, ?)`,
  )
  const all = database.raw.prepare<[], Started>(
    'select slot_at as slotAt, started_at as startedAt from run where slot_at is not null order by rowid',
  )
  let busyUntil = -Infinity
  let askedAgain = 0
  let ticks = 0
  const failures: unknown[] = []

  function startRun(slotAt: number): SlotStart {
    if (busyUntil > clock.now()) return 'active'
    if (hasRun.get(slotAt) !== undefined) {
      askedAgain += 1
      return 'passed_over'
    }
    insert.run(randomUUID(), clock.now(), slotAt)
    try {
      options.onStart?.(slotAt)
    } catch (error) {
      failures.push(error)
      throw error
    }
    return 'started'
  }

  const open = () =>
    createSchedulerService({
      database,
      clock,
      log: silentLog,
      settings,
      startRun: options.startRun ?? startRun,
      profileSeed: 'a profile',
      onChange: () => undefined,
    })
  let scheduler = open()
  if (options.settings !== undefined) settings.update(options.settings)

  return {
    clock,
    database,
    settings,
    scheduler: () => scheduler,
    starts: () => all.all(),
    askedAgain: () => askedAgain,
    keepBusyUntil: (instant) => {
      busyUntil = instant
    },
    awake: (ms) => {
      const until = clock.now() + ms
      while (clock.now() < until) {
        clock.jump(Math.min(TICK_MS, until - clock.now()))
        ticks += 1
        scheduler.tick(clock.now())
      }
    },
    asleep: (ms) => clock.jump(ms),
    restart: () => {
      scheduler = open()
    },
    ticks: () => ticks,
    failures: () => failures,
    update: (patch) => {
      settings.update(patch)
    },
  }
}
