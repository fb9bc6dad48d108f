import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf, localDayOf, localTimeOf, startOfDay } from './local-time.ts'

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/Lisbon',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
]

describe('a local time becomes an instant', () => {
  test.each([
    ['2026-01-15T09:00', 'Europe/Berlin', '2026-01-15T08:00Z'],
    ['2026-07-15T09:00', 'Europe/Berlin', '2026-07-15T07:00Z'],
    ['2026-07-15T09:00', 'America/New_York', '2026-07-15T13:00Z'],
    ['2026-07-15T09:00', 'Asia/Kolkata', '2026-07-15T03:30Z'],
    ['2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59Z'],
    ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00Z'],
  ])('%s in %s', (localTime, zone, instant) => {
    expect(instantOf({ localTime, zone })).toEqual({ kind: 'found', at: Date.parse(instant), isRepeated: false })
  })

  test.each([
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T03:00'],
    ['2026-03-08T02:00', 'America/New_York', '2026-03-08T03:00'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-04T02:30'],
  ])('the clocks are put forward over %s in %s', (localTime, zone, next) => {
    expect(instantOf({ localTime, zone })).toMatchObject({ kind: 'skipped', next })
  })

  test('of an hour that comes twice the first is meant, or the second when it is said', () => {
    const written = { localTime: '2026-10-25T02:30', zone: 'Europe/Berlin' }
    const at = Date.parse('2026-10-25T00:30Z')
    expect(instantOf(written)).toEqual({ kind: 'found', at, isRepeated: true })
    expect(instantOf({ ...written, isLater: true })).toEqual({ kind: 'found', at: at + 3_600_000, isRepeated: true })
  })

  test.each(['2026-02-30T10:00', '2026-13-01T10:00', '2026-01-01T24:00', 'now', ''])('"%s" is no time', (localTime) => {
    expect(instantOf({ localTime, zone: 'UTC' })).toBeNull()
  })

  test('a zone that is none is an error', () => {
    expect(() => instantOf({ localTime: '2026-01-01T10:00', zone: 'Mars/Base' })).toThrow(RangeError)
  })

  test('what the clocks show leads back to the instant, or to the same hour before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 33_000_000 }), fc.constantFrom(...ZONES), (minutes, zone) => {
        const at = minutes * 60_000
        const localTime = localTimeOf(at, zone)
        const [first, later] = [false, true].map((isLater) => instantOf({ localTime, zone, isLater }))
        expect([first, later].flatMap((found) => (found?.kind === 'found' ? [found.at] : []))).toContain(at)
      }),
    )
  })
})

describe('a day begins', () => {
  test.each([
    ['2026-03-29T10:00Z', 'Europe/Berlin', 0, '2026-03-28T23:00Z'],
    ['2026-03-29T10:00Z', 'Europe/Berlin', 1, '2026-03-29T22:00Z'],
    ['2026-10-25T10:00Z', 'Europe/Berlin', 1, '2026-10-25T23:00Z'],
    ['2026-01-01T02:00Z', 'America/New_York', 0, '2025-12-31T05:00Z'],
    ['2026-01-31T12:00Z', 'UTC', -31, '2025-12-31T00:00Z'],
    // Clocks are put forward at midnight there.
    ['2018-11-04T12:00Z', 'America/Sao_Paulo', 0, '2018-11-04T03:00Z'],
  ])('%s in %s, %i days on', (at, zone, days, start) => {
    expect(startOfDay(Date.parse(at), { zone, days })).toBe(Date.parse(start))
  })

  test('its own day is what the clocks show', () => {
    expect(localDayOf(Date.parse('2026-06-30T23:30Z'), 'Europe/Berlin')).toBe('2026-07-01')
  })
})
