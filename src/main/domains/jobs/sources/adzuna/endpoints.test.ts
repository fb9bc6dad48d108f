import { describe, expect, test } from 'vitest'
import { anyWordOf, COUNTRIES, endpointOf, endpointOfSite, endpointsFor } from './endpoints.ts'

describe('the endpoints', () => {
  test('are those of 19 countries; the others of the plan are not asked', () => {
    expect(COUNTRIES).toHaveLength(19)
    expect(endpointsFor(['DE', 'SE', 'GB', 'FI']).map(({ code }) => code)).toEqual(['de', 'gb'])
    expect(endpointsFor(['SE', 'IE', 'PT', 'DK', 'NO', 'FI'])).toEqual([])
    expect(endpointsFor([])).toHaveLength(19)
    expect(endpointOf('zz')).toBeNull()
  })

  test.each([
    [['Data Scientist', 'Data Engineer'], 'data scientist'],
    [['Senior Machine Learning Engineer'], 'machine learning'],
    [['Full-Stack Developer', 'C++ Engineer'], 'full stack c++'],
    [['Software Engineer', 'Entwickler'], 'software entwickler'],
    [['Développeur'], 'developpeur'],
    [[], ''],
  ])('are asked for %j with %j', (roles, words) => {
    expect(anyWordOf(roles)).toBe(words)
  })

  test.each([
    ['https://www.adzuna.de/land/ad/1?v=2', 'de'],
    ['https://www.adzuna.co.uk/jobs/details/1', 'gb'],
    ['https://www.adzuna.com/details/1', 'us'],
    ['https://www.adzuna.com.au/details/1', 'au'],
    ['https://adzuna.co.nz/details/1', 'nz'],
    ['https://www.adzuna.se/details/1', undefined],
    ['https://www.adzuna.de.example.com/1', undefined],
    ['https://notadzuna.de/1', undefined],
    [null, undefined],
  ])('%s is on the site of %s', (address, code) => {
    expect(endpointOfSite(address)?.code).toBe(code)
  })
})
