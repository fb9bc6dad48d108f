import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bucket, createAllowances, durationMs, readAllowance, readyAt, taken } from './allowance.ts'

const NOW = Date.UTC(2026, 10, 10, 12)
const bucket = (more: Partial<Bucket> = {}): Bucket => ({
  limit: 1000,
  left: 400,
  at: NOW,
  fullAt: NOW + 60_000,
  ...more,
})

test.each([
  ['12ms', 12],
  ['7.66s', 7660],
  ['6m0s', 360_000],
  ['2m59.56s', 179_560],
  ['1h', 3_600_000],
  ['1d2h', 93_600_000],
  ['', null],
  ['5', null],
  ['soon', null],
  ['1s later', null],
  ['-1s', null],
])('%j is %j ms', (text, ms) => {
  expect(durationMs(text)).toBe(ms)
})

test.each([
  ['nothing is said', {}],
  ['the rest is missing', { 'x-ratelimit-limit-tokens': '8000' }],
  ['-1 says that it is not counted', tokens('-1', '-1', '0')],
  ['a number is none', tokens('8000', 'many', '1s')],
  ['a duration is none', tokens('8000', '10', '1700000000')],
])('no bucket when %s', (_when, headers) => {
  expect(readAllowance(headers, NOW)).toEqual({ requests: null, tokens: null })
})

function tokens(limit: string, left: string, reset: string) {
  return { 'x-ratelimit-limit-tokens': limit, 'x-ratelimit-remaining-tokens': left, 'x-ratelimit-reset-tokens': reset }
}

describe('a bucket', () => {
  test('lets through at once what it holds, later what flows in, and too much when it is full', () => {
    expect(readyAt(bucket(), 400)).toBe(NOW)
    expect(readyAt(bucket(), 700)).toBe(NOW + 30_000)
    expect(readyAt(bucket(), 5000)).toBe(NOW + 60_000)
    expect(readyAt(bucket({ left: 1000 }), 5000)).toBe(NOW)
  })

  test('of any size: what is let through leaves nothing below zero, and the wait for it was no shorter than it takes to flow in', () => {
    const any = fc.record({
      limit: fc.integer({ min: 1, max: 1e6 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      spanMs: fc.integer({ min: 1, max: 1e7 }),
      need: fc.integer({ min: 0, max: 2e6 }),
    })
    fc.assert(
      fc.property(any, ({ limit, share, spanMs, need }) => {
        const full = bucket({ limit, left: Math.floor(limit * share), fullAt: NOW + spanMs })
        const at = readyAt(full, need)
        expect(at).toBeGreaterThanOrEqual(NOW)
        expect(at).toBeLessThanOrEqual(NOW + spanMs)
        const after = taken(full, { need, now: at })
        expect(after.left).toBeGreaterThanOrEqual(0)
        expect(after.left).toBeLessThanOrEqual(limit)
        expect(readyAt(after, 0)).toBe(at)
        // Nothing is let through twice.
        const filled = Math.min(limit, full.left + ((limit - full.left) * (at - NOW)) / spanMs)
        expect(filled).toBeGreaterThanOrEqual(Math.min(need, limit) - 1e-6 * limit)
      }),
    )
  })
})

const anthropic = (reset: number, date: number | null) => ({
  'anthropic-ratelimit-tokens-limit': '1000',
  'anthropic-ratelimit-tokens-remaining': '400',
  'anthropic-ratelimit-tokens-reset': new Date(reset).toISOString(),
  ...(date !== null && { date: new Date(date).toUTCString() }),
})

test.each([
  ['by its own clock, which is ten minutes ahead', anthropic(NOW + 630_000, NOW + 600_000), 30_000],
  ['by its own clock, which is an hour behind', anthropic(NOW - 3_570_000, NOW - 3_600_000), 30_000],
  ['by ours where it does not tell its own', anthropic(NOW + 30_000, null), 30_000],
  ['a minute at the most', anthropic(NOW + 3_600_000, NOW), 60_000],
  ['never before now', anthropic(NOW - 5000, NOW), 0],
  ['a minute at the most, told as a span', tokens('1000', '400', '30m'), 60_000],
])('tokens are full again %s', (_how, headers, spanMs) => {
  expect(readAllowance(headers, NOW).tokens).toEqual({ limit: 1000, left: 400, at: NOW, fullAt: NOW + spanMs })
})

test('what was noted after the time that it is now is forgotten: the clock was put back', () => {
  const allowances = createAllowances()
  const back = NOW - 3_600_000
  const full = { requests: null, tokens: bucket({ left: 999 }) }
  allowances.note('a', full)
  expect(allowances.readyAt('a', { tokens: 1000, now: NOW })).toBeGreaterThan(NOW)
  expect(allowances.readyAt('a', { tokens: 10, now: back })).toBeNull()
  expect(allowances.readyAt('a', { tokens: 1000, now: NOW })).toBeNull()
  allowances.note('a', full)
  allowances.take('a', { tokens: 1000, now: back })
  expect(allowances.readyAt('a', { tokens: 1000, now: back })).toBeNull()
})
