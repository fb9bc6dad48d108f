import { expect, test } from 'vitest'
import { readJobsSearch, toView } from '../view/jobs-url.ts'
import { chipsOf } from './chips.ts'

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
      salarymax: '80000',
      skill: 'C++',
      anyskill: ['AWS', 'GCP'],
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
    'Salary: up to €80K',
    'Skill: C++',
    'Any skill: AWS',
    'Any skill: GCP',
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
  const view = toView(readJobsSearch({ country: ['DE', 'NL'], salarymax: 9, anyskill: ['AWS', 'GCP'], days: '11' }))
  const [germany, , pay, aws, , posted] = chipsOf(view, NAMES)
  expect(germany?.without).toEqual({ countries: ['NL'] })
  expect(pay?.without).toEqual({ salaryMaxEur: null })
  expect(aws?.without).toEqual({ skillsAny: ['GCP'] })
  expect(posted).toMatchObject({ word: 'Last 11 days', without: { postedWithinDays: null } })
})
