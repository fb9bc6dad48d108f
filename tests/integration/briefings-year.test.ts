import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf, localDayOf, localTimeOf } from '#shared/local-time.ts'
import type { BriefingKind } from '#shared/briefings.ts'
import { createBriefingsWorld, type KeptBriefing } from '../support/briefings-world.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const DAY_MS = 24 * HOUR_MS
/** So long a process must have been awake in a window for the briefing to be certain: the network settles, and it is made. */
const ENOUGH_MS = 3 * MINUTE_MS

interface Stretch {
  readonly kind: 'awake' | 'asleep' | 'restart'
  readonly minutes: number
}
interface Interval {
  readonly from: number
  readonly until: number
}

const stretch: fc.Arbitrary<Stretch> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('awake' as const), minutes: fc.integer({ min: 5, max: 1500 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('asleep' as const), minutes: fc.integer({ min: 5, max: 1200 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('restart' as const), minutes: fc.integer({ min: 1, max: 90 }) }),
  },
)

const YEARS = [
  { name: 'UTC, with two processes', zone: 'UTC', move: null, processes: 2 },
  { name: 'Berlin, with both changes of clocks', zone: 'Europe/Berlin', move: null, processes: 1 },
  { name: 'New York, and from 10 July on Berlin', zone: 'America/New_York', move: 'Europe/Berlin', processes: 2 },
  { name: 'Berlin, and from 10 July on New York', zone: 'Europe/Berlin', move: 'America/New_York', processes: 1 },
  { name: 'Casablanca, which sets its clocks back for Ramadan', zone: 'Africa/Casablanca', move: null, processes: 1 },
] as const

const MOVE_AT = Date.parse('2026-07-10T13:00Z')

function instant(day: string, time: string, zone: string): number {
  const found = instantOf({ localTime: `${day}T${time}`, zone })
  if (found === null) throw new Error(`no ${time} on ${day}`)
  return found.kind === 'found' ? found.at : found.nextAt
}

/** Days whose window somebody was awake in for long enough ('told') or not at all ('untold'); what lies between is left out. */
function expectedDays(
  window: readonly [string, string],
  lived: { awake: readonly Interval[]; zone: string; days: readonly string[] },
) {
  const { awake, zone, days } = lived
  return days.flatMap((day) => {
    const [from, until] = [instant(day, window[0], zone), instant(day, window[1], zone)]
    const stretches = awake.map((one) => Math.min(one.until, until) - Math.max(one.from, from))
    if (stretches.some((ms) => ms >= ENOUGH_MS)) return [{ day, isTold: true }]
    return stretches.some((ms) => ms > 0) ? [] : [{ day, isTold: false }]
  })
}

const dayOf = ({ slotAt, zone }: KeptBriefing) => localDayOf(slotAt, zone)
const ofKind = (kept: readonly KeptBriefing[], kind: BriefingKind) => kept.filter((briefing) => briefing.kind === kind)

describe.each(YEARS)('a year: $name', ({ zone, move, processes }) => {
  test('a day has its briefing at 08:00 when anybody was awake for it, never two, and nothing is told at night', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stretch, { minLength: 900, maxLength: 900 }), async (stretches) => {
        const start = Date.parse('2026-01-01T10:00Z')
        const world = createBriefingsWorld({ now: start, settings: { timeZone: zone }, processes })
        const end = start + 365 * DAY_MS
        const awake: Interval[] = []
        let movedAt = Infinity
        await world.awake(MINUTE_MS)
        for (const { kind, minutes } of stretches) {
          if (world.clock.now() >= end) break
          if (move !== null && movedAt === Infinity && world.clock.now() >= MOVE_AT) {
            world.update({ timeZone: move })
            movedAt = world.clock.now()
            await world.awake(MINUTE_MS)
          }
          const from = world.clock.now()
          if (kind === 'asleep') world.asleep(minutes * MINUTE_MS)
          if (kind === 'restart') world.restart()
          if (kind === 'awake') {
            await world.awake(minutes * MINUTE_MS)
            awake.push({ from, until: world.clock.now() })
          }
        }
        const kept = world.kept()
        for (const kind of ['daily', 'evening'] as const) {
          const days = ofKind(kept, kind).map(dayOf)
          expect(new Set(days).size).toBe(days.length)
          const window = kind === 'daily' ? (['08:00', '14:00'] as const) : (['20:00', '22:00'] as const)
          const told = new Set(days)
          for (const { zone: there, days: all } of livedDays(world.clock.now(), { start, zone, move })) {
            for (const { day, isTold } of expectedDays(window, { awake, zone: there, days: all })) {
              expect({ kind, day, isTold: told.has(day) }).toEqual({ kind, day, isTold })
            }
          }
        }
        for (const { kind, slotAt, madeAt, zone: there, title } of kept) {
          const [hour] = localTimeOf(madeAt, there).slice(11).split(':').map(Number)
          expect(hour).toBeGreaterThanOrEqual(7)
          expect(hour).toBeLessThan(22)
          expect(localTimeOf(slotAt, there).slice(11)).toBe({ daily: '08:00', evening: '20:00', weekly: '18:00' }[kind])
          expect(madeAt).toBeGreaterThanOrEqual(slotAt)
          expect(title).not.toBe('')
          // A time of the new zone that was over when the clocks there were taken for one's own is made up for.
          const isOfNewZone = there === move && slotAt < movedAt
          const wasAwake =
            !isOfNewZone && awake.some(({ from, until }) => from <= slotAt - ENOUGH_MS && until >= slotAt + ENOUGH_MS)
          expect(madeAt - slotAt).toBeLessThanOrEqual(wasAwake ? ENOUGH_MS : 30 * HOUR_MS)
        }
        const weeks = ofKind(kept, 'weekly').map(({ slotAt }) => slotAt)
        expect(weeks.length).toBeGreaterThan(20)
        expect(Math.min(...weeks.slice(1).map((at, index) => at - (weeks[index] ?? 0)))).toBeGreaterThan(6 * DAY_MS)
      }),
      { numRuns: 1, endOnFailure: true },
    )
  }, 240_000)
})

/** The days that were lived to their end, by zone; those around the start and a move are left out. */
function livedDays(now: number, { start, zone, move }: { start: number; zone: string; move: string | null }) {
  const daysIn = (there: string, from: number, until: number) => {
    const days: string[] = []
    for (let at = from; at < until; at += DAY_MS) days.push(localDayOf(at, there))
    return { zone: there, days }
  }
  if (move === null) return [daysIn(zone, start + DAY_MS, now - 2 * DAY_MS)]
  return [daysIn(zone, start + DAY_MS, MOVE_AT - DAY_MS), daysIn(move, MOVE_AT + 4 * DAY_MS, now - 2 * DAY_MS)]
}
