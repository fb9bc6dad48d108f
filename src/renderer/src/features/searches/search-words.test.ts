import { expect, test } from 'vitest'
import { jobFilterSchema, type JobFilter } from '#shared/jobs.ts'
import type { SavedSearch } from '#shared/searches.ts'
import { savedSearchView } from '../jobs/index.ts'
import { countWords, editAddress, filterWords, isChanged, searchAddress } from './search-words.ts'

const NOW = Date.UTC(2026, 2, 4, 12)
const HOUR = 3_600_000

function saved(filter: Partial<JobFilter> = {}, more: Partial<SavedSearch> = {}): SavedSearch {
  return {
    id: 7,
    name: 'Name',
    filter: jobFilterSchema.parse(filter),
    sort: 'newest',
    isPinned: false,
    alert: null,
    lookedAt: NOW - 2 * HOUR,
    createdAt: 0,
    fresh: 0,
    total: 0,
    alerted: 0,
    misfits: [],
    ...more,
  }
}

test('opening leaves the look to be noted, changing the filter does not', () => {
  const search = saved({ skills: ['Python'], countries: ['DE'] }, { sort: 'salary' })
  expect(searchAddress(search)).toEqual({ skill: ['Python'], country: ['DE'], sort: 'salary', search: 7 })
  expect(editAddress(search)).toMatchObject({ search: 7, since: NOW - 2 * HOUR })
})

test.each<[string, Partial<JobFilter>, boolean]>([
  ['the same', { countries: ['DE', 'NL'], text: 'rust' }, false],
  ['the same in another order', { countries: ['NL', 'DE'], text: 'rust' }, false],
  ['one country less', { countries: ['NL'], text: 'rust' }, true],
  ['other words', { countries: ['DE', 'NL'], text: 'rust go' }, true],
  ['other marks', { countries: ['DE', 'NL'], text: 'rust', mark: 'saved' }, true],
])('%s is a change or not', (_what, filter, expected) => {
  const view = { ...savedSearchView(saved(filter), NOW), selectedId: null }
  expect(isChanged(view, saved({ countries: ['DE', 'NL'], text: 'rust' }))).toBe(expected)
})

test('another order of the jobs is a change', () => {
  expect(isChanged({ ...savedSearchView(saved(), null), sort: 'salary' }, saved())).toBe(true)
})

test('a search is told in the words of its filters', () => {
  const search = saved({ skills: ['Rust'], visa: ['offers'], countries: ['NL'], mark: 'saved' })
  expect(filterWords(search, new Map())).toBe('Netherlands · Visa: offered · Rust · Saved jobs only')
  const any = saved({ skills: ['Rust'], skillsAny: ['Go', 'Zig'] })
  expect(filterWords(any, new Map())).toBe('Rust · Any skill: Go · Any skill: Zig')
  expect(filterWords(saved(), new Map())).toBe('No filter: every open job')
})

test('what it finds is told with the last look', () => {
  expect(countWords(saved({}, { total: 1 }), NOW)).toBe('1 job · none new since you looked 2 h ago')
  expect(countWords(saved({}, { total: 8, fresh: 3 }), NOW)).toBe('8 jobs · you looked 2 h ago')
})
