import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localTimeOf } from '#shared/local-time.ts'
import { nextWallTime, quietUntil } from './quiet-hours.ts'

const night = { isOn: true, from: '22:00', until: '07:30' }

describe('quiet hours', () => {
  test.each([
    ['over midnight, in the evening', '2026-01-15T21:30Z', night, '2026-01-16T06:30Z'],
    ['over midnight, in the morning', '2026-01-16T03:00Z', night, '2026-01-16T06:30Z'],
    ['their first minute', '2026-01-15T21:00Z', night, '2026-01-16T06:30Z'],
    ['on one day', '2026-01-15T12:00Z', { isOn: true, from: '12:00', until: '14:00' }, '2026-01-15T13:00Z'],
    ['the night the clocks are put forward', '2026-03-28T22:00Z', night, '2026-03-29T05:30Z'],
    ['the night the clocks are put back', '2026-10-24T21:00Z', night, '2026-10-25T06:30Z'],
    ['an end that is skipped', '2026-03-29T00:30Z', { isOn: true, from: '01:00', until: '02:30' }, '2026-03-29T01:00Z'],
    [
      'an end that comes twice, before it',
      '2026-10-25T00:10Z',
      { isOn: true, from: '01:00', until: '02:30' },
      '2026-10-25T00:30Z',
    ],
    [
      'an end that comes twice, again',
      '2026-10-25T01:10Z',
      { isOn: true, from: '01:00', until: '02:30' },
      '2026-10-25T01:30Z',
    ],
  ])('%s: %s', (_name, at, quiet, until) => {
    expect(quietUntil(Date.parse(at), { quiet, zone: 'Europe/Berlin' })).toBe(Date.parse(until))
  })

  test.each([
    ['the minute of their end', '2026-01-16T06:30Z', night],
    ['by day', '2026-01-16T12:00Z', night],
    ['while they are off', '2026-01-16T03:00Z', { ...night, isOn: false }],
    ['of no length', '2026-01-16T03:00Z', { isOn: true, from: '08:00', until: '08:00' }],
  ])('do not hold %s', (_name, at, quiet) => {
    expect(quietUntil(Date.parse(at), { quiet, zone: 'Europe/Berlin' })).toBeNull()
  })

  test('end after the moment asked for, when they hold no more', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC')
    const days = fc.integer({ min: 0, max: 730 * 1440 })
    fc.assert(
      fc.property(minute, minute, days, zones, (from, until, minutes, zone) => {
        const at = Date.UTC(2026, 0, 1) + minutes * 60_000
        const quiet = { isOn: true, from: wall(from), until: wall(until) }
        const end = quietUntil(at, { quiet, zone })
        if (end === null) return
        expect(end).toBeGreaterThan(at)
        expect(quietUntil(end, { quiet, zone })).toBeNull()
        expect(localTimeOf(end, zone).slice(11) >= quiet.until || end - at < 90_000_000).toBe(true)
      }),
    )
  })
})

test.each([
  ['2026-01-15T10:00Z', '2026-01-15T19:00Z'],
  ['2026-01-15T19:00Z', '2026-01-16T07:00Z'],
  ['2026-03-28T20:00Z', '2026-03-29T06:00Z'],
])('after %s the wall clock shows 08:00 or 20:00 next at %s', (at, next) => {
  expect(nextWallTime(Date.parse(at), { times: ['08:00', '20:00'], zone: 'Europe/Berlin' })).toBe(Date.parse(next))
})

function wall(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
