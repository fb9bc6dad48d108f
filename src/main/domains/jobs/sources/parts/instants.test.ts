import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apiInstant, feedInstant, isoInstant, unixInstant } from './instants.ts'

const noon = Date.UTC(2026, 10, 20, 12)

describe('a Unix time', () => {
  test.each([
    [noon / 1000, noon],
    [noon, noon],
    [String(noon / 1000), noon],
    [0, null],
    [-1, null],
    [Number.NaN, null],
    [1e300, null],
    ['soon', null],
    [null, null],
    [true, null],
  ])('%j is %j', (value, instant) => {
    expect(unixInstant(value)).toBe(instant)
  })
})

describe('an ISO date', () => {
  test.each([
    ['2026-11-20T12:00:00Z', noon],
    ['2026-11-20T12:00:00.123456', noon + 123],
    ['2026-11-20T12:00:00,5Z', noon + 500],
    ['2026-11-20 12:00:00 UTC', noon],
    ['2026-11-20T07:00:00-05:00', noon],
    ['2026-11-20T13:00+0100', noon],
    ['2026-11-20', Date.UTC(2026, 10, 20)],
    ['2026-02-30', null],
    ['2026-13-01', null],
    ['2026-11-20T25:00:00Z', null],
    ['0001-01-01T00:00:00Z', null],
    ['today', null],
    [20261120, null],
  ])('%j is %j', (value, instant) => {
    expect(isoInstant(value)).toBe(instant)
  })
})

test.each([
  [noon / 1000, noon],
  [String(noon), noon],
  ['2026-11-20', Date.UTC(2026, 10, 20)],
  ['30+ days ago', null],
  [null, null],
])('%j of an API is %j', (value, instant) => {
  expect(apiInstant(value)).toBe(instant)
})

describe('a date of a feed', () => {
  test.each([
    ['Fri, 20 Nov 2026 12:00:00 GMT', noon],
    ['Fri, 20 Nov 2026 13:00:00 +0100', noon],
    ['Fri, 20 Nov 2026 13:00:00 CET', noon],
    ['Fri, 20 Nov 2026 13:00:00 MEZ', noon],
    ['Fri, 20 Nov 2026 07:00:00 EST', noon],
    ['20 Nov 26 12:00 Z', noon],
    ['Fri 20-Nov-2026 12:00:00 UT', noon],
    ['Friday, 20 November 2026 14:00:00 GMT+2', noon],
    ['Fri, 20 Nov 2026 12:00:00 +0000 (UTC)', noon],
    ['2026-11-20T12:00:00Z', noon],
    ['November 20, 2026', Date.UTC(2026, 10, 20)],
    ['Fri Nov 20 12:00:00 UTC 2026', noon],
    ['Fri Nov 20 13:00:00 CET 2026', noon],
    ['Fri Nov 20 12:00:00 2026', null],
    ['Fri, 20 Nov 2026 12:00:00 LMT', null],
    ['Fri, 20 Nov 2026 12:00:00', null],
    ['Fri, 20 Nov 2026 12:00:00 +9900', null],
    ['Fri, 31 Feb 2026 12:00:00 GMT', null],
    ['Fri, 20 Xyz 2026 12:00:00 GMT', null],
    ['', null],
    [undefined, null],
  ])('%j is %j', (value, instant) => {
    expect(feedInstant(value)).toBe(instant)
  })

  test('every instant of this century comes back from the form that RSS asks for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 946_684_800, max: 4_102_444_799 }), (seconds) => {
        expect(feedInstant(new Date(seconds * 1000).toUTCString())).toBe(seconds * 1000)
        expect(isoInstant(new Date(seconds * 1000).toISOString())).toBe(seconds * 1000)
      }),
    )
  })

  test('any text is an instant or null', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        for (const instant of [feedInstant(text), isoInstant(text), unixInstant(text)]) {
          expect(instant === null || Number.isSafeInteger(instant)).toBe(true)
        }
      }),
    )
  })
})
