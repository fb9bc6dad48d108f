import { expect, test } from 'vitest'
import type { Interview } from '#shared/application-parts.ts'
import { inOrder, readWritten, yourTimeWords } from './interview-times.ts'

const NOW = Date.parse('2026-03-20T10:00Z')
const here = { now: NOW, zone: 'Europe/Berlin', locale: 'en-GB' }
const written = { day: '2026-03-29', time: '14:00', zone: 'Europe/Berlin', isLater: false }

test('a time that the clocks skip leads to the next one they show', () => {
  expect(readWritten({ ...written, time: '02:30' }, NOW)).toEqual({ kind: 'skipped', next: '2026-03-29T03:00' })
})

test('a time that comes twice is told as such, and the second is another instant', () => {
  const twice = { ...written, day: '2026-10-25', time: '02:30' }
  expect(readWritten(twice, NOW)).toMatchObject({ at: Date.parse('2026-10-25T00:30Z'), isRepeated: true })
  expect(readWritten({ ...twice, isLater: true }, NOW)).toMatchObject({ at: Date.parse('2026-10-25T01:30Z') })
})

test.each([
  ['2026-03-20', '10:59', true],
  ['2026-03-20', '11:00', false],
])('%s %s is in the past: %s', (day, time, isPast) => {
  expect(readWritten({ ...written, day, time }, NOW)).toMatchObject({ isPast, isRepeated: false })
})

test.each([
  [null, '14:00'],
  ['2026-03-29', ''],
  ['2026-02-30', '14:00'],
])('%s with %j means nothing', (day, time) => {
  expect(readWritten({ ...written, day, time }, NOW)).toEqual({ kind: 'none' })
})

test.each([
  ['2026-04-01T13:00Z', 'Europe/Berlin', null],
  ['2026-04-01T13:00Z', 'Europe/Paris', null],
  ['2026-04-01T13:00Z', 'Europe/London', 'That is 15:00 your time'],
  ['2026-04-01T23:00Z', 'America/New_York', 'That is Thu 2 Apr, 01:00 your time'],
])('an interview at %s in %s: %s', (iso, zone, words) => {
  expect(yourTimeWords(Date.parse(iso), zone, here)).toBe(words)
})

const interview = (id: number, hours: number, outcome: Interview['outcome'] = 'planned'): Interview => ({
  id,
  applicationId: 1,
  kind: 'video',
  localStart: '2026-03-20T10:00',
  zone: 'UTC',
  isLater: false,
  minutes: 60,
  place: '',
  people: '',
  preparation: '',
  notes: '',
  outcome,
  startsAt: NOW + hours * 3_600_000,
  isRepeated: false,
})

test('the next interview is on top; one that goes on right now is not over; a cancelled one does not come', () => {
  const { coming, past } = inOrder(
    [
      interview(1, 48),
      interview(2, 24),
      interview(3, -0.5),
      interview(4, -30),
      interview(5, -2),
      interview(6, 5, 'cancelled'),
    ],
    NOW,
  )
  expect(coming.map(({ id }) => id)).toEqual([3, 2, 1])
  expect(past.map(({ id }) => id)).toEqual([6, 5, 4])
})
