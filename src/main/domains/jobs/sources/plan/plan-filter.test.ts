import { describe, expect, test } from 'vitest'
import type { RawPosting } from '../../posting.ts'
import { UNSAID } from '../parts/item.ts'
import { outsidePlan, withinPlan } from './plan-filter.ts'
import type { SearchPlan } from '../source.ts'

const plan: SearchPlan = {
  roles: ['Data Engineer'],
  countries: ['DE', 'NL'],
  employers: [],
  feeds: [],
  pages: [],
  firecrawlPages: [],
}
const posting = (fields: Partial<RawPosting>): RawPosting => ({
  ...UNSAID,
  sourcePostingId: '1',
  title: 'Data Engineer',
  company: 'Havelwerk',
  url: 'https://x.example/1',
  locations: [],
  descriptionHtml: '',
  postedAt: null,
  ...fields,
})

describe('a posting stays in the plan unless it clearly is elsewhere', () => {
  test.each([
    [[], null, null],
    [['Berlin, Germany'], null, null],
    [['München, Bavaria'], null, null],
    [['Remote'], null, null],
    [['Europe'], null, null],
    [['Somewhere Nobody Knows'], null, null],
    [['New York, NY', 'Amsterdam, Netherlands'], null, null],
    [['New York, NY'], null, 'outside_countries'],
    [['New York, NY', 'London, United Kingdom'], null, 'outside_countries'],
    [['Paris, France'], null, 'outside_countries'],
    [[], 'FR', 'outside_countries'],
    [[], 'DE', null],
  ] as const)('%j, country field %s: %s', (locations, countryCode, outside) => {
    expect(outsidePlan(posting({ locations, countryCode }), plan)).toBe(outside)
  })
})

test('roles are looked at before countries', () => {
  expect(outsidePlan(posting({ title: 'Nurse', locations: ['Paris, France'] }), plan)).toBe('outside_roles')
})

test('empty lists filter nothing', () => {
  const open = { ...plan, roles: [], countries: [] }
  expect(outsidePlan(posting({ title: 'Nurse', locations: ['Paris, France'] }), open)).toBeNull()
})

test('a page keeps its length: what is outside is a rejection that says which posting it was', () => {
  const items = withinPlan(
    [
      { ok: true, posting: posting({}) },
      { ok: true, posting: posting({ title: 'Nurse', locations: ['Bonn'] }) },
      { ok: false, reason: 'no_url', detail: 'item 2 has no web address' },
    ],
    plan,
  )
  expect(items.map((item) => (item.ok ? 'ok' : item.reason))).toEqual(['ok', 'outside_roles', 'no_url'])
  expect(items[1]).toMatchObject({ detail: '"Nurse" (Bonn)' })
})
