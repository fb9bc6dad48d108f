import { expect, test } from 'vitest'
import type { CalendarEntry } from '#shared/applications.ts'
import { eveningOf, isEmptyEvening } from './evening.ts'
import { created, happeningsOf, moved, reminded } from './happenings.fixture.ts'

const zone = 'Europe/Berlin'
const at = (text: string) => Date.parse(`2026-01-${text}Z`)
const day = { at: at('12T19:00'), until: at('12T19:00'), zone }

function entry(kind: CalendarEntry['kind'], when: string, more: Partial<CalendarEntry> = {}): CalendarEntry {
  const start = at(when)
  const endsAt = kind === 'interview' ? start + 3_600_000 : null
  const base = { partId: 1, isDone: false, note: '', applicationId: 1, title: 'Job 1', company: 'Acme' }
  return { ...base, kind, at: start, endsAt, ...more }
}

test('what was done: each application once, by where it ended', () => {
  const happenings = happeningsOf([
    [1, '2026-01-12T08:00', created('saved')],
    [1, '2026-01-12T08:05', moved('saved', 'applied')],
    [2, '2026-01-12T09:00', created('applied')],
    [3, '2026-01-12T09:30', created('saved', 'job')],
    [4, '2026-01-12T10:00', moved('applied', 'interviewing')],
    [4, '2026-01-12T11:00', moved('interviewing', 'offered')],
    [5, '2026-01-12T11:00', moved('applied', 'rejected')],
    [5, '2026-01-12T11:01', moved('rejected', 'applied')],
    [6, '2026-01-12T12:00', created('applied', 'import')],
    [9, '2026-01-12T12:00', moved('saved', 'applied')],
    [9, '2026-01-12T12:01', moved('applied', 'saved')],
    [10, '2026-01-12T12:00', moved('saved', 'interviewing')],
    [10, '2026-01-12T12:01', moved('interviewing', 'applied')],
    [7, '2026-01-12T12:00', moved('applied', 'applied')],
    [8, '2026-01-12T13:00', reminded(1, 'done')],
    [8, '2026-01-12T13:05', reminded(2, 'done')],
    [8, '2026-01-12T13:06', reminded(2, 'reopened')],
  ])
  const { done } = eveningOf({ ...day, happenings, entries: [] })
  expect(done.saved).toBe(2)
  expect(done.applied.map(({ applicationId }) => applicationId)).toEqual([1, 2, 10])
  expect(done.moved.map(({ applicationId, to }) => [applicationId, to])).toEqual([[4, 'offered']])
  expect(done.remindersDone).toBe(1)
})

test('what is open and what comes tomorrow, by the days of the zone', () => {
  const entries = [
    entry('follow_up', '10T09:00', { partId: 1 }),
    entry('deadline', '12T09:00', { partId: 2, isDone: true }),
    entry('interview', '12T10:00', { partId: 3, isDone: true }),
    entry('interview', '12T14:00', { partId: 4 }),
    entry('interview', '12T18:30', { partId: 5 }),
    // Half past eleven in the evening in Berlin, and half past midnight.
    entry('other', '12T22:30', { partId: 6 }),
    entry('other', '12T23:30', { partId: 7 }),
    entry('interview', '13T22:59', { partId: 8 }),
    entry('interview', '13T23:00', { partId: 9 }),
  ]
  const { done, open, tomorrow } = eveningOf({ ...day, happenings: [], entries })
  const parts = (list: readonly CalendarEntry[]) => list.map(({ partId }) => partId)
  expect(parts(done.interviews)).toEqual([3, 4, 5])
  expect(parts(open)).toEqual([1, 5, 6])
  expect(parts(tomorrow)).toEqual([7, 8])
})

test('a day without anything is empty, one with a saved job is not', () => {
  expect(isEmptyEvening(eveningOf({ ...day, happenings: [], entries: [] }))).toBe(true)
  const happenings = happeningsOf([[1, '2026-01-12T08:00', created('saved')]])
  expect(isEmptyEvening(eveningOf({ ...day, happenings, entries: [] }))).toBe(false)
})
