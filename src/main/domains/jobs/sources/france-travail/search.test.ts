import { describe, expect, test } from 'vitest'
import { createRoleFit } from '../plan/role-fit.ts'
import { daysBack, queriesFor, searchAddress } from './search.ts'

const NOW = Date.UTC(2026, 10, 24, 8)
const DAY_MS = 86_400_000

describe('the searches for roles', () => {
  test.each([
    ['Data Engineer', ['data engineer', 'ingénieur données']],
    ['Data Analyst', ['data analyst', 'analyste données']],
    ['Backend Engineer', ['développeur backend', 'développeur logiciel']],
    ['Full Stack Developer', ['développeur full stack']],
    ['DevOps Engineer', ['devops', 'ingénieur cloud']],
    ['Product Manager', ['product manager', 'product owner']],
  ])('for %s find titles that fit it', (role, queries) => {
    expect(queriesFor([role])).toEqual(queries)
    expect(queries.map((query) => createRoleFit([role])(`${query} (F/H)`))).toEqual(queries.map(() => true))
  })

  test('are the role’s own name for one that is not known, and one for everything without roles', () => {
    expect(queriesFor(['Beekeeper'])).toEqual(['Beekeeper'])
    expect(queriesFor([])).toEqual([''])
  })
})

test.each([
  [null, 31],
  [0, 1],
  [0.25, 3],
  [2, 3],
  [2.5, 7],
  [6, 7],
  [13, 14],
  [14, 31],
  [200, 31],
])('what is new since %s days is asked for with %s', (days, asked) => {
  expect(daysBack(days === null ? null : NOW - days * DAY_MS, NOW)).toBe(asked)
})

test('a page is asked for by its range, newest first', () => {
  expect(searchAddress('https://x', { query: 'ingénieur données', page: 0, days: 31 })).toBe(
    'https://x/partenaire/offresdemploi/v2/offres/search?motsCles=ing%C3%A9nieur+donn%C3%A9es&range=0-149&sort=1&publieeDepuis=31',
  )
  expect(searchAddress('https://x', { query: '', page: 6, days: 1 })).toBe(
    'https://x/partenaire/offresdemploi/v2/offres/search?range=900-1049&sort=1&publieeDepuis=1',
  )
})
