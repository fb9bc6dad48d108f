import { expect, test } from 'vitest'
import type { ApplicationEvent, ApplicationEventData } from '#shared/applications.ts'
import { daysOf } from './timeline-days.ts'
import { sentenceOf } from './timeline-sentences.ts'

const AT = Date.parse('2026-11-30T10:00Z')
const LATER = Date.parse('2026-12-04T13:00Z')
const EARLIER = Date.parse('2026-11-20T13:00Z')
const here = { now: AT, zone: 'Europe/Berlin', locale: 'en-GB' }
const pay = { amount: 70_000, currency: 'EUR', period: 'year' } as const
const moved = { type: 'moved', from: 'saved', to: 'applied', fromColumn: null, toColumn: null, by: 'user' } as const
const interview = {
  type: 'interview',
  partId: 1,
  change: 'added',
  kind: 'technical',
  startsAt: LATER,
  outcome: 'planned',
} as const
const reminder = { type: 'reminder', partId: 1, change: 'added', kind: 'follow_up', dueAt: LATER } as const

test.each<[ApplicationEventData, string]>([
  [{ type: 'created', stage: 'saved', from: 'job' }, 'Added from a job, as saved'],
  [{ type: 'created', stage: 'applied', from: 'hand' }, 'Added by hand, as applied'],
  [moved, 'Moved to Applied, from saved'],
  [{ ...moved, by: 'app' }, 'Moved by the app to Applied, from saved'],
  [{ ...moved, from: 'applied', toColumn: 4 }, 'Moved to another column of Applied'],
  [{ type: 'changed', fields: ['title', 'appliedAt'] }, 'Changed the role and the day of applying'],
  [{ type: 'changed', fields: ['somethingNew'] }, 'Changed somethingNew'],
  [{ type: 'contact', partId: 1, change: 'added', name: 'Jana' }, 'New contact: Jana'],
  [{ type: 'contact', partId: 1, change: 'removed', name: 'Jana' }, 'Removed the contact Jana'],
  [interview, 'Technical interview planned for Fri 4 Dec, 14:00'],
  [{ ...interview, startsAt: EARLIER }, 'Technical interview took place on Fri 20 Nov, 14:00'],
  [{ ...interview, change: 'changed' }, 'Changed the technical interview on Fri 4 Dec, 14:00'],
  [{ ...interview, change: 'changed', outcome: 'passed' }, 'Technical interview on Fri 4 Dec, 14:00: passed'],
  [{ ...interview, change: 'restored' }, 'Put the technical interview on Fri 4 Dec, 14:00 back'],
  [{ type: 'offer', partId: 1, change: 'added', pay }, 'Got an offer: €70,000 a year'],
  [{ type: 'offer', partId: 1, change: 'added', pay: null }, 'Got an offer'],
  [{ type: 'offer', partId: 1, change: 'changed', pay }, 'Changed the offer of €70,000 a year'],
  [{ type: 'file', partId: 1, change: 'added', name: 'cv.pdf' }, 'Attached cv.pdf'],
  [{ type: 'file', partId: 1, change: 'removed', name: 'cv.pdf' }, 'Removed the file cv.pdf'],
  [reminder, 'Reminder to follow up set for Fri 4 Dec, 14:00'],
  [{ ...reminder, change: 'put_off' }, 'Reminder to follow up put off to Fri 4 Dec, 14:00'],
  [{ ...reminder, change: 'done', kind: 'deadline' }, 'Reminder of a deadline: done'],
  [{ type: 'snapshot' }, 'Kept the posting as it was'],
  [{ type: 'removed' }, 'Removed the application'],
  [{ type: 'restored' }, 'Put the application back'],
])('%j reads: %s', (data, words) => {
  expect(sentenceOf({ data, at: AT }, here)).toBe(words)
})

test('what happened is grouped by the days of the user, and its order stays', () => {
  const event = (id: number, iso: string): ApplicationEvent => ({
    id,
    applicationId: 1,
    at: Date.parse(iso),
    data: { type: 'snapshot' },
    undoneAt: null,
  })
  // 23:30 in Berlin on the 28th is still the 28th in UTC; 00:30 is the 29th there and the 28th in UTC.
  const days = daysOf(
    [event(3, '2026-11-30T09:00Z'), event(2, '2026-11-28T23:30Z'), event(1, '2026-11-28T22:30Z')],
    here,
  )
  expect(days.map(({ day, events }) => [day, events.map(({ id }) => id)])).toEqual([
    ['2026-11-30', [3]],
    ['2026-11-29', [2]],
    ['2026-11-28', [1]],
  ])
  expect(days.map(({ title }) => title).slice(0, 2)).toEqual(['Today', 'Yesterday'])
})
