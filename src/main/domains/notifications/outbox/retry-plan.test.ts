import { expect, test } from 'vitest'
import { firstTryAt, nextTryAt } from './retry-plan.ts'

test.each([
  [1, 5_000],
  [2, 15_000],
  [3, 60_000],
])('after try %i the next one is %i ms later', (tries, pauseMs) => {
  expect(nextTryAt({ tries, now: 1000, notBefore: null })).toBe(1000 + pauseMs)
})

test('the fourth try is the last', () => {
  expect(nextTryAt({ tries: 4, now: 1000, notBefore: null })).toBeNull()
})

test('a server that wants a longer pause gets it, one that wants a shorter one does not', () => {
  expect(nextTryAt({ tries: 1, now: 0, notBefore: 90_000 })).toBe(90_000)
  expect(nextTryAt({ tries: 1, now: 0, notBefore: 10 })).toBe(5_000)
})

test('what comes in bursts waits for the rest; a reminder does not', () => {
  expect(firstTryAt('job_match', 0)).toBe(60_000)
  expect(firstTryAt('deadline_reminder', 0)).toBe(0)
})
