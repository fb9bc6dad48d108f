import { describe, expect, test } from 'vitest'
import type { BriefingKind } from '#shared/briefings.ts'
import { daysBefore, spanOf } from './spans.ts'

const zone = 'Europe/Berlin'
const at = (text: string) => Date.parse(`${text}Z`)

test.each<[string, string, number, string]>([
  ['over no change of clocks', '2026-01-12T07:00', 7, '2026-01-05T07:00'],
  ['over the one in spring: the same time on the clock', '2026-04-01T06:00', 7, '2026-03-25T07:00'],
  ['over the one in autumn', '2026-10-28T07:00', 7, '2026-10-21T06:00'],
  ['to a time that was skipped', '2026-03-30T00:30', 1, '2026-03-29T01:00'],
])('days before: %s', (_name, instant, days, expected) => {
  expect(new Date(daysBefore(at(instant), { days, zone })).toISOString()).toBe(`${expected}:00.000Z`)
})

describe('what a briefing covers', () => {
  interface Asked {
    readonly kind: BriefingKind
    readonly now: string
    readonly slot?: string
    readonly last?: string
    readonly scored?: string
  }
  test.each<[string, Asked, [string, string]]>([
    [
      'the daily one: from the end of the last',
      { kind: 'daily', now: '2026-01-12T07:00:20', slot: '2026-01-12T07:00', last: '2026-01-11T11:30' },
      ['2026-01-11T11:30', '2026-01-12T07:00:20'],
    ],
    [
      'up to where jobs await their scores',
      {
        kind: 'daily',
        now: '2026-01-12T07:00:20',
        slot: '2026-01-12T07:00',
        last: '2026-01-11T11:30',
        scored: '2026-01-12T06:50',
      },
      ['2026-01-11T11:30', '2026-01-12T06:50'],
    ],
    [
      'and nothing, when they have waited since the last',
      {
        kind: 'daily',
        now: '2026-01-12T07:00:20',
        slot: '2026-01-12T07:00',
        last: '2026-01-11T11:30',
        scored: '2026-01-11T10:00',
      },
      ['2026-01-11T11:30', '2026-01-11T11:30'],
    ],
    [
      'on demand they are no limit',
      { kind: 'daily', now: '2026-01-12T15:00', scored: '2026-01-12T14:00' },
      ['2026-01-11T15:00', '2026-01-12T15:00'],
    ],
    [
      'without a last one: a day',
      { kind: 'daily', now: '2026-01-12T07:00:20', slot: '2026-01-12T07:00' },
      ['2026-01-11T07:00', '2026-01-12T07:00:20'],
    ],
    [
      'after weeks away: a day, and not all of them',
      { kind: 'daily', now: '2026-01-12T07:00:20', slot: '2026-01-12T07:00', last: '2025-12-20T07:00' },
      ['2026-01-11T07:00', '2026-01-12T07:00:20'],
    ],
    [
      'on demand: the last day, although there was one this morning',
      { kind: 'daily', now: '2026-01-12T15:00', last: '2026-01-12T07:00' },
      ['2026-01-11T15:00', '2026-01-12T15:00'],
    ],
    [
      'on demand after a long weekend: since the last',
      { kind: 'daily', now: '2026-01-12T15:00', last: '2026-01-09T07:00' },
      ['2026-01-09T07:00', '2026-01-12T15:00'],
    ],
    [
      'the evening: its day up to now',
      { kind: 'evening', now: '2026-01-12T20:40', slot: '2026-01-12T19:00' },
      ['2026-01-11T23:00', '2026-01-12T20:40'],
    ],
    [
      'told after midnight: its day to the end',
      { kind: 'evening', now: '2026-01-12T23:10', slot: '2026-01-12T22:45' },
      ['2026-01-11T23:00', '2026-01-12T23:00'],
    ],
    [
      'the week: seven days up to its time, however late it is told',
      { kind: 'weekly', now: '2026-01-12T09:00', slot: '2026-01-11T17:00' },
      ['2026-01-04T17:00', '2026-01-11T17:00'],
    ],
  ])('%s', (_name, { kind, now, slot, last, scored = now }, [from, until]) => {
    const span = spanOf({
      kind,
      zone,
      now: at(now),
      slotAt: slot === undefined ? null : at(slot),
      lastUntil: last === undefined ? null : at(last),
      scoredUntil: at(scored),
    })
    expect([span.from, span.until].map((instant) => new Date(instant).toISOString())).toEqual(
      [from, until].map((text) => new Date(at(text)).toISOString()),
    )
  })
})
