import { describe, expect, test } from 'vitest'
import { HttpProblem, type HttpProblemCode } from '#main/infra/http/http.ts'
import { httpOutcome } from './http-outcome.ts'

const WORDS = { unauthorised: 'Check the key.', notFound: 'Check the address.' }

function outcomeOf(code: HttpProblemCode, more: { status?: number; retryAt?: number; cause?: unknown } = {}) {
  return httpOutcome(new HttpProblem(code, 'host says no', more), WORDS)
}

function fault(code: string): Error {
  return Object.assign(new Error('connect'), { code })
}

describe('what a failed request means for its message', () => {
  test.each([
    ['unauthorised', 401, 'host says no. Check the key.'],
    ['not_found', 404, 'host says no. Check the address.'],
    ['redirect', 301, 'host says no. Enter the address it redirects to.'],
    ['address_refused', undefined, 'host says no. Check the address.'],
    ['server_error', 400, 'host says no.'],
    ['server_error', 422, 'host says no.'],
  ] as const)('%s (%s): never', (code, status, reason) => {
    const outcome = outcomeOf(code, status === undefined ? {} : { status })
    expect(outcome).toMatchObject({ kind: 'failed', isFinal: true, reason })
  })

  test.each([
    ['server_error', 503, undefined, false],
    ['server_error', 502, undefined, true],
    ['server_error', 504, undefined, true],
    ['server_error', 409, undefined, false],
    ['server_error', 425, undefined, false],
    ['rate_limited', 429, undefined, false],
    ['challenge', 403, undefined, false],
    ['timeout', undefined, undefined, true],
    ['network', undefined, fault('ECONNRESET'), true],
    ['network', undefined, fault('ECONNREFUSED'), false],
    ['network', undefined, fault('ENOTFOUND'), false],
    ['network', undefined, fault('DEPTH_ZERO_SELF_SIGNED_CERT'), false],
  ] as const)('%s (%s): later; it may have arrived: %s', (code, status, cause, mayHaveArrived) => {
    const outcome = outcomeOf(code, { ...(status === undefined ? {} : { status }), cause })
    expect(outcome).toMatchObject({ kind: 'failed', isFinal: false, mayHaveArrived })
  })

  test.each(['breaker_open', 'rate_limited'] as const)('%s before anything went out: held, which is no try', (code) => {
    expect(outcomeOf(code, { retryAt: 5 })).toEqual({ kind: 'held', reason: 'host says no.', until: 5 })
  })

  test.each([
    ['too_large', 200],
    ['unreadable', 201],
  ] as const)('%s with status %i: it arrived, whatever else was said', (code, status) => {
    expect(outcomeOf(code, { status })).toEqual({ kind: 'sent' })
  })

  test('what a server wants as a pause is kept', () => {
    expect(outcomeOf('rate_limited', { status: 429, retryAt: 99 })).toMatchObject({ notBefore: 99 })
  })

  test('a fault of our own is no answer of the server’s', () => {
    expect(() => httpOutcome(new TypeError('a bug'), WORDS)).toThrow('a bug')
  })
})
