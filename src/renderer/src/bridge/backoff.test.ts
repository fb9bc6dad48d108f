import { expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'

test.each([
  [0, 500],
  [1, 1000],
  [2, 2000],
  [4, 8000],
  [5, 10_000],
  [500, 10_000],
])('try %i waits about %i ms', (attempt, expected) => {
  expect(backoffMs(attempt, 0.5)).toBe(expected)
  expect(backoffMs(attempt, 0)).toBe(expected * 0.8)
  expect(backoffMs(attempt, 0.999)).toBeLessThanOrEqual(expected * 1.2)
})
