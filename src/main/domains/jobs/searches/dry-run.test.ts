import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayStarts, dryRunDays, newestOf, type SeenJob, wasRecent } from './dry-run.ts'

const DAY_MS = 86_400_000
const seenJob = fc.record({
  id: fc.integer({ min: 1, max: 500 }),
  firstSeenAt: fc.integer({ min: 0, max: 20 }),
  postedAt: fc.constant(null),
})

test('the newest are those that sorting all of them would put first', () => {
  fc.assert(
    fc.property(fc.array(seenJob), fc.integer({ min: 1, max: 5 }), (jobs, limit) => {
      const sorted = jobs.toSorted((a, b) => b.firstSeenAt - a.firstSeenAt || b.id - a.id)
      expect(newestOf(jobs, limit)).toEqual(sorted.slice(0, limit))
    }),
  )
})

test('days begin at midnight of this machine, whatever happens to its clock in between', () => {
  for (const now of [Date.UTC(2026, 2, 30, 12), Date.UTC(2026, 9, 26, 12), Date.UTC(2026, 0, 2, 0, 30)]) {
    const starts = dayStarts(now, 14).map((start) => new Date(start))
    expect(starts.map((start) => [start.getHours(), start.getMinutes()])).toEqual(starts.map(() => [0, 0]))
    expect(new Set(starts.map((start) => start.toDateString())).size).toBe(14)
    expect(starts[0]?.getTime()).toBeLessThanOrEqual(now)
    expect(starts.map(Number)).toEqual(starts.map(Number).toSorted((a, b) => b - a))
  }
})

test('what is told adds up to what came, but for what still waits', () => {
  const starts = [5, 4, 3, 2, 1].map((day) => day * DAY_MS)
  const jobs = fc.array(fc.integer({ min: 0, max: 6 * DAY_MS - 1 }), { maxLength: 60 })
  fc.assert(
    fc.property(jobs, fc.integer({ min: 1, max: 9 }), (instants, least) => {
      const seen = instants.map((firstSeenAt, id): SeenJob => ({ id, firstSeenAt, postedAt: null }))
      const days = dryRunDays(seen, starts, least)
      expect(days.map(({ dayStart }) => dayStart)).toEqual(starts)
      expect(days.reduce((sum, day) => sum + day.jobs, 0)).toBe(instants.filter((at) => at >= DAY_MS).length)
      const lastTold = days.findIndex(({ wouldTell }) => wouldTell)
      const waiting = days.slice(0, lastTold === -1 ? days.length : lastTold)
      expect(waiting.reduce((sum, day) => sum + day.jobs, 0)).toBeLessThan(least)
    }),
  )
})

test.each([
  [null, 7, true],
  [-7, 7, true],
  [-7.01, 7, false],
  [-100, null, true],
])('posted %s days before it came, asked for %s days: %s', (daysBefore, within, expected) => {
  const firstSeenAt = 200 * DAY_MS
  const postedAt = daysBefore === null ? null : firstSeenAt + daysBefore * DAY_MS
  expect(wasRecent({ id: 1, firstSeenAt, postedAt }, within)).toBe(expected)
})
