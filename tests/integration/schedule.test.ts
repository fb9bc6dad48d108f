import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createSchedulerService } from '#main/domains/scheduler/scheduler.service.ts'
import { createSettingsService } from '#main/domains/settings/settings.service.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { createTaskRunner } from '#main/infra/tasks/task-runner.ts'
import { PAUSED_FOR_GOOD } from '#shared/schedule.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { tempDir } from '../support/profile.ts'
import { createScheduleWorld } from '../support/schedule-world.ts'
import { silentLog } from '../support/silent-log.ts'
import { testCore } from '../support/test-core.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const at = (text: string) => Date.parse(`2026-03-${text}Z`)
const slots = (of: { starts: () => { slotAt: number }[] }) =>
  of.starts().map(({ slotAt }) => new Date(slotAt).toISOString().slice(8, 16))

describe('the schedule', () => {
  test('a new profile starts nothing by itself until its next slot, and that one within five minutes', () => {
    const world = createScheduleWorld({ now: at('02T11:00') })
    world.awake(59 * MINUTE_MS)
    expect(world.starts()).toEqual([])
    world.awake(6 * MINUTE_MS)
    expect(slots(world)).toEqual(['02T12:00'])
    const [first] = world.starts()
    expect((first?.startedAt ?? 0) - at('02T12:00')).toBeLessThanOrEqual(5 * MINUTE_MS + 20_000)
    expect(world.scheduler().get()).toMatchObject({ lastSlotAt: at('02T12:00'), problem: null, isOn: true })
  })

  test('an app that was closed for days starts the newest slot once, a moment after it was opened', () => {
    const world = createScheduleWorld({ now: at('02T11:00') })
    world.awake(2 * HOUR_MS)
    world.asleep(5 * DAY_MS)
    world.restart()
    world.awake(2 * HOUR_MS)
    expect(slots(world)).toEqual(['02T12:00', '07T12:00'])
    const late = (world.starts()[1]?.startedAt ?? 0) - at('07T13:00')
    expect(late).toBeGreaterThanOrEqual(30_000)
    expect(late).toBeLessThanOrEqual(2 * MINUTE_MS)
  })

  test('a slot that falls due during a run starts after it, once, and only the newest', () => {
    const world = createScheduleWorld({ now: at('02T11:00') })
    world.keepBusyUntil(at('02T19:30'))
    world.awake(8 * HOUR_MS)
    expect(world.starts()).toEqual([])
    world.awake(2 * HOUR_MS)
    expect(slots(world)).toEqual(['02T18:00'])
    expect((world.starts()[0]?.startedAt ?? 0) - at('02T19:30')).toBeLessThanOrEqual(MINUTE_MS)
  })

  test('a slot with nothing to run is dealt with, and a failing start is tried again', () => {
    const outcomes: (() => 'passed_over' | 'started')[] = [
      () => 'passed_over',
      () => {
        throw new Error('disk full')
      },
      () => 'started',
    ]
    const asked: number[] = []
    const world = createScheduleWorld({
      now: at('02T11:00'),
      startRun: (slotAt) => {
        asked.push(slotAt)
        return outcomes.shift()?.() ?? 'started'
      },
    })
    world.awake(8 * HOUR_MS)
    expect(asked).toEqual([at('02T12:00'), at('02T18:00'), at('02T18:00')])
  })

  test('what a failing start had written is gone with it: the slot and its run stand or fall together', () => {
    let isBroken = true
    const world = createScheduleWorld({
      now: at('02T11:00'),
      onStart: () => {
        if (isBroken) throw new Error('disk full')
      },
    })
    world.awake(2 * HOUR_MS)
    expect(world.starts()).toEqual([])
    expect(world.scheduler().get().lastSlotAt).toBeNull()
    isBroken = false
    world.awake(2 * MINUTE_MS)
    expect(slots(world)).toEqual(['02T12:00'])
  })

  test('another line or zone begins anew: nothing is made up for', () => {
    const world = createScheduleWorld({ now: at('02T11:00') })
    world.awake(2 * HOUR_MS)
    world.asleep(7 * HOUR_MS)
    world.update({ scheduleCron: '30 */4 * * *' })
    world.awake(30 * MINUTE_MS)
    expect(slots(world)).toEqual(['02T12:00'])
    world.awake(10 * MINUTE_MS)
    expect(slots(world)).toEqual(['02T12:00', '02T20:30'])
    world.update({ scheduleZone: 'Asia/Kolkata' })
    world.awake(4 * HOUR_MS)
    // 04:30 in India is 23:00 UTC.
    expect(slots(world)).toEqual(['02T12:00', '02T20:30', '02T23:00'])
  })

  test('a line that cannot be used starts nothing and says why, and the next good one is taken', () => {
    const world = createScheduleWorld({ now: at('02T11:00'), settings: { scheduleCron: '61 * * * *' } })
    world.awake(DAY_MS)
    expect(world.starts()).toEqual([])
    expect(world.scheduler().get()).toMatchObject({
      nextAt: [],
      description: '',
      problem: expect.stringMatching(/"61"/),
    })
    world.update({ scheduleCron: '0 12 * * *' })
    world.awake(DAY_MS)
    expect(slots(world)).toEqual(['03T12:00'])
  })

  test('off is off, and on goes on with the next slot', () => {
    const world = createScheduleWorld({ now: at('02T11:00') })
    world.awake(2 * HOUR_MS)
    world.update({ isScheduleOn: false })
    world.awake(DAY_MS)
    world.restart()
    world.asleep(DAY_MS)
    world.update({ isScheduleOn: true })
    world.awake(4 * HOUR_MS)
    expect(slots(world)).toEqual(['02T12:00'])
    world.awake(3 * HOUR_MS)
    expect(slots(world)).toEqual(['02T12:00', '04T18:00'])
  })

  test('switched off and on again while nobody leads, it still makes up for nothing', () => {
    const world = createScheduleWorld({ now: at('02T11:00') })
    world.awake(MINUTE_MS)
    world.update({ isScheduleOn: false })
    world.asleep(DAY_MS)
    world.update({ isScheduleOn: true })
    world.restart()
    world.awake(30 * MINUTE_MS)
    expect(world.starts()).toEqual([])
  })

  test('a clock that is set back does not bring a slot again under another line either', () => {
    const world = createScheduleWorld({ now: at('02T11:00') })
    world.awake(2 * HOUR_MS)
    world.clock.jump(-2 * HOUR_MS)
    world.update({ scheduleCron: '0 */4 * * *' })
    world.awake(6 * HOUR_MS)
    expect(slots(world)).toEqual(['02T12:00', '02T16:00'])
    expect(world.askedAgain()).toBe(0)
  })

  test('a clock that is set back by hours starts no slot twice, and one that ran days ahead does not silence the schedule', () => {
    const world = createScheduleWorld({ now: at('02T11:00') })
    world.awake(2 * HOUR_MS)
    world.clock.jump(-3 * HOUR_MS)
    world.awake(7 * HOUR_MS)
    expect(slots(world)).toEqual(['02T12:00'])
    world.awake(2 * HOUR_MS)
    expect(slots(world)).toEqual(['02T12:00', '02T18:00'])
    world.clock.jump(400 * DAY_MS)
    world.awake(HOUR_MS)
    world.clock.jump(-400 * DAY_MS)
    world.awake(DAY_MS)
    expect(slots(world).slice(3)).toEqual(['03T00:00', '03T06:00', '03T12:00', '03T18:00'])
  })
})

describe('a pause', () => {
  test('passes over its slots, and none of them is made up for', () => {
    const world = createScheduleWorld({ now: at('02T11:00') })
    world.awake(MINUTE_MS)
    expect(world.scheduler().pause(at('03T11:00')).pausedUntil).toBe(at('03T11:00'))
    world.awake(DAY_MS)
    expect(world.starts()).toEqual([])
    expect(world.scheduler().get().pausedUntil).toBeNull()
    world.awake(2 * HOUR_MS)
    expect(slots(world)).toEqual(['03T12:00'])
  })

  test('that ended while the app was closed is still none to make up for', () => {
    const world = createScheduleWorld({ now: at('02T11:00') })
    world.awake(MINUTE_MS)
    world.scheduler().pause(at('04T11:00'))
    world.asleep(2 * DAY_MS)
    world.restart()
    world.awake(30 * MINUTE_MS)
    expect(world.starts()).toEqual([])
    world.awake(HOUR_MS)
    expect(slots(world)).toEqual(['04T12:00'])
  })

  test('that is ended by hand goes on with the next slot, also when the app was closed in between', () => {
    const world = createScheduleWorld({ now: at('02T11:00') })
    world.awake(MINUTE_MS)
    expect(world.scheduler().pause(PAUSED_FOR_GOOD).pausedUntil).toBe(PAUSED_FOR_GOOD)
    world.asleep(30 * HOUR_MS)
    world.restart()
    expect(world.scheduler().pause(null)).toMatchObject({ pausedUntil: null, lastSlotAt: at('03T12:00') })
    world.awake(50 * MINUTE_MS)
    expect(world.starts()).toEqual([])
    world.awake(DAY_MS)
    expect(slots(world)[0]).toBe('03T18:00')
  })

  test('until a time that is over is none', () => {
    const world = createScheduleWorld({ now: at('02T11:00') })
    expect(world.scheduler().pause(at('02T10:00')).pausedUntil).toBeNull()
    expect(world.settings.get().schedulePausedUntil).toBeNull()
  })
})

describe('what clients are told', () => {
  test('the line in words and the next five starts, paused or not', async () => {
    const { client } = testCore({ clock: createFakeClock({ now: at('02T11:00') }) })
    await client.settings.update({ scheduleZone: 'Europe/Berlin' })
    const paused = await client.schedule.pause({ until: PAUSED_FOR_GOOD })
    expect(paused).toEqual({
      cron: '0 */6 * * *',
      zone: 'Europe/Berlin',
      isOn: true,
      description: 'On the hour, every 6 hours',
      nextAt: [at('02T17:00'), at('02T23:00'), at('03T05:00'), at('03T11:00'), at('03T17:00')],
      pausedUntil: PAUSED_FOR_GOOD,
      lastSlotAt: null,
      problem: null,
    })
    expect(await client.schedule.get()).toEqual(paused)
    expect((await client.schedule.pause({ until: null })).pausedUntil).toBeNull()
  })

  test('a preview says what a line would mean or what is wrong with it, and changes nothing', async () => {
    const { client } = testCore({ clock: createFakeClock({ now: at('02T11:00') }) })
    const before = await client.schedule.get()
    expect(await client.schedule.preview({ cron: '30 8 * * 1-5', zone: 'UTC' })).toMatchObject({
      description: 'At 08:30, Monday through Friday',
      nextAt: ['03', '04', '05', '06', '09'].map((day) => at(`${day}T08:30`)),
      problem: null,
    })
    for (const [cron, zone, problem] of [
      ['*/5 * * * *', 'UTC', /too often/],
      ['0 0 6 * * *', 'UTC', /five fields/],
      ['', 'UTC', /five fields/],
      ['0 6 * * *', 'Mars/Phobos', /no time zone "Mars\/Phobos"/],
    ] as const) {
      expect(await client.schedule.preview({ cron, zone })).toMatchObject({
        nextAt: [],
        problem: expect.stringMatching(problem),
      })
    }
    expect(await client.schedule.get()).toEqual(before)
  })

  test('a line or zone that cannot be used is refused by the settings, each by its name', async () => {
    const { client } = testCore()
    await expect(
      client.settings.update({ scheduleCron: '* * * * *', scheduleZone: 'Nowhere', theme: 'dark' }),
    ).rejects.toMatchObject({
      code: 'SETTING_INVALID',
      data: {
        issues: [
          { key: 'scheduleCron', message: expect.stringContaining('15 minutes') },
          { key: 'scheduleZone', message: expect.stringContaining('"Nowhere"') },
        ],
      },
    })
    expect(await client.settings.get()).toMatchObject({
      scheduleCron: '0 */6 * * *',
      scheduleZone: 'UTC',
      theme: 'system',
    })
    await client.settings.update({ scheduleCron: '15 7 * * *', scheduleZone: 'Europe/Lisbon' })
    expect(await client.schedule.get()).toMatchObject({ cron: '15 7 * * *', zone: 'Europe/Lisbon', problem: null })
  })
})

/** One process of a profile: its own connection, task runner and scheduler. */
function processOf(profile: {
  path: string
  clock: ReturnType<typeof createFakeClock>
  started: string[]
  name: string
}) {
  const { path, clock, started, name } = profile
  const database = openDatabase({ path, now: clock.now() })
  const settings = createSettingsService({
    database,
    clock,
    log: silentLog,
    knownSources: [],
    onChange: () => undefined,
  })
  const scheduler = createSchedulerService({
    database,
    clock,
    log: silentLog,
    settings,
    startRun: (slotAt) => {
      runner.enqueue({ kind: 'run', key: 'run', payload: slotAt })
      return 'started'
    },
    profileSeed: path,
    onChange: () => undefined,
  })
  const handler = {
    kind: 'run',
    maxAttempts: 1,
    recovery: 'resume' as const,
    run: async (slotAt: unknown) => {
      started.push(`${name} ${new Date(Number(slotAt)).toISOString().slice(8, 16)}`)
    },
  }
  const runner = createTaskRunner({
    database,
    clock,
    log: silentLog,
    handlers: [handler],
    onLeaderTick: scheduler.tick,
  })
  onTestFinished(async () => {
    await Promise.all([runner.stop(), clock.advance(10_000)])
    database.close()
  })
  return runner
}

test('of two processes on one profile only the leader starts what is due, and the other takes over where it ended', async () => {
  const clock = createFakeClock({ now: at('02T11:55') })
  const started: string[] = []
  const path = join(tempDir(), 'profile.db')
  const first = processOf({ path, clock, started, name: 'first' })
  const second = processOf({ path, clock, started, name: 'second' })
  first.start()
  await clock.advance(1000)
  second.start()
  await clock.advance(11 * MINUTE_MS)
  expect(started).toEqual(['first 02T12:00'])
  await Promise.all([first.stop(), clock.advance(10_000)])
  clock.jump(5 * HOUR_MS + 45 * MINUTE_MS)
  await clock.advance(16 * MINUTE_MS)
  expect(second.isLeader()).toBe(true)
  expect(started).toEqual(['first 02T12:00', 'second 02T18:00'])
})

test('a due slot becomes a run of the sources that are on; a process without the schedule starts none', async () => {
  const clock = createFakeClock({ now: at('02T11:58') })
  const profileDir = tempDir()
  const visitor = testCore({ clock, profileDir })
  await visitor.client.settings.update({ enabledSources: ['sample'] })
  visitor.start({ withSchedule: false })
  await clock.advance(9 * MINUTE_MS)
  expect(await visitor.client.discovery.runs({})).toEqual([])
  await Promise.all([visitor.stop(), clock.advance(10_000)])

  const app = testCore({ clock, profileDir })
  app.start()
  await clock.advance(9 * MINUTE_MS)
  expect(await app.client.discovery.runs({})).toEqual([])
  clock.jump(5 * HOUR_MS + 40 * MINUTE_MS)
  await clock.advance(11 * MINUTE_MS)
  const runs = await app.client.discovery.runs({})
  expect(runs).toMatchObject([{ trigger: 'schedule', slotAt: at('02T18:00'), sources: [{ sourceId: 'sample' }] }])
  expect((await app.client.schedule.get()).lastSlotAt).toBe(at('02T18:00'))
  await Promise.all([app.stop(), clock.advance(10_000)])
})
