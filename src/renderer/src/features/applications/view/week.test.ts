import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from './days.ts'
import { addMonths, firstWeekday, monthDays, weekStart } from './week.ts'

describe('weeks', () => {
  test.each([
    ['de-DE', 1],
    ['en-US', 0],
    ['ar-EG', 6],
  ])('in %s begin with %i', (locale, day) => {
    expect(firstWeekday(locale)).toBe(day)
  })

  test.each([
    ['2026-11-29', 1, '2026-11-23'],
    ['2026-11-29', 0, '2026-11-29'],
    ['2026-11-23', 1, '2026-11-23'],
    ['2026-11-29', 6, '2026-11-28'],
  ] as const)('the one of %s that begins with %i starts on %s', (day, first, start) => {
    expect(weekStart(day, first)).toBe(start)
  })

  test('of a month are whole, whether it needs four, five or six', () => {
    expect(monthDays('2026-11-15', 1)).toHaveLength(42)
    expect(monthDays('2027-02-10', 1)).toHaveLength(28)
    expect(monthDays('2026-12-01', 1)[0]).toBe('2026-11-30')
    expect(monthDays('2026-12-01', 1).at(-1)).toBe('2027-01-03')
  })
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected)
})

test('days are counted by the calendar', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
})
