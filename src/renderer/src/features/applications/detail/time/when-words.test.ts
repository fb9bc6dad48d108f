import { expect, test } from 'vitest'
import { dayTitle, dueWords, fieldsOf, instantAt, momentWords } from './when-words.ts'

const at = (iso: string) => Date.parse(iso)
const here = { now: at('2026-11-30T10:00Z'), zone: 'Europe/Berlin', locale: 'en-GB' }

test.each([
  ['2026-11-30T13:00Z', 'Mon 30 Nov, 14:00'],
  ['2026-11-30T23:30Z', 'Tue 1 Dec, 00:30'],
  ['2027-01-04T08:00Z', 'Mon, 4 Jan 2027, 09:00'],
  ['2026-12-31T23:30Z', 'Fri, 1 Jan 2027, 00:30'],
])('the moment %s reads %s in Berlin', (iso, words) => {
  expect(momentWords(at(iso), here)).toBe(words)
})

test.each([
  ['2026-11-30T09:00Z', 'Overdue since Mon 30 Nov, 10:00'],
  ['2026-11-30T13:00Z', 'Today, 14:00 (in 3 h)'],
  ['2026-11-30T23:30Z', 'Tomorrow, 00:30'],
  ['2026-12-04T08:00Z', 'Fri 4 Dec, 09:00 (in 4 d)'],
])('what is due at %s reads %s', (iso, words) => {
  expect(dueWords(at(iso), here)).toBe(words)
})

test.each([
  ['2026-11-29T23:30Z', 'Today'],
  ['2026-11-29T22:30Z', 'Yesterday'],
  ['2026-11-27T12:00Z', 'Friday 27 November 2026'],
])('the day of %s is called %s', (iso, words) => {
  expect(dayTitle(at(iso), here).replaceAll(',', '')).toBe(words)
})

test.each([
  ['2026-11-30', '14:00', '2026-11-30T13:00:00.000Z'],
  // Skipped: the clocks go on at 03:00.
  ['2026-03-29', '02:30', '2026-03-29T01:00:00.000Z'],
])('%s %s in Berlin is %s', (day, time, iso) => {
  const found = instantAt({ day, time, zone: 'Europe/Berlin' })
  expect(found === null ? null : new Date(found).toISOString()).toBe(iso)
})

test.each([
  [null, '14:00'],
  ['2026-11-30', ''],
  ['2026-02-30', '14:00'],
])('%s with %j is no instant', (day, time) => {
  expect(instantAt({ day, time, zone: 'Europe/Berlin' })).toBeNull()
})

test('what a field shows of an instant means that instant again', () => {
  const instant = at('2026-07-01T05:45Z')
  expect(instantAt({ ...fieldsOf(instant, 'Asia/Kolkata'), zone: 'Asia/Kolkata' })).toBe(instant)
})
