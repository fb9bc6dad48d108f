import { describe, expect, test } from 'vitest'
import type { SearchPlan } from '../source.ts'
import { cursorOf, queriesAt, runQueries } from './queries.ts'

const DAY_MS = 86_400_000
const plan = (roles: readonly string[], countries: readonly string[]): SearchPlan => ({
  roles,
  countries,
  employers: [],
  feeds: [],
  pages: [],
  firecrawlPages: [],
})
const two = plan(['Data Scientist', 'Data Engineer'], ['DE', 'NL', 'SE'])
const asked = (options: { turn?: number; left?: number; sinceDays?: number | null; of?: SearchPlan }) =>
  runQueries({
    plan: options.of ?? two,
    turn: options.turn ?? 0,
    now: 100 * DAY_MS,
    since: options.sinceDays === undefined || options.sinceDays === null ? null : (100 - options.sinceDays) * DAY_MS,
    requestsLeft: () => options.left ?? 1,
  })

describe('the queries of a run', () => {
  test('are as many as it may ask, and run after run every role in every country has its turn', () => {
    const turns = [0, 1, 2, 3, 4].map((turn) => asked({ turn }).queries)
    expect(turns.map(([query]) => `${query?.role} ${query?.country}`)).toEqual([
      'Data Scientist DE',
      'Data Scientist NL',
      'Data Engineer DE',
      'Data Engineer NL',
      'Data Scientist DE',
    ])
    expect(asked({ left: 3 }).queries).toHaveLength(3)
    expect(asked({ left: 0 }).queries).toEqual([])
    expect(asked({ left: Infinity }).queries).toHaveLength(4)
  })

  test('leave out the countries where Google has nothing, unless there are no others', () => {
    expect(asked({ of: plan(['Analyst'], ['SE', 'NO']), left: 9 }).queries.map(({ country }) => country)).toEqual([
      'SE',
      'NO',
    ])
  })

  test('ask for anything anywhere when nothing is wished', () => {
    expect(asked({ of: plan([], []) }).queries).toEqual([{ role: 'jobs', country: '' }])
  })

  test('never are more than twenty', () => {
    const roles = Array.from({ length: 40 }, (_, index) => `Role ${index}`)
    expect(asked({ of: plan(roles, ['DE']), left: Infinity }).queries).toHaveLength(20)
  })

  test.each([
    [{ sinceDays: null, turn: 9 }, 'month'],
    [{ sinceDays: 0.25, turn: 2 }, 'month'],
    [{ sinceDays: 0.25, turn: 4 }, '3days'],
    [{ sinceDays: 1, turn: 9 }, 'week'],
    [{ sinceDays: 0.25, turn: 9, left: 4 }, '3days'],
    [{ sinceDays: 0, turn: 9 }, 'today'],
    [{ sinceDays: 20, turn: 9 }, 'month'],
  ])('go as far back as the same query may have been asked: %j → %s', (options, span) => {
    expect(asked(options).span).toBe(span)
  })
})

describe('a cursor', () => {
  const run = asked({ left: 4, sinceDays: 1, turn: 9 })
  test('holds what is still to be asked, in any writing', () => {
    const odd = { span: 'week', queries: [{ role: 'C++: Entwickler/in & Ärztin', country: 'DE' }] }
    expect(queriesAt(cursorOf(odd) ?? '', plan(['C++: Entwickler/in & Ärztin'], ['DE']))).toEqual(odd)
    expect(queriesAt(cursorOf(run) ?? '', two)).toEqual(run)
    expect(cursorOf({ span: 'week', queries: [] })).toBeNull()
  })

  test('loses what is no longer wished, and survives nonsense', () => {
    expect(queriesAt(cursorOf(run) ?? '', plan(['Data Engineer'], ['NL'])).queries).toEqual([
      { role: 'Data Engineer', country: 'NL' },
    ])
    expect(queriesAt('what ever:%E0%A4%A', two)).toEqual({ span: 'month', queries: [] })
  })
})
