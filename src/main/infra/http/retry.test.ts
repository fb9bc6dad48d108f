import { describe, expect, it } from 'vitest'
import { HttpProblem, type HttpProblemCode } from './http.ts'
import { backoffMs, parseRetryAfter, retryDelayMs } from './retry.ts'

const NOW = Date.UTC(2026, 2, 2, 9)

describe('backoffMs', () => {
  it.each([
    [0, 0, 250],
    [0, 0.5, 375],
    [1, 0.5, 750],
    [5, 0, 8000],
    [6, 0.999, 29_985],
    [40, 0.5, 22_500],
  ])('retry %i with chance %f waits %i ms', (retry, random, expected) => {
    expect(backoffMs(retry, random)).toBe(expected)
  })
})

describe('parseRetryAfter', () => {
  it.each([
    ['120', NOW + 120_000],
    [' 5 ', NOW + 5000],
    ['1.5', NOW + 1500],
    ['Mon, 02 Mar 2026 09:00:30 GMT', NOW + 30_000],
    ['Monday, 02-Mar-26 09:00:30 GMT', NOW + 30_000],
    ['Mon Mar  2 09:00:30 2026', NOW + 30_000],
    ['99999999999999', NOW + 31 * 86_400_000],
  ])('%s', (value, at) => {
    expect(parseRetryAfter(value, NOW)).toBe(at)
  })
  it.each([
    undefined,
    '',
    '0',
    '-5',
    'soon',
    '5 minutes',
    'Mon, 32 Foo 2026',
    'Mon, 02 Mar 2026 08:00:00 GMT',
    '1e3',
    '0x10',
  ])('takes %s for no answer', (value) => {
    expect(parseRetryAfter(value, NOW)).toBeNull()
  })
})

describe('retryDelayMs', () => {
  const ask = (
    code: HttpProblemCode,
    details: { status?: number; retryAt?: number } = {},
    retries = 0,
  ): number | null =>
    retryDelayMs({ problem: new HttpProblem(code, '', details), retries, maxRetries: 3, now: NOW, random: 0.5 })

  it.each<[HttpProblemCode, { status?: number; retryAt?: number }, number | null]>([
    ['network', {}, 375],
    ['timeout', {}, 375],
    ['timeout', { status: 408 }, 375],
    ['rate_limited', { status: 429 }, 375],
    ['rate_limited', { status: 429, retryAt: NOW + 60_000 }, 60_000],
    ['rate_limited', { status: 429, retryAt: NOW + 60_001 }, null],
    ['server_error', { status: 500 }, 375],
    ['server_error', { status: 502 }, 375],
    ['server_error', { status: 503, retryAt: NOW + 3000 }, 3000],
    ['server_error', { status: 504 }, 375],
    ['server_error', { status: 501 }, null],
    ['server_error', { status: 400 }, null],
    ['not_found', { status: 404 }, null],
    ['unauthorised', { status: 401 }, null],
    ['challenge', { status: 503 }, null],
    ['redirect', { status: 302 }, null],
    ['too_large', {}, null],
    ['unreadable', { status: 200 }, null],
    ['address_refused', {}, null],
    ['breaker_open', { retryAt: NOW + 10 }, null],
    ['quota_used', { retryAt: NOW + 10 }, null],
    ['cancelled', {}, null],
  ])('%s %o → %s', (code, details, expected) => {
    expect(ask(code, details)).toBe(expected)
  })

  it('stops after the last allowed retry', () => {
    expect(ask('network', {}, 2)).toBe(1500)
    expect(ask('network', {}, 3)).toBeNull()
  })
})
