import { expect, test } from 'vitest'
import { chipsOf } from './chips.ts'
import { readJobsSearch, toView } from './jobs-url.ts'

const NAMES = new Map([['arbeitnow', 'Arbeitnow']])

test('a plain view has no chips', () => {
  expect(chipsOf(toView({}), NAMES)).toEqual([])
})

test('every filter shows as a chip in words', () => {
  const view = toView(
    readJobsSearch({
      q: 'python',
      country: ['DE', 'NL'],
      visa: ['offers', 'unstated'],
      workplace: 'remote',
      salary: 60_000,
      skill: 'C++',
      level: 'senior',
      role: 'ml_engineer',
      days: '7',
      source: ['arbeitnow', 'gone'],
      type: 'full_time',
      lang: 'de',
      speaks: 'en',
    }),
  )
  expect(chipsOf(view, NAMES, 'en').map((chip) => `${chip.kind}: ${chip.word}`)).toEqual([
    'Text: python',
    'Country: Germany',
    'Country: Netherlands',
    'Visa: Offered',
    'Visa: Not stated',
    'Workplace: Remote',
    'Salary: from €60K',
    'Skill: C++',
    'Level: Senior',
    'Role: Machine learning',
    'Posted: Last week',
    'Source: Arbeitnow',
    'Source: gone',
    'Type: Full time',
    'Language: German',
    'You speak: English',
  ])
})

test('taking a chip off leaves its siblings on', () => {
  const view = toView(readJobsSearch({ country: ['DE', 'NL'], days: '11' }))
  const [germany, , posted] = chipsOf(view, NAMES)
  expect(germany?.without).toEqual({ countries: ['NL'] })
  expect(posted).toMatchObject({ word: 'Last 11 days', without: { postedWithinDays: null } })
})
