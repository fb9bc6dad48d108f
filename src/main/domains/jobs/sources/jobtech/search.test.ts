import { describe, expect, test } from 'vitest'
import { headersFor, queriesFor, searchAddress } from './search.ts'

const NOW = Date.UTC(2026, 10, 24, 8)
const DAY_MS = 86_400_000

describe('the queries on JobTech', () => {
  test.each([
    [['Data Engineer', 'Backend Engineer', 'DevOps Engineer'], ['occupation-field=apaJ_2ja_LuF']],
    [['Product Manager'], ['q=produktägare', 'q=produktchef', 'q=product manager']],
    [['Beekeeper & Co'], ['q=Beekeeper & Co']],
    [[], ['']],
  ])('for %j are %j', (roles, queries) => {
    expect(queriesFor(roles)).toEqual(queries)
  })

  test('are asked newest first, in pages of a hundred', () => {
    const at = { query: 'q=Beekeeper & Co', page: 2, since: NOW - DAY_MS, now: NOW }
    expect(searchAddress('https://x', at)).toBe(
      'https://x/search?q=Beekeeper+%26+Co&published-after=2026-11-22T08%3A00%3A00&sort=pubdate-desc&limit=100&offset=200',
    )
    expect(searchAddress('https://x', { query: '', page: 0, since: null, now: NOW })).toBe(
      'https://x/search?published-after=2026-10-25T08%3A00%3A00&sort=pubdate-desc&limit=100&offset=0',
    )
  })

  test('in words mean all of the words', () => {
    expect(headersFor('q=product manager')).toEqual({
      'x-feature-disable-smart-freetext': 'true',
      'x-feature-freetext-bool-method': 'and',
    })
    expect(headersFor('occupation-field=apaJ_2ja_LuF')).toEqual({})
  })
})
