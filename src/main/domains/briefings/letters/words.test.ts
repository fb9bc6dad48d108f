import { describe, expect, test } from 'vitest'
import type { CalendarEntry } from '#shared/applications.ts'
import { jobIdSchema } from '#shared/ids.ts'
import type { DailyBriefing, EveningSummary, WeeklySummary } from '../content/facts.ts'
import { isEmpty, letterOf, wordsOf } from './message.ts'

const zone = 'Europe/Berlin'
const now = Date.parse('2026-01-12T07:00Z')
const told = { now, zone }

function entry(kind: CalendarEntry['kind'], at: string, more: Partial<CalendarEntry> = {}): CalendarEntry {
  const base = { partId: 1, isDone: false, note: '', applicationId: 7, title: 'Data Engineer', company: 'Acme' }
  return { ...base, kind, at: Date.parse(`${at}Z`), endsAt: null, ...more }
}

const NO_RUN: DailyBriefing['run'] = {
  lastRunAt: null,
  state: null,
  found: 0,
  fresh: 0,
  failed: [],
  nextRunAt: null,
}
const EMPTY: DailyBriefing = {
  kind: 'daily',
  matches: { total: 0, jobs: [] },
  interviews: [],
  deadlines: [],
  followUps: [],
  silent: [],
  run: NO_RUN,
}
const MATCH: DailyBriefing['matches']['jobs'][number] = {
  jobId: jobIdSchema.parse(5),
  title: 'ML Engineer',
  company: 'Borealis',
  place: 'Berlin, DE',
  match: 87.6,
  reasons: ['Has 6 of your 8 skills.'],
}
const FAILED = { sourceId: 'arbeitnow', name: 'Arbeitnow', message: 'It did not answer.' }
const interview = entry('interview', '2026-01-12T13:00')

describe('a daily briefing', () => {
  test.each<[string, Partial<DailyBriefing>, string, string]>([
    ['without anything', {}, 'Nothing is due today', 'No interviews, nothing due, and no new matches.'],
    [
      'with everything',
      {
        interviews: [interview, interview, interview],
        matches: { total: 12, jobs: [MATCH] },
        deadlines: [entry('answer', '2026-01-12T16:00')],
        followUps: [entry('follow_up', '2026-01-09T08:00')],
      },
      '3 interviews today, 1 due, 1 follow-up and 12 new matches',
      '14:00 Interview: Data Engineer at Acme. Best match: ML Engineer at Borealis (88).',
    ],
    [
      'with one match',
      { matches: { total: 1, jobs: [{ ...MATCH, match: null }] } },
      '1 new match',
      'Best match: ML Engineer at Borealis.',
    ],
    [
      'with what was due on another day',
      { followUps: [entry('follow_up', '2026-01-09T08:00')] },
      '1 follow-up',
      'Fri 9 Jan, 09:00 Follow up: Data Engineer at Acme.',
    ],
    [
      'with a run that went wrong',
      { run: { ...NO_RUN, failed: [FAILED] } },
      '1 source failed in the last run',
      '1 source failed in the last run.',
    ],
  ])('%s', (_name, more, title, body) => {
    const words = wordsOf({ ...EMPTY, ...more }, told)
    expect([words.title, words.body]).toEqual([title, body])
  })

  test('its letter has a section for what there is, with the screens that lead on', () => {
    const run = {
      ...NO_RUN,
      lastRunAt: now - 3_600_000,
      found: 40,
      fresh: 9,
      failed: [FAILED],
      nextRunAt: now + 60_000,
    }
    const content = { ...EMPTY, interviews: [interview], matches: { total: 3, jobs: [MATCH] }, run }
    const { intro, sections } = letterOf({ content, madeAt: now, zone })
    expect(intro).toBe('')
    expect(sections.map(({ heading }) => heading)).toEqual([
      'Interviews today',
      'New matches: the best of 3',
      'Last run',
    ])
    expect(sections[1]?.lines).toEqual([
      {
        text: 'ML Engineer at Borealis, Berlin, DE',
        note: '88 match · Has 6 of your 8 skills.',
        path: '/jobs?job=5',
      },
    ])
    expect(sections[2]?.lines.map(({ text, note }) => `${text} | ${note}`)).toEqual([
      '07:00: 40 postings found, 9 new | next run 08:01',
      'Arbeitnow failed | It did not answer.',
    ])
  })

  test('of a long list ten are told, and how many more there are', () => {
    const content = { ...EMPTY, followUps: Array.from({ length: 13 }, () => entry('follow_up', '2026-01-12T08:00')) }
    const lines = letterOf({ content, madeAt: now, zone }).sections[0]?.lines
    expect(lines).toHaveLength(11)
    expect(lines?.at(-1)?.text).toBe('And 3 more')
  })

  test('it is empty without any news, and a run that went well is none', () => {
    expect(isEmpty({ ...EMPTY, run: { ...NO_RUN, lastRunAt: now, found: 40 } })).toBe(true)
    expect(isEmpty({ ...EMPTY, run: { ...NO_RUN, failed: [FAILED] } })).toBe(false)
    expect(isEmpty({ ...EMPTY, matches: { total: 1, jobs: [MATCH] } })).toBe(false)
  })
})

const NOTHING_DONE: EveningSummary = {
  kind: 'evening',
  done: { saved: 0, applied: [], moved: [], interviews: [], remindersDone: 0 },
  open: [],
  tomorrow: [],
}
const line = { applicationId: 7, title: 'Data Engineer', company: 'Acme' }

test.each<[string, EveningSummary, string, string]>([
  ['nothing at all', NOTHING_DONE, 'A quiet day', 'Nothing happened, and nothing is planned for tomorrow.'],
  [
    'a day of work',
    {
      ...NOTHING_DONE,
      done: { saved: 4, applied: [line, line], moved: [], interviews: [interview], remindersDone: 1 },
      open: [interview],
      tomorrow: [entry('interview', '2026-01-13T09:30')],
    },
    'Today: 2 applied, 1 interview, 4 saved and 1 reminder done',
    '1 still open. Next: Tue 13 Jan, 10:30 Interview: Data Engineer at Acme.',
  ],
  ['only what is left', { ...NOTHING_DONE, open: [interview] }, '1 still open', '1 still open.'],
])('an evening summary of %s', (_name, content, title, body) => {
  const words = wordsOf(content, told)
  expect([words.title, words.body]).toEqual([title, body])
})

const QUIET_WEEK: WeeklySummary = {
  kind: 'weekly',
  funnel: [{ stage: 'applied', count: 0, before: 0 }],
  streakDays: 0,
  market: { newJobs: 0, newJobsBefore: 0, offersVisaShare: null, medianYearEur: null, countries: [], skills: [] },
  nextWeek: [],
}

test('a quiet week is said in a sentence', () => {
  const words = wordsOf(QUIET_WEEK, told)
  expect([words.title, words.body]).toEqual(['A quiet week', 'No new jobs came in. Nothing is planned for next week.'])
  expect(words.sections.flatMap(({ lines }) => lines)).toEqual([])
})

test('a week is told by what was reached, the streak and the market', () => {
  const { sections, ...words } = wordsOf(
    {
      ...QUIET_WEEK,
      funnel: [
        { stage: 'applied', count: 5, before: 2 },
        { stage: 'interviewing', count: 1, before: 0 },
        { stage: 'rejected', count: 0, before: 1 },
      ],
      streakDays: 4,
      market: {
        newJobs: 214,
        newJobsBefore: 180,
        offersVisaShare: 0.416,
        medianYearEur: 71_500,
        countries: [{ value: 'DE', count: 90 }],
        skills: [
          { value: 'Python', count: 120 },
          { value: 'SQL', count: 80 },
        ],
      },
      nextWeek: [interview],
    },
    told,
  )
  expect(words).toEqual({
    title: 'This week: 5 applied and 1 interviewing',
    body: '214 new jobs, 180 the week before. 1 date next week.',
  })
  expect(
    sections.flatMap(({ lines }) => lines.map(({ text, note }) => (note === '' ? text : `${text} | ${note}`))),
  ).toEqual([
    'Applied: 5 | 2 the week before',
    'Interviewing: 1 | 0 the week before',
    'Rejected: 0 | 1 the week before',
    '4 days in a row | weekends do not break it',
    '214 new jobs, 180 the week before.',
    '42 % offer a visa | of those that speak of it',
    '€71,500 a year in the middle | of those that state pay',
    'Most in DE (90)',
    'Most asked for: Python (120) and SQL (80)',
    '14:00 Interview: Data Engineer at Acme',
  ])
})
