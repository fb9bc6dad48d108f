import { expect, test } from 'vitest'
import { localTimeOf } from '#shared/local-time.ts'
import { type Asked, followUpAt } from './follow-up.ts'

const at = (text: string) => Date.parse(text)
/** A Monday. */
const APPLIED = at('2026-03-02T12:00:00Z')
const plain: Asked = {
  stage: 'applied',
  appliedAt: APPLIED,
  stageSince: APPLIED,
  lastInterviewAt: null,
  hasReminder: false,
}

function suggested(change: Partial<Asked>, asked: { now?: string; zone?: string; days?: number } = {}): string | null {
  const { now = '2026-03-02T12:30:00Z', zone = 'Europe/Berlin', days = 7 } = asked
  const found = followUpAt({ ...plain, ...change }, { now: at(now), zone, followUpAfterDays: days })
  return found === null ? null : localTimeOf(found, zone)
}

test.each<[string, Partial<Asked>, { now?: string; zone?: string; days?: number }, string | null]>([
  ['a week after applying, at nine', {}, {}, '2026-03-09T09:00'],
  ['a Saturday becomes Monday', {}, { days: 5 }, '2026-03-09T09:00'],
  ['a Sunday becomes Monday', {}, { days: 6 }, '2026-03-09T09:00'],
  ['at nine in the zone of the user', {}, { zone: 'America/New_York' }, '2026-03-09T09:00'],
  ['nine o’clock also on the day after clocks were put forward', {}, { days: 28 }, '2026-03-30T09:00'],
  [
    'after the last interview',
    { lastInterviewAt: at('2026-03-02T08:00:00Z'), appliedAt: at('2026-02-01T08:00:00Z') },
    {},
    '2026-03-09T09:00',
  ],
  ['since the stage where the day is not known', { appliedAt: null }, {}, '2026-03-09T09:00'],
  ['long ago: this morning', {}, { now: '2026-04-01T05:00:00Z' }, '2026-04-01T09:00'],
  ['long ago: tomorrow when it is past nine', {}, { now: '2026-04-01T08:00:00Z' }, '2026-04-02T09:00'],
  ['long ago, on a Friday afternoon: Monday', {}, { now: '2026-04-03T15:00:00Z' }, '2026-04-06T09:00'],
  ['an interview lies ahead', { stage: 'interviewing', lastInterviewAt: at('2026-03-05T08:00:00Z') }, {}, null],
  ['a reminder is set', { hasReminder: true }, {}, null],
  ['nobody was asked yet', { stage: 'saved', appliedAt: null }, {}, null],
  ['there is an offer', { stage: 'offered' }, {}, null],
  ['it is over', { stage: 'rejected' }, {}, null],
])('%s', (_what, change, asked, expected) => {
  expect(suggested(change, asked)).toBe(expected)
})
