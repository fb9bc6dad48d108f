import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createHttpState } from '#main/infra/db/http-state.ts'
import type { QuotaRule } from '#main/infra/http/http.ts'
import { takeFromQuotas, usedOf } from '#main/infra/http/quota.ts'
import { PAUSED_FOR_GOOD } from '#shared/schedule.ts'
import { createScheduleWorld, type ScheduleWorld } from '../support/schedule-world.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

type Stretch =
  | { readonly kind: 'awake' | 'asleep'; readonly hours: number }
  /** Somebody asks for a run that takes so long. */
  | { readonly kind: 'manual'; readonly hours: number }
  | { readonly kind: 'move'; readonly zone: string }

interface Month {
  readonly name: string
  readonly from: string
  readonly zone: string
  readonly slots: number
  readonly stretches: readonly Stretch[]
}

const awake = (hours: number): Stretch => ({ kind: 'awake', hours })
const asleep = (hours: number): Stretch => ({ kind: 'asleep', hours })
const manual = (hours: number): Stretch => ({ kind: 'manual', hours })

const MONTHS: readonly Month[] = [
  {
    name: 'UTC, 30 days without a gap',
    from: '2026-03-01T00:30Z',
    zone: 'UTC',
    slots: 120,
    stretches: [awake(30 * 24)],
  },
  {
    name: 'UTC, with sleeps over no slot, one and several, and a long run by hand over a slot',
    from: '2026-03-01T00:30Z',
    zone: 'UTC',
    slots: 120,
    stretches: [
      awake(8 * 24),
      asleep(3),
      awake(5 * 24 - 3),
      asleep(8),
      awake(2 * 24 + 3),
      manual(2),
      awake(14),
      asleep(3 * 24),
      awake(11 * 24 - 3),
    ],
  },
  {
    name: 'New York until 15 March, then Berlin: the clock jumps on the 8th and on the 29th',
    from: '2026-03-01T05:30Z',
    zone: 'America/New_York',
    slots: 120,
    stretches: [
      awake(8 * 24),
      asleep(36),
      awake(4 * 24 + 18.5),
      { kind: 'move', zone: 'Europe/Berlin' },
      awake(6 * 24),
      asleep(4.5),
      awake(13),
      asleep(7),
      awake(7 * 24),
      asleep(18),
      awake(23),
    ],
  },
  {
    name: 'Casablanca: back on 15 February, forward on 22 March',
    from: '2026-02-14T00:30Z',
    zone: 'Africa/Casablanca',
    slots: 152,
    stretches: [awake(18 * 24), asleep(26), awake(15 * 24), asleep(7), awake(4 * 24 - 9)],
  },
]

/** The hours of `zone` that are 0, 6, 12 or 18 o'clock, found without any cron line. */
function clockSlots(zone: string, range: { after: number; until: number }): number[] {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' })
  const slots: number[] = []
  for (let at = Math.ceil(range.after / HOUR_MS) * HOUR_MS; at <= range.until; at += HOUR_MS) {
    if (Number(hour.format(at)) % 6 === 0) slots.push(at)
  }
  return slots
}

/** Lives through the month and returns what had to be started, with the instant from which it could be. */
function live(month: Month, world: ScheduleWorld, onManual: () => void): { slotAt: number; from: number }[] {
  const expected: { slotAt: number; from: number }[] = []
  let { zone } = month
  let slots = 0
  world.scheduler().tick(world.clock.now())
  for (const stretch of month.stretches) {
    if (stretch.kind === 'move') {
      zone = stretch.zone
      world.update({ scheduleZone: zone })
      continue
    }
    const after = world.clock.now()
    const until = after + stretch.hours * HOUR_MS
    const due = clockSlots(zone, { after, until })
    slots += due.length
    if (stretch.kind === 'manual') {
      onManual()
      world.keepBusyUntil(until)
    }
    if (stretch.kind === 'asleep') world.asleep(until - after)
    else world.awake(until - after)
    // What was missed counts only by its newest.
    if (stretch.kind === 'awake') expected.push(...due.map((slotAt) => ({ slotAt, from: slotAt })))
    else expected.push(...due.slice(-1).map((slotAt) => ({ slotAt, from: until })))
  }
  expect(slots).toBe(month.slots)
  return expected
}

describe.each(MONTHS)('a month: $name', (month) => {
  const RULE: QuotaRule = { key: 'adzuna', limit: 250, window: 'month' }
  const now = Date.parse(month.from)

  function run() {
    const manualAt: number[] = []
    /** Requests left at the start of each run. */
    const left: { at: number; left: number; given: number }[] = []
    const world = createScheduleWorld({
      now,
      settings: { scheduleZone: month.zone },
      onStart: () => spend('scheduled'),
    })
    const { quota } = createHttpState(world.database, world.clock)

    function spend(run: 'scheduled' | 'manual'): void {
      const at = world.clock.now()
      const planned = world.scheduler().plan({
        sourceId: 'adzuna',
        rules: [{ requests: RULE.limit, per: RULE.window }],
        used: () => usedOf(quota, RULE, at),
        run,
        cadence: { hours: null, lastRunAt: null },
      })
      const given = planned?.plan.perRun ?? 0
      left.push({ at, left: RULE.limit - usedOf(quota, RULE, at), given })
      for (let index = 0; index < given; index += 1) takeFromQuotas(quota, [RULE], at)
    }

    const expected = live(month, world, () => {
      manualAt.push(world.clock.now())
      spend('manual')
    })
    return { world, expected, manualAt, left, used: usedOf(quota, RULE, world.clock.now()) }
  }

  test('every slot of a waking hour starts once, missed ones by their newest, and 250 requests a month outlast them', () => {
    const { world, expected, manualAt, left, used } = run()
    const starts = world.starts()
    expect(starts.map(({ slotAt }) => new Date(slotAt).toISOString())).toEqual(
      expected.map(({ slotAt }) => new Date(slotAt).toISOString()),
    )
    expect(world.askedAgain()).toBe(0)
    for (const [index, { startedAt }] of starts.entries()) {
      const lateMs = startedAt - (expected[index]?.from ?? 0)
      expect(lateMs).toBeGreaterThanOrEqual(0)
      expect(lateMs).toBeLessThanOrEqual(5 * MINUTE_MS + 20_000)
    }
    const pauses = starts.slice(1).map(({ startedAt }, index) => startedAt - (starts[index]?.startedAt ?? 0))
    expect(Math.min(...pauses)).toBeGreaterThan(HOUR_MS)

    expect(left).toHaveLength(starts.length + manualAt.length)
    for (const run of left) {
      expect(run.given).toBeGreaterThanOrEqual(2)
      expect(run.given).toBeLessThanOrEqual(Math.min(run.left, 5))
    }
    expect(used).toBeGreaterThan(0)
    expect(used).toBeLessThan(RULE.limit)
  })
})

test('a month that is lived to its end uses the allowance to the last request', () => {
  const month: Month = { name: '', from: '2026-04-01T00:00Z', zone: 'UTC', slots: 120, stretches: [awake(30 * 24)] }
  const RULE: QuotaRule = { key: 'adzuna', limit: 250, window: 'month' }
  const world = createScheduleWorld({
    now: Date.parse('2026-03-31T23:00Z'),
    onStart: () => {
      const at = world.clock.now()
      const planned = world.scheduler().plan({
        sourceId: 'adzuna',
        rules: [{ requests: RULE.limit, per: RULE.window }],
        used: () => usedOf(quota, RULE, at),
        run: 'scheduled',
        cadence: { hours: null, lastRunAt: null },
      })
      const given = planned?.plan.perRun ?? 0
      for (let index = 0; index < given; index += 1) takeFromQuotas(quota, [RULE], at)
    },
  })
  const { quota } = createHttpState(world.database, world.clock)
  world.awake(HOUR_MS - MINUTE_MS)
  world.awake(30 * DAY_MS)
  expect(world.starts()).toHaveLength(month.slots)
  expect(usedOf(quota, RULE, world.clock.now())).toBe(RULE.limit)
  expect(world.starts().at(-1)?.slotAt).toBe(Date.parse('2026-04-30T18:00Z'))
})

type Act =
  | { readonly kind: 'awake' | 'asleep' | 'pause' | 'busy' | 'back' | 'ahead'; readonly minutes: number }
  | { readonly kind: 'line'; readonly patch: Record<string, unknown> }
  | { readonly kind: 'pauseForGood' | 'resume' | 'restart' | 'toggle' }

const minutes = (max: number) => fc.integer({ min: 1, max })
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('awake' as const), minutes: minutes(12 * 60) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('asleep' as const), minutes: minutes(4 * 1440) }) },
  fc.record({ kind: fc.constant('pause' as const), minutes: minutes(2 * 1440) }),
  fc.record({ kind: fc.constant('busy' as const), minutes: minutes(10 * 60) }),
  fc.record({ kind: fc.constant('back' as const), minutes: minutes(3 * 1440) }),
  fc.record({ kind: fc.constant('ahead' as const), minutes: minutes(3 * 1440) }),
  fc.record({
    kind: fc.constant('line' as const),
    patch: fc.constantFrom<Record<string, unknown>>(
      { scheduleCron: '0 */6 * * *' },
      { scheduleCron: '*/30 * * * *' },
      { scheduleCron: '15 3,15 * * MON-FRI' },
      { scheduleZone: 'Europe/Berlin' },
      { scheduleZone: 'America/New_York' },
    ),
  }),
  fc.record({ kind: fc.constantFrom('pauseForGood' as const, 'resume', 'restart', 'toggle') }),
)

function perform(act: Act, world: ScheduleWorld): void {
  switch (act.kind) {
    case 'awake':
      return world.awake(act.minutes * MINUTE_MS)
    case 'asleep':
    case 'ahead':
      return world.asleep(act.minutes * MINUTE_MS)
    case 'back':
      return world.asleep(-act.minutes * MINUTE_MS)
    case 'busy':
      return world.keepBusyUntil(world.clock.now() + act.minutes * MINUTE_MS)
    case 'pause':
      return void world.scheduler().pause(world.clock.now() + act.minutes * MINUTE_MS)
    case 'pauseForGood':
      return void world.scheduler().pause(PAUSED_FOR_GOOD)
    case 'resume':
      return void world.scheduler().pause(null)
    case 'restart':
      return world.restart()
    case 'line':
      return world.update(act.patch)
    case 'toggle':
      return world.update({ isScheduleOn: !world.settings.get().isScheduleOn })
  }
}

test('whatever people and clocks do: no slot is started twice, no tick starts two, and none starts in a pause or ahead of time', () => {
  let startsSeen = 0
  fc.assert(
    fc.property(fc.array(act, { minLength: 5, maxLength: 30 }), (acts) => {
      const startedIn: number[] = []
      const world = createScheduleWorld({
        // Two days before the clock jumps in New York.
        now: Date.parse('2026-03-06T10:00Z'),
        onStart: (slotAt) => {
          const { isScheduleOn, schedulePausedUntil } = world.settings.get()
          if (!isScheduleOn) throw new Error('started while it is off')
          if (slotAt > world.clock.now()) throw new Error('started ahead of time')
          if (slotAt < (schedulePausedUntil ?? 0)) throw new Error('started a slot of a pause')
          startedIn.push(world.ticks())
        },
      })
      let latest = world.clock.now()
      let mayAskAgain = false
      for (const one of acts) {
        perform(one, world)
        const setBackMs = latest - world.clock.now()
        latest = Math.max(latest, world.clock.now())
        // A clock that was wrong by more than a day, or a schedule that was off meanwhile, is forgotten; the runs are not.
        mayAskAgain ||= setBackMs >= DAY_MS || (setBackMs > 0 && one.kind === 'toggle')
      }
      const slots = world.starts().map(({ slotAt }) => slotAt)
      startsSeen += slots.length
      expect(world.failures()).toEqual([])
      expect(new Set(slots).size).toBe(slots.length)
      expect(new Set(startedIn).size).toBe(startedIn.length)
      expect(mayAskAgain ? 0 : world.askedAgain()).toBe(0)
      world.database.close()
    }),
    { numRuns: 60 },
  )
  // Something did start; how much depends on the acts, which are others every time.
  expect(startsSeen).toBeGreaterThan(60)
})
