import { expect, test } from 'vitest'
import { monthBounds, monthOf } from './month.ts'

test.each([
  ['2026-11', 'UTC', Date.UTC(2026, 10, 1), Date.UTC(2026, 11, 1)],
  ['2026-12', 'UTC', Date.UTC(2026, 11, 1), Date.UTC(2027, 0, 1)],
  ['2026-03', 'Europe/Berlin', Date.UTC(2026, 1, 28, 23), Date.UTC(2026, 2, 31, 22)],
  ['2026-01', 'Pacific/Kiritimati', Date.UTC(2025, 11, 31, 10), Date.UTC(2026, 0, 31, 10)],
])('%s in %s', (month, zone, startsAt, endsAt) => {
  expect(monthBounds(month, zone)).toEqual({ startsAt, endsAt })
  expect(monthOf(startsAt, zone)).toBe(month)
  expect(monthOf(endsAt - 1, zone)).toBe(month)
  expect(monthOf(endsAt, zone)).not.toBe(month)
})
