import { expect, test } from 'vitest'
import { localTimeOf } from '#shared/local-time.ts'
import { putOffTimes, reminderTimes } from './suggested-times.ts'

const ZONE = 'Europe/Berlin'
const told = (times: readonly { label: string; at: number }[]) =>
  times.map(({ label, at }) => `${label}: ${localTimeOf(at, ZONE)}`)

test.each([
  ['2026-11-25T10:00Z', '2026-11-25T12:00', '2026-11-26T09:00', '2026-12-02T09:00', '2026-12-25T09:00'],
  ['2026-11-29T22:30Z', '2026-11-30T00:30', '2026-11-30T09:00', '2026-12-06T09:00', '2026-12-29T09:00'],
  // The clocks go forward in the night.
  ['2026-03-28T10:00Z', '2026-03-28T12:00', '2026-03-29T09:00', '2026-04-04T09:00', '2026-04-27T09:00'],
])('at %s a reminder is put off to an hour from now or to a morning where the user is', (now, ...expected) => {
  const [hour, tomorrow, week, month] = expected
  expect(told(putOffTimes(0, Date.parse(now), ZONE))).toEqual([
    `In an hour: ${hour}`,
    `Tomorrow morning: ${tomorrow}`,
    `Next week: ${week}`,
    `In a month: ${month}`,
  ])
})

test('putting off never makes a reminder earlier', () => {
  const now = Date.parse('2026-11-25T10:00Z')
  const labels = putOffTimes(Date.parse('2026-11-28T09:00Z'), now, ZONE).map(({ label }) => label)
  expect(labels).toEqual(['Next week', 'In a month'])
})

test('what the application suggests comes first, and only while it is to come', () => {
  const now = Date.parse('2026-11-25T10:00Z')
  const times = reminderTimes({
    now,
    zone: ZONE,
    followUpAt: Date.parse('2026-12-01T09:00Z'),
    closesAt: Date.parse('2026-11-26T09:00Z'),
  })
  expect(told(times)).toEqual([
    'When to ask again: 2026-12-01T10:00',
    'Tomorrow: 2026-11-26T09:00',
    'In 3 days: 2026-11-28T09:00',
    'In a week: 2026-12-02T09:00',
    'In 2 weeks: 2026-12-09T09:00',
  ])
})
