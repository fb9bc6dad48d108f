import { expect, test } from 'vitest'
import { monthOf, spanState } from './begun-career.ts'

test.each([
  ['2026-04', null, 'ahead'],
  ['2027', '2029', 'ahead'],
  ['2026', null, 'ongoing'],
  ['2026-03', null, 'ongoing'],
  ['2020', '2026-04', 'ongoing'],
  [null, '2027', 'ongoing'],
  ['2020', '2026-03', 'unsaid'],
  ['2020', '2026', 'unsaid'],
  [null, null, 'unsaid'],
  ['2020', '2026-02', 'over'],
  [null, '2025', 'over'],
])('%s to %s is %s in March 2026', (start, end, state) => {
  expect(spanState({ start, end }, '2026-03')).toBe(state)
})

test('the month is that of the user', () => {
  const now = Date.UTC(2026, 2, 31, 23)
  expect(monthOf({ now, zone: 'Europe/Berlin' })).toBe('2026-04')
  expect(monthOf({ now, zone: 'America/New_York' })).toBe('2026-03')
})
