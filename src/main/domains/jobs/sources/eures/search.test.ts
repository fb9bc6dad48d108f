import { describe, expect, test } from 'vitest'
import { createRoleFit } from '../plan/role-fit.ts'
import { locationCodesOf, periodSince, searchBody, searchesFor } from './search.ts'
import table from './searches.json' with { type: 'json' }

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 10, 24, 8)

describe('the searches on EURES', () => {
  test.each([
    [['Data Scientist'], ['data']],
    [
      ['Data Engineer', 'Data Analyst', 'Machine Learning Engineer'],
      ['data', 'machine learning'],
    ],
    [
      ['Backend Developer', 'DevOps Engineer', 'Product Manager'],
      ['software', 'devops', 'product'],
    ],
    [['Beekeeper'], ['Beekeeper']],
    [[], ['data', 'machine learning', 'software', 'devops', 'product']],
  ])('for %j are %j', (roles, searches) => {
    expect(searchesFor(roles)).toEqual(searches)
  })

  test('are all there, each of two lists of words', () => {
    for (const [name] of Object.values(table.byFamily)) expect(Object.keys(table.searches)).toContain(name)
    for (const lists of Object.values(table.searches)) expect(lists).toHaveLength(2)
  })

  const finds = (search: string, title: string): boolean => {
    const words = new Set(title.toLowerCase().split(/[\s/()-]+/))
    const lists = table.searches[search as keyof typeof table.searches]
    return lists.every((list) =>
      list
        .toLowerCase()
        .split(' ')
        .some((word) => words.has(word)),
    )
  }
  test.each([
    ['data', 'Data Engineer', 'Data Engineer'],
    ['data', 'Data Analyst', 'Senior Datenanalyst (m/w/d)'],
    ['data', 'Data Engineer', 'Ingénieur données H/F'],
    ['data', 'Data Engineer', 'Dataingenjör'],
    ['machine learning', 'Machine Learning Engineer', 'Machine Learning Engineer'],
    ['software', 'Backend Engineer', 'Softwareentwickler Backend'],
    ['software', 'Backend Engineer', 'Développeur Java'],
    ['software', 'Full Stack Developer', 'Full-Stack Developer'],
    ['software', 'Frontend Developer', 'Front end developer'],
    ['devops', 'DevOps Engineer', 'DevOps Engineer'],
    ['product', 'Product Manager', 'Produktmanager'],
  ])('"%s" finds what fits %s: %s', (search, role, title) => {
    expect(finds(search, title)).toBe(true)
    expect(createRoleFit([role])(title)).toBe(true)
  })

  test('say every field that the service insists on', () => {
    const body = searchBody({ search: 'Bee keeper', page: 2, locationCodes: ['de', 'el'], period: 'LAST_WEEK' })
    expect(body).toEqual({
      resultsPerPage: 50,
      page: 3,
      sortSearch: 'BEST_MATCH',
      keywords: [
        { keyword: 'Bee', specificSearchCode: 'TITLE' },
        { keyword: 'keeper', specificSearchCode: 'TITLE' },
      ],
      publicationPeriod: 'LAST_WEEK',
      occupationUris: [],
      skillUris: [],
      requiredExperienceCodes: [],
      positionScheduleCodes: [],
      sectorCodes: [],
      educationAndQualificationLevelCodes: [],
      positionOfferingCodes: [],
      locationCodes: ['de', 'el'],
      euresFlagCodes: [],
      otherBenefitsCodes: [],
      requiredLanguages: [],
      minNumberPost: null,
      sessionId: 'career-copilot',
      userPreferredLanguage: null,
      requestLanguage: 'en',
    })
  })

  test('ask for the countries that it has, Greece by its other code', () => {
    expect(locationCodesOf({ countries: ['DE', 'GR', 'GB'] })).toEqual(['de', 'el'])
    expect(locationCodesOf({ countries: [] })).toEqual([])
  })

  test.each([
    [null, 'LAST_MONTH'],
    [0.25, 'LAST_THREE_DAYS'],
    [2, 'LAST_THREE_DAYS'],
    [2.1, 'LAST_WEEK'],
    [6, 'LAST_WEEK'],
    [7, 'LAST_MONTH'],
  ])('go back over what is new since %s days', (days, period) => {
    expect(periodSince(days === null ? null : NOW - days * DAY_MS, NOW)).toBe(period)
  })
})
