import { describe, expect, test } from 'vitest'
import { created, happeningsOf, moved } from './happenings.fixture.ts'
import { actsOf, streaksOf } from './streak.ts'

const at = (text: string) => Date.parse(`${text}Z`)

describe('a streak', () => {
  // 5 January 2026 is a Monday.
  test.each<[string, string[], string, { current: number; most: number }]>([
    ['nothing', [], '05T12:00', { current: 0, most: 0 }],
    ['one day, twice', ['05T09:00', '05T15:00'], '05T16:00', { current: 1, most: 1 }],
    ['a day that is not over ends nothing', ['05T09:00', '06T09:00'], '07T08:00', { current: 2, most: 2 }],
    ['a working day without an act ends it', ['05T09:00', '06T09:00'], '08T08:00', { current: 0, most: 2 }],
    ['and it begins anew', ['05T09:00', '06T09:00', '08T09:00'], '08T10:00', { current: 1, most: 2 }],
    ['a weekend does not break it', ['08T09:00', '09T09:00', '12T09:00'], '12T10:00', { current: 3, most: 3 }],
    ['and counts when something was done', ['09T09:00', '10T09:00', '12T09:00'], '12T10:00', { current: 3, most: 3 }],
    ['on Monday morning Friday still counts', ['08T09:00', '09T09:00'], '12T08:00', { current: 2, most: 2 }],
    ['on Tuesday it does not', ['08T09:00', '09T09:00'], '13T08:00', { current: 0, most: 2 }],
  ])('%s', (_name, acts, now, { current, most }) => {
    const streaks = streaksOf(
      acts.map((text) => at(`2026-01-${text}`)),
      { now: at(`2026-01-${now}`), zone: 'Europe/Berlin' },
    )
    expect({ current: streaks.current, most: streaks.reachedAt.length }).toEqual({ current, most })
  })

  test('days are those of the zone', () => {
    // 23:30 on Monday and 00:30 on Tuesday in Berlin, half past ten and half past eleven on Monday in London.
    const acts = [at('2026-01-05T22:30'), at('2026-01-05T23:30')]
    const now = at('2026-01-06T10:00')
    expect(streaksOf(acts, { now, zone: 'Europe/Berlin' }).current).toBe(2)
    expect(streaksOf(acts, { now, zone: 'Europe/London' }).current).toBe(1)
  })

  test('it tells when each length was first reached', () => {
    const acts = ['05T09:00', '06T10:00', '08T09:00', '09T09:00', '12T11:00'].map((text) => at(`2026-01-${text}`))
    const { reachedAt } = streaksOf(acts, { now: at('2026-01-12T12:00'), zone: 'UTC' })
    expect(reachedAt).toEqual(['05T09:00', '06T10:00', '12T11:00'].map((text) => at(`2026-01-${text}`)))
  })
})

test.each([
  ['an application', created('applied'), true],
  ['saving a job', created('saved'), false],
  ['what an import brought', created('applied', 'import'), false],
  ['a move on', moved('applied', 'interviewing'), true],
  ['a move back', moved('interviewing', 'applied'), false],
  ['a rejection', moved('applied', 'rejected'), false],
  ['an acceptance', moved('offered', 'accepted'), true],
  ['a move by the app', moved('saved', 'applied', 'app'), false],
] as const)('%s is an act of the day: %s', (_name, data, expected) => {
  expect(actsOf(happeningsOf([[1, '2026-01-05T09:00', data]]))).toHaveLength(expected ? 1 : 0)
})

test('a slip that was put right is none', () => {
  const happenings = happeningsOf([
    [1, '2026-01-05T09:00', moved('saved', 'applied')],
    [1, '2026-01-05T09:10', moved('applied', 'saved')],
  ])
  expect(actsOf(happenings)).toEqual([])
})
