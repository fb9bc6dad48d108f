import { expect, test } from 'vitest'
import type { Source } from '#shared/discovery.ts'
import { groupOf, sourcesShown } from './source-groups.ts'

const SOURCE = {
  id: 'a',
  name: 'Arbeitnow',
  summary: 'A board.',
  coverage: 'Germany',
  isOffline: false,
  isOptIn: false,
  needsKey: false,
  reads: null,
  isEnabled: true,
  isConfigured: true,
} as Source

test.each([
  [{}, 'open'],
  [{ needsKey: true }, 'keyed'],
  [{ needsKey: true, reads: 'firecrawlPages' }, 'keyed'],
  [{ reads: 'employers' }, 'employers'],
  [{ reads: 'feeds' }, 'own'],
  [{ isOptIn: true }, 'optIn'],
  [{ isOffline: true }, 'offline'],
] as const)('a source that is %j stands under %s', (said, group) => {
  expect(groupOf({ ...SOURCE, ...said })).toBe(group)
})

test('sources are found by any of their words, and by what is still to do', () => {
  const other = { ...SOURCE, id: 'b', name: 'NAV', coverage: 'Norway', isConfigured: false }
  const off = { ...SOURCE, id: 'c', isEnabled: false }
  const shown = (view: 'all' | 'on' | 'todo', text: string) =>
    sourcesShown([SOURCE, other, off], { view, text }).map(({ id }) => id)
  expect(shown('all', '')).toEqual(['a', 'b', 'c'])
  expect(shown('on', 'board germany')).toEqual(['a'])
  expect(shown('todo', '')).toEqual(['b'])
  expect(shown('all', 'sweden')).toEqual([])
})
