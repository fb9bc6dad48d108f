import { describe, expect, test } from 'vitest'
import type { BriefingKind } from '#shared/briefings.ts'
import { isTold, type Timeliness, timelinessOf } from './timeliness.ts'

const BERLIN = 'Europe/Berlin'
const at = (text: string) => Date.parse(`${text}Z`)
const now: Timeliness = { kind: 'now' }
const over: Timeliness = { kind: 'over' }

describe('whether a briefing still makes sense', () => {
  // Berlin is an hour ahead of UTC in winter, two in summer.
  test.each<[string, BriefingKind, string, string, Timeliness]>([
    ['a daily one at its time', 'daily', '2026-01-12T07:00', '2026-01-12T07:00:10', now],
    ['after a start before 14:00', 'daily', '2026-01-12T07:00', '2026-01-12T12:59', now],
    ['at 14:00', 'daily', '2026-01-12T07:00', '2026-01-12T13:00', over],
    ['the next morning', 'daily', '2026-01-12T07:00', '2026-01-13T06:30', over],
    ['a week later, at 09:00', 'daily', '2026-01-12T07:00', '2026-01-19T08:00', over],
    ['one that the user wants at 15:30', 'daily', '2026-01-12T14:30', '2026-01-12T14:31', now],
    ['and half an hour after it', 'daily', '2026-01-12T14:30', '2026-01-12T15:00', over],
    ['one that the user wants at 03:00', 'daily', '2026-01-12T02:00', '2026-01-12T02:01', now],
    [
      'and that was slept over until 05:00 waits for the morning',
      'daily',
      '2026-01-12T02:00',
      '2026-01-12T04:00',
      { kind: 'later', at: at('2026-01-12T06:00') },
    ],
    ['on the day on which clocks go forward, at 13:59', 'daily', '2026-03-29T06:00', '2026-03-29T11:59', now],
    ['and at 14:00', 'daily', '2026-03-29T06:00', '2026-03-29T12:00', over],
    ['an evening one at its time', 'evening', '2026-01-12T19:00', '2026-01-12T19:00:30', now],
    ['until 22:00', 'evening', '2026-01-12T19:00', '2026-01-12T20:59', now],
    ['at 22:00', 'evening', '2026-01-12T19:00', '2026-01-12T21:00', over],
    ['one that the user wants at 23:45, after midnight', 'evening', '2026-01-12T22:45', '2026-01-12T23:10', now],
    ['and later', 'evening', '2026-01-12T22:45', '2026-01-12T23:15', over],
    ['a weekly one on its evening', 'weekly', '2026-01-11T17:00', '2026-01-11T20:30', now],
    [
      'in the night after it',
      'weekly',
      '2026-01-11T17:00',
      '2026-01-11T22:10',
      { kind: 'later', at: at('2026-01-12T06:00') },
    ],
    ['on the day after', 'weekly', '2026-01-11T17:00', '2026-01-12T20:30', now],
    ['on the evening of the day after', 'weekly', '2026-01-11T17:00', '2026-01-12T21:00', over],
    ['two days later', 'weekly', '2026-01-11T17:00', '2026-01-13T08:00', over],
  ])('%s', (_name, kind, slot, instant, expected) => {
    expect(timelinessOf({ kind, slotAt: at(slot), now: at(instant), zone: BERLIN })).toEqual(expected)
  })
})

describe('a day has one of each kind', () => {
  const berlin = { slotAt: at('2026-07-10T06:00'), zone: BERLIN }
  test.each<[string, { slotAt: number; zone: string }, boolean]>([
    [
      'the same day in New York, for who flew there',
      { slotAt: at('2026-07-10T12:00'), zone: 'America/New_York' },
      true,
    ],
    ['another time of the same day', { slotAt: at('2026-07-10T10:30'), zone: BERLIN }, true],
    ['the next day', { slotAt: at('2026-07-11T06:00'), zone: BERLIN }, false],
    ['the day before', { slotAt: at('2026-07-09T06:00'), zone: BERLIN }, false],
  ])('%s', (_name, slot, expected) => {
    expect(isTold(slot, [berlin])).toBe(expected)
    expect(isTold(slot, [])).toBe(false)
  })
})
