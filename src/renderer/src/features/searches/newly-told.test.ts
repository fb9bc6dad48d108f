import { expect, test } from 'vitest'
import { jobFilterSchema } from '#shared/jobs.ts'
import type { SavedSearch } from '#shared/searches.ts'
import { newlyTold, toldWords } from './newly-told.ts'

const told = (id: number, alerted: number): SavedSearch => ({
  id,
  alerted,
  name: 'Name',
  filter: jobFilterSchema.parse({}),
  sort: 'newest',
  isPinned: false,
  alert: null,
  lookedAt: 0,
  createdAt: 0,
  fresh: 0,
  total: 0,
  misfits: [],
})

test('only what was told of since the last time is news, not what was there when the window opened', () => {
  const before = [told(1, 2), told(2, 4)]
  const after = [told(1, 5), told(2, 0), told(3, 9)]
  expect(newlyTold(before, after).map(({ search, jobs }) => [search.id, jobs])).toEqual([[1, 3]])
})

test('one notice says what several alerts told of', () => {
  const [one, two] = [
    { search: { name: 'Remote' }, jobs: 1 },
    { search: { name: 'Berlin' }, jobs: 4 },
  ]
  expect(toldWords([one])).toBe('1 new job for “Remote”')
  expect(toldWords([one, two])).toBe('New jobs in 2 saved searches')
})
