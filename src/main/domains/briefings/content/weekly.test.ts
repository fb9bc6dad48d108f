import { expect, test } from 'vitest'
import { created, happeningsOf, moved } from './happenings.fixture.ts'
import { isEmptyWeekly, weeklyOf } from './weekly.ts'

const NO_MARKET = {
  newJobs: 0,
  newJobsBefore: 0,
  offersVisaShare: null,
  medianYearEur: null,
  countries: [],
  skills: [],
}
const from = Date.parse('2026-01-11T17:00Z')
const rest = { from, streakDays: 0, market: NO_MARKET, entries: [] }

test('the funnel counts applications that reached a stage in the week and in the one before, each once', () => {
  const happenings = happeningsOf([
    [1, '2026-01-07T09:00', created('saved')],
    [1, '2026-01-08T09:00', moved('saved', 'applied')],
    [2, '2026-01-08T09:00', created('applied', 'import')],
    [1, '2026-01-12T09:00', moved('applied', 'interviewing')],
    [1, '2026-01-12T09:05', moved('interviewing', 'applied')],
    [1, '2026-01-12T09:06', moved('applied', 'interviewing')],
    [1, '2026-01-12T09:07', moved('interviewing', 'offered')],
    [1, '2026-01-12T09:08', moved('offered', 'interviewing')],
    [3, '2026-01-13T09:00', created('applied')],
    [3, '2026-01-13T10:00', moved('applied', 'applied')],
  ])
  const { funnel } = weeklyOf({ ...rest, happenings })
  expect(funnel.filter(({ count, before }) => count + before > 0)).toEqual([
    { stage: 'saved', count: 0, before: 1 },
    { stage: 'applied', count: 1, before: 1 },
    { stage: 'interviewing', count: 1, before: 0 },
  ])
})

test('a week without anything is empty; new jobs make it worth a word', () => {
  const quiet = weeklyOf({ ...rest, happenings: [] })
  expect(isEmptyWeekly(quiet)).toBe(true)
  expect(isEmptyWeekly({ ...quiet, market: { ...NO_MARKET, newJobs: 3 } })).toBe(false)
})
