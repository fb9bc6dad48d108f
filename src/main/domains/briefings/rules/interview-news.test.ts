import { expect, test } from 'vitest'
import type { InterviewOutcome } from '#shared/application-parts.ts'
import { type InterviewBefore, type InterviewNews, interviewNews } from './interview-news.ts'

const NOW = Date.parse('2026-01-12T09:00Z')
const SOON = NOW + 86_400_000
const LATER = NOW + 2 * 86_400_000
const PAST = NOW - 86_400_000

type Change = 'added' | 'changed' | 'removed' | 'restored'
const event = (change: Change, startsAt = SOON, outcome: InterviewOutcome = 'planned') => ({
  change,
  startsAt,
  outcome,
})
const before = (startsAt = SOON, outcome: InterviewOutcome = 'planned', change = 'added'): InterviewBefore => ({
  startsAt,
  outcome,
  change,
})

test.each<[string, ReturnType<typeof event>, InterviewBefore, InterviewNews | null]>([
  ['a new one', event('added'), null, 'added'],
  ['one that took place already', event('added', PAST), null, null],
  ['one that is noted as passed', event('added', SOON, 'passed'), null, null],
  ['another time', event('changed', LATER), before(), 'moved'],
  ['another time for one whose time was over', event('changed', LATER), before(PAST), 'moved'],
  ['a time that is over', event('changed', PAST), before(), null],
  ['other notes', event('changed'), before(), null],
  ['a cancellation', event('changed', SOON, 'cancelled'), before(), 'cancelled'],
  ['other notes of a cancelled one', event('changed', SOON, 'cancelled'), before(SOON, 'cancelled'), null],
  ['a cancelled one that is planned again', event('changed'), before(SOON, 'cancelled'), 'added'],
  ['an outcome', event('changed', PAST, 'passed'), before(PAST), null],
  ['taking it away', event('removed'), before(), 'cancelled'],
  ['taking away one that is over', event('removed', PAST), before(PAST), null],
  ['taking away a cancelled one', event('removed', SOON, 'cancelled'), before(SOON, 'cancelled'), null],
  ['putting it back', event('restored'), before(SOON, 'planned', 'removed'), 'added'],
])('%s', (_name, what, was, expected) => {
  expect(interviewNews(what, { before: was, now: NOW })).toBe(expected)
})
