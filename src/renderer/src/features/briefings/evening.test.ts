import { expect, test } from 'vitest'
import { isEvening } from './evening.ts'

test.each([
  ['2026-03-30T15:59:00Z', 'Europe/Berlin', false],
  ['2026-03-30T16:00:00Z', 'Europe/Berlin', true],
  ['2026-03-30T22:30:00Z', 'Europe/Berlin', false],
  ['2026-03-30T16:00:00Z', 'America/New_York', false],
])('at %s in %s it is evening: %s', (at, zone, isIt) => {
  expect(isEvening(Date.parse(at), zone)).toBe(isIt)
})
