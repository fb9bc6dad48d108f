import { expect, test } from 'vitest'
import { SEARCH_NAME_MAX } from '#shared/searches.ts'
import { suggestName } from './search-name.ts'

const chips = (...pairs: [kind: string, word: string][]) => pairs.map(([kind, word]) => ({ kind, word }))

test.each([
  [chips(['Country', 'Germany'], ['Visa', 'Offered'], ['Skill', 'Python']), 'Python · Germany · visa'],
  [
    chips(['Text', 'data engineer'], ['Workplace', 'Remote'], ['Salary', 'from €60k']),
    'data engineer · remote · from €60k',
  ],
  [chips(['Visa', 'No visa'], ['Visa', 'Not stated']), 'No visa · visa not stated'],
  [
    chips(['Level', 'Senior'], ['Role', 'DevOps & SRE'], ['Posted', 'Last 7 days']),
    'DevOps & SRE · senior · last 7 days',
  ],
  [
    chips(['Sponsor register', 'Listed'], ['Permit', 'Pay reaches it'], ['You speak', 'English']),
    'Registered sponsor · pay reaches a permit · English spoken',
  ],
  [chips(['Workplace', 'Not stated'], ['Language', 'German']), 'Workplace not stated · in German'],
  [[], 'All jobs'],
])('%j is called %s', (on, name) => {
  expect(suggestName(on, 'visible')).toBe(name)
})

test('what is shown is part of the name when it is not all', () => {
  expect(suggestName(chips(['Country', 'Germany']), 'saved')).toBe('Germany · saved')
  expect(suggestName([], 'hidden')).toBe('hidden')
})

test('a name that would be too long ends with a whole word, and a word that is too long is cut', () => {
  const many = chips(...Array.from({ length: 30 }, (_, index): [string, string] => ['Skill', `Skill ${index}`]))
  const name = suggestName(many, 'visible')
  expect(name.length).toBeLessThanOrEqual(SEARCH_NAME_MAX)
  expect(name).toMatch(/ · Skill \d+$/)
  const long = suggestName(chips(['Text', 'x'.repeat(5000)]), 'visible')
  expect(long).toHaveLength(SEARCH_NAME_MAX)
  expect(long.endsWith('…')).toBe(true)
})
