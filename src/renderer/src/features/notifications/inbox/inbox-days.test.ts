import { expect, test } from 'vitest'
import type { Notification } from '#shared/notifications.ts'
import { byDay, insidePath } from './inbox-days.ts'

function came(id: number, at: string): Notification {
  return {
    id,
    type: 'job_match',
    title: 'x',
    body: '',
    path: null,
    count: 1,
    createdAt: Date.parse(at),
    readAt: null,
  }
}

const where = { now: Date.parse('2026-03-30T09:00:00Z'), zone: 'Europe/Berlin', locale: 'en-GB' }

test('a notification belongs to the day that the clocks of the zone showed, also where that is not the day in UTC', () => {
  const days = byDay([came(3, '2026-03-29T22:30:00Z'), came(2, '2026-03-29T21:30:00Z')], where)
  expect(days.map(({ title, notifications }) => [title, notifications.map(({ id }) => id)])).toEqual([
    ['Today', [3]],
    ['Yesterday', [2]],
  ])
})

test.each([
  ['2026-03-27T10:00:00Z', 'Friday 27 March'],
  ['2025-12-31T10:00:00Z', 'Wednesday 31 December 2025'],
])('a notification of %s stands under “%s”', (at, title) => {
  expect(byDay([came(1, at)], where).map((day) => day.title.replace(',', ''))).toEqual([title])
})

test.each([
  ['/applications/7', '/applications/7'],
  ['/jobs?job=4', '/jobs?job=4'],
  ['//example.org/x', null],
  ['/\\example.org', null],
  ['https://example.org', null],
  ['javascript:alert(1)', null],
  [null, null],
])('the path %j is opened as %j', (path, opened) => {
  expect(insidePath(path)).toBe(opened)
})
