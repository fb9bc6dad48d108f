import { afterAll, beforeAll, expect, test } from 'vitest'
import { createIndexTerms, type IndexTerms, startOf } from './index-terms.ts'
import { says } from './rule.ts'
import { openTestDatabase, plainJob, storeJobs } from './search.fixture.ts'

const { db, dispose } = openTestDatabase()
let terms: IndexTerms

beforeAll(() => {
  const many = Array.from({ length: 65 }, (_, index) => `many${index}`).join(' ')
  storeJobs(db, [
    { ...plainJob, title: 'Data engineer', body: 'Databases, datasets and Dätenbanken.' },
    { ...plainJob, title: 'Date keeper', company: 'Data', body: many },
  ])
  terms = createIndexTerms(db)
})
afterAll(dispose)

test('the words under a start are told once each, however many jobs and columns say them', () => {
  expect(terms.under('dat')).toEqual(['data', 'databases', 'datasets', 'date', 'datenbanken'])
})

test('a whole word is under itself; nothing is under a start that no word has', () => {
  expect(terms.under('keeper')).toEqual(['keeper'])
  expect(terms.under('keepers')).toEqual([])
})

test('a start of too many words is not told word by word', () => {
  expect(terms.under('many')).toBeNull()
  expect(terms.under('many1')).toHaveLength(11)
})

test('what is written later is told, too', () => {
  storeJobs(db, [{ ...plainJob, title: 'Datum' }])
  expect(terms.under('datu')).toEqual(['datum'])
})

test.each([
  { rule: says(['Dat'], { isStart: true }), start: 'dat' },
  { rule: says(['dat']), start: null },
  { rule: says(['dat'], { isStart: true, column: 'title' }), start: null },
  { rule: says(['big', 'dat'], { isStart: true }), start: null },
  { rule: says(['zür'], { isStart: true }), start: null },
])('the start of $rule.words is $start', ({ rule, start }) => {
  expect(startOf(rule)).toBe(start)
})
