import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { backoffMs, createRetry } from './backoff.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

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

test('pauses grow from try to try, and start small again after a success', async () => {
  const retry = createRetry()
  const waitedMs = async () => {
    const startedAt = Date.now()
    const wait = retry.wait(new AbortController().signal)
    await vi.runAllTimersAsync()
    await wait
    return Date.now() - startedAt
  }
  const [first, second, third] = [await waitedMs(), await waitedMs(), await waitedMs()]
  expect(second).toBeGreaterThan(first)
  expect(third).toBeGreaterThan(second)
  retry.reset()
  expect(await waitedMs()).toBeLessThanOrEqual(600)
})

test('an abort ends a pause at once', async () => {
  const closing = new AbortController()
  const wait = createRetry().wait(closing.signal)
  closing.abort()
  await wait
  expect(vi.getTimerCount()).toBe(0)
})
