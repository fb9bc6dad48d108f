import { describe, expect, test } from 'vitest'
import type { CalendarEntry } from '#shared/applications.ts'
import { hoursShown, layoutDay } from './day-layout.ts'
import { byDay, dayAfterStep, daysShown, overdueOf, spanTitle } from './days-shown.ts'

const ZONE = 'Europe/Berlin'

function entry(at: string, endsAt: string | null, patch: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    kind: 'interview',
    partId: 1,
    at: Date.parse(at),
    endsAt: endsAt === null ? null : Date.parse(endsAt),
    isDone: false,
    note: '',
    applicationId: 1,
    title: 'Analyst',
    company: 'Adyen',
    ...patch,
  }
}

describe('days', () => {
  test.each([
    ['month', 42, '2026-10-26'],
    ['week', 7, '2026-11-23'],
    ['agenda', 30, '2026-11-29'],
  ] as const)('a %s shows %i of them, from %s', (span, count, first) => {
    const days = daysShown(span, '2026-11-29', 'en-GB')
    expect([days.length, days[0]]).toEqual([count, first])
  })

  test.each([
    ['month', '2026-01-31', 1, '2026-02-01'],
    ['month', '2026-01-31', -1, '2025-12-01'],
    ['week', '2026-11-29', 1, '2026-12-06'],
    ['agenda', '2026-11-29', -1, '2026-10-30'],
  ] as const)('turning a %s at %s by %i leads to %s', (span, day, step, expected) => {
    expect(dayAfterStep(span, day, step)).toBe(expected)
  })

  test('an entry belongs to the day of the zone', () => {
    const days = byDay([entry('2026-11-29T23:30:00Z', null)], ZONE)
    expect([...days.keys()]).toEqual(['2026-11-30'])
  })

  test('are told by name', () => {
    expect(spanTitle('month', '2026-11-29', 'en-GB')).toBe('November 2026')
    expect(spanTitle('week', '2026-11-29', 'en-GB')).toContain('23')
  })
})

test('overdue is what is past and open; an interview only took place', () => {
  const now = Date.parse('2026-11-29T12:00:00Z')
  const past = '2026-11-28T12:00:00Z'
  const entries = [
    entry(past, null, { kind: 'deadline', partId: 1 }),
    entry(past, null, { kind: 'follow_up', partId: 2, isDone: true }),
    entry(past, '2026-11-28T13:00:00Z', { partId: 3 }),
    entry('2026-11-30T12:00:00Z', null, { kind: 'answer', partId: 4 }),
  ]
  expect(overdueOf(entries, now).map(({ partId }) => partId)).toEqual([1])
})

describe('a day by the clock', () => {
  const place = (...entries: CalendarEntry[]) =>
    layoutDay(entries, ZONE).map(({ from, until, track, tracks }) => [from, until, track, tracks])

  test('entries that overlap stand side by side, others alone', () => {
    expect(
      place(
        entry('2026-11-30T09:00:00Z', '2026-11-30T10:00:00Z'),
        entry('2026-11-30T09:30:00Z', '2026-11-30T10:30:00Z'),
        entry('2026-11-30T12:00:00Z', '2026-11-30T13:00:00Z'),
      ),
    ).toEqual([
      [600, 660, 0, 2],
      [630, 690, 1, 2],
      [780, 840, 0, 1],
    ])
  })

  test('one past midnight ends with the day, a short one stays readable, one that is only due has no place', () => {
    expect(place(entry('2026-11-30T22:15:00Z', '2026-11-30T23:30:00Z'))).toEqual([[1395, 1440, 0, 1]])
    expect(place(entry('2026-11-30T09:00:00Z', '2026-11-30T09:10:00Z'))).toEqual([[600, 630, 0, 1]])
    expect(place(entry('2026-11-30T09:00:00Z', null))).toEqual([])
  })
})

test('the hours of work are shown, and more where something lies outside', () => {
  expect(hoursShown([])).toEqual({ first: 8, last: 19 })
  const early = layoutDay([entry('2026-11-30T05:15:00Z', '2026-11-30T06:00:00Z')], ZONE)
  expect(hoursShown(early).first).toBe(6)
})
