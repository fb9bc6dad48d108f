import { describe, expect, test } from 'vitest'
import { createRoleFit } from '../plan/role-fit.ts'
import { daysBack, detailAddress, listAddress, queriesFor } from './search.ts'

const NOW = Date.UTC(2026, 10, 24, 8)
const HOUR_MS = 3_600_000

describe('the searches for roles', () => {
  test('are in German where the postings are, each once', () => {
    expect(queriesFor(['Data Analyst', 'Backend Engineer', 'Full Stack Developer'], 0)).toEqual([
      'Datenanalyst',
      'Data Analyst',
      'Softwareentwickler',
      'Backend',
      'Full Stack',
    ])
  })

  test('begin with another one every time', () => {
    expect([0, 1, 2, 3].map((turn) => queriesFor(['Data Analyst', 'Beekeeper'], turn)[0])).toEqual([
      'Datenanalyst',
      'Data Analyst',
      'Beekeeper',
      'Datenanalyst',
    ])
  })

  test('are one for everything without roles', () => {
    expect(queriesFor([], 5)).toEqual([''])
  })

  test.each([
    ['Data Scientist', ['Data Scientist']],
    ['Data Engineer', ['Data Engineer']],
    ['Data Analyst', ['Datenanalyst', 'Data Analyst']],
    ['Backend Engineer', ['Softwareentwickler', 'Backend']],
    ['DevOps Engineer', ['DevOps', 'Cloud Engineer']],
    ['Product Manager', ['Produktmanager', 'Product Owner']],
  ])('for %s find titles that fit it', (role, queries) => {
    expect(queriesFor([role], 0)).toEqual(queries)
    expect(queries.map((query) => createRoleFit([role])(`${query} (m/w/d)`))).toEqual(queries.map(() => true))
  })
})

test.each([
  [null, 28],
  [1, 1],
  [9, 7],
  [6 * 24, 7],
  [7 * 24, 14],
  [13 * 24, 14],
  [14 * 24, 28],
  [300 * 24, 28],
  [-5, 1],
])('what is new since %s hours is asked for with %s days', (hours, days) => {
  expect(daysBack(hours === null ? null : NOW - hours * HOUR_MS, NOW)).toBe(days)
})

test('a list is asked for with these parameters and no others', () => {
  expect(listAddress('https://x', { query: 'C++ & Go', page: 2, days: 7 })).toBe(
    'https://x/pc/v6/jobs?was=C%2B%2B+%26+Go&angebotsart=1&veroeffentlichtseit=7&page=3&size=100',
  )
  expect(listAddress('https://x', { query: '', page: 0, days: 1 })).toBe(
    'https://x/pc/v6/jobs?angebotsart=1&veroeffentlichtseit=1&page=1&size=100',
  )
})

test('a posting is asked for by its number in Base64, safe for a path', () => {
  expect(detailAddress('https://x', '10000-1199887766-S')).toBe('https://x/pc/v4/jobdetails/MTAwMDAtMTE5OTg4Nzc2Ni1T')
  expect(detailAddress('https://x', '1')).toBe('https://x/pc/v4/jobdetails/MQ%3D%3D')
  expect(detailAddress('https://x', '>>>?')).toBe('https://x/pc/v4/jobdetails/Pj4%2BPw%3D%3D')
})
