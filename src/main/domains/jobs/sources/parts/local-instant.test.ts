import { expect, test } from 'vitest'
import { createLocalInstant } from './local-instant.ts'

const inStockholm = createLocalInstant('Europe/Stockholm')

test.each([
  ['2026-11-20T08:30:00', Date.UTC(2026, 10, 20, 7, 30)],
  ['2026-07-20T08:30:00', Date.UTC(2026, 6, 20, 6, 30)],
  ['2026-10-25T03:30:00', Date.UTC(2026, 9, 25, 2, 30)],
  ['2026-11-20T00:10:00.123', Date.UTC(2026, 10, 19, 23, 10, 0, 123)],
  ['2026-11-20T08:30:00Z', Date.UTC(2026, 10, 20, 8, 30)],
  ['2026-11-20T08:30:00+02:00', Date.UTC(2026, 10, 20, 6, 30)],
  ['2026-11-20', Date.UTC(2026, 10, 20)],
  ['snarest', null],
  [1_700_000_000, null],
  [null, null],
])('%j in Stockholm', (value, instant) => {
  expect(inStockholm(value)).toBe(instant)
})
