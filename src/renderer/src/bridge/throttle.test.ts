import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { throttle } from './throttle.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function counted(gapMs: number) {
  let calls = 0
  const call = throttle(() => {
    calls += 1
  }, gapMs)
  return { call, calls: () => calls }
}

test('the first call goes through at once', () => {
  const { call, calls } = counted(500)
  call()
  expect(calls()).toBe(1)
})

test('a burst inside the gap becomes one late call, so the last change is never missed', () => {
  const { call, calls } = counted(500)
  for (let index = 0; index < 20; index += 1) call()
  expect(calls()).toBe(1)
  vi.advanceTimersByTime(500)
  expect(calls()).toBe(2)
  vi.advanceTimersByTime(5000)
  expect(calls()).toBe(2)
})

test('two calls are never closer than the gap', () => {
  const { call, calls } = counted(500)
  for (let passedMs = 0; passedMs < 2000; passedMs += 100) {
    call()
    vi.advanceTimersByTime(100)
  }
  expect(calls()).toBeLessThanOrEqual(5)
  expect(calls()).toBeGreaterThanOrEqual(4)
})

test('a cancelled throttle owes nothing', () => {
  const { call, calls } = counted(500)
  call()
  call()
  call.cancel()
  vi.advanceTimersByTime(5000)
  expect(calls()).toBe(1)
})
