import { expect, test } from 'vitest'
import { readDay } from './written-day.ts'

test.each([
  ['2026-12-04', '2026-12-04'],
  [' 4 Dec 2026 ', '2026-12-04'],
  ['4. december 2026', '2026-12-04'],
  ['4.12.2026', '2026-12-04'],
  ['4/12/26', '2026-12-04'],
  ['today', '2026-11-30'],
  ['Tomorrow', '2026-12-01'],
  ['1 Dec', '2026-12-01'],
  ['3 jan', '2027-01-03'],
  ['30.11.', '2026-11-30'],
  ['29.2.2028', '2028-02-29'],
  ['29.2.2027', null],
  ['31 Apr 2026', null],
  ['2026-13-01', null],
  ['4 Foo 2026', null],
  ['4 Dec 20', null],
  ['', null],
])('%j is the day %s', (text, day) => {
  expect(readDay(text, '2026-11-30')).toBe(day)
})
