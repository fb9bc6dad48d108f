import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { jobSearchInputSchema } from '#shared/jobs.ts'
import { readJobsSearch, toFilter, toSearch, toView, withoutFilters } from './jobs-url.ts'

test('an empty address is the plain view', () => {
  const view = toView(readJobsSearch({}))
  expect(toFilter(view)).toEqual(toFilter(toView({})))
  expect(view).toMatchObject({
    text: '',
    countries: [],
    salaryMinEur: null,
    mark: 'visible',
    sort: 'newest',
    selectedId: null,
  })
})

test('parameters come as strings from an address and as values from the app; both read the same', () => {
  const fromAddress = readJobsSearch({
    q: '2026',
    salary: '60000',
    days: '7',
    job: '123',
    country: 'de',
    visa: ['offers', 'conditional'],
  })
  const fromApp = readJobsSearch({
    q: 2026,
    salary: 60_000,
    days: 7,
    job: 123,
    country: ['DE'],
    visa: ['offers', 'conditional'],
  })
  expect(fromAddress).toEqual(fromApp)
  expect(fromAddress).toEqual({
    q: '2026',
    salary: 60_000,
    days: 7,
    job: 123,
    country: ['DE'],
    visa: ['offers', 'conditional'],
  })
})

test.each([
  ['an unknown word', { visa: 'perhaps', workplace: 'moon', sort: 'best', show: 'all' }],
  ['a number that is none', { salary: 'lots', days: '-3', job: '1e9' }],
  ['a number out of range', { salary: '99999999', salarymax: '0', days: '5000', job: '0' }],
  ['an object', { q: { a: 1 }, country: { b: 2 }, job: {} }],
  ['a default, which needs no parameter', { show: 'visible', sort: 'newest' }],
  ['blanks', { q: '   ', skill: ['', ' '], anyskill: ' ' }],
])('%s is as good as absent', (_name, raw) => {
  expect(readJobsSearch(raw)).toEqual({})
})

test('one bad item does not spoil its list', () => {
  expect(readJobsSearch({ country: ['DE', 'Germany', 'nl', 'DE'], skill: ['C++', 'R&D', 'C++'] })).toEqual({
    country: ['DE', 'NL'],
    skill: ['C++', 'R&D'],
  })
})

test('a view survives its address', () => {
  const view = toView({
    q: 'a "b c" -d',
    country: ['DE'],
    salary: 1,
    salarymax: 2,
    anyskill: ['C++', 'Go'],
    role: ['backend'],
    show: 'saved',
    sort: 'salary',
  })
  expect(toView(toSearch(view))).toEqual(view)
})

test('whatever an address holds, the core accepts the filter that comes of it', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.constant(null), fc.array(fc.string()), fc.object())
  const keys = [
    'q',
    'country',
    'visa',
    'salary',
    'salarymax',
    'skill',
    'anyskill',
    'level',
    'role',
    'type',
    'source',
    'lang',
    'speaks',
    'days',
    'show',
    'sort',
    'job',
  ]
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), value), (raw) => {
      const view = toView(readJobsSearch(raw))
      expect(jobSearchInputSchema.safeParse({ ...toFilter(view), sort: view.sort }).success).toBe(true)
      expect(toSearch(view)).toEqual(readJobsSearch(raw))
    }),
  )
})

test('clearing filters keeps the place and drops an order that needs words', () => {
  const view = toView(readJobsSearch({ q: 'x', visa: ['offers'], show: 'saved', sort: 'relevance', job: 5 }))
  expect(withoutFilters(view)).toMatchObject({ text: '', visa: [], mark: 'saved', sort: 'newest', selectedId: 5 })
})
