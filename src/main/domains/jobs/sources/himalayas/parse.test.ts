import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { parsePage } from './parse.ts'

const page = readFileSync(new URL('fixtures/page.json', import.meta.url), 'utf8')
const parse = (text: string) => parsePage({ text, url: 'https://himalayas.app/jobs/api?limit=20&offset=0' })
const postings = (text: string) => parse(text).items.flatMap((item) => (item.ok ? [item.posting] : []))
const one = (fields: object) =>
  postings(
    JSON.stringify({ jobs: [{ guid: 'g', title: 'T', applicationLink: 'https://himalayas.app/1', ...fields }] }),
  )[0]

describe('a page of Himalayas', () => {
  test('gives every posting with what the source says and null for what it does not', () => {
    expect(postings(page)[0]).toEqual({
      sourcePostingId: 'https://himalayas.app/companies/havelwerk-analytics/jobs/senior-data-engineer',
      title: 'Senior Data Engineer',
      company: 'Havelwerk Analytics',
      url: 'https://himalayas.app/companies/havelwerk-analytics/jobs/senior-data-engineer',
      locations: ['Germany', 'France'],
      countryCode: null,
      descriptionHtml: '<h2>Role</h2><p>We measure how trains <b>age</b>.</p>',
      postedAt: 1_795_161_600_000,
      closesAt: 1_800_345_600_000,
      statedSalary: { min: 65_000, max: 80_000, currency: 'EUR', period: 'year' },
      salaryText: null,
      workplace: 'remote',
      employmentType: 'full_time',
      requisitionId: null,
    })
  })

  test('reads worldwide out of an empty list, milliseconds, an hour’s pay, and the address out of the id', () => {
    expect(postings(page)[1]).toMatchObject({
      title: 'Machine Learning Engineer & Robotics',
      company: 'Tidemark Robotics',
      url: 'https://himalayas.app/companies/tidemark-robotics/jobs/machine-learning-engineer',
      locations: ['Worldwide'],
      countryCode: null,
      descriptionHtml: 'Boats without a crew.',
      postedAt: 1_795_161_600_000,
      closesAt: null,
      statedSalary: { min: 40, max: null, currency: 'USD', period: 'hour' },
      employmentType: 'contract',
    })
  })

  test('reads countries with codes, dates as text, and leaves out pay without currency and a company without a name', () => {
    expect(postings(page)[2]).toMatchObject({
      sourcePostingId: 'data-analyst-77',
      company: null,
      locations: ['Germany'],
      countryCode: 'DE',
      postedAt: Date.UTC(2026, 10, 20, 8),
      closesAt: null,
      statedSalary: null,
      employmentType: null,
    })
  })

  test('reads an address without its host, and a date in seconds', () => {
    expect(one({ applicationLink: '/companies/x/jobs/y', pubDate: 1_782_214_185 })).toMatchObject({
      url: 'https://himalayas.app/companies/x/jobs/y',
      postedAt: 1_782_214_185_000,
    })
  })

  test('says for each item that is no posting why', () => {
    const reasons = parse(page).items.map((item) => (item.ok ? 'ok' : item.reason))
    expect(reasons).toEqual(['ok', 'ok', 'ok', 'no_title', 'no_url'])
  })

  test.each([
    [
      { minSalary: 50_000, maxSalary: '60000', currency: 'usd' },
      { min: 50_000, max: 60_000, currency: 'USD', period: 'year' },
    ],
    [
      { minSalary: 50_000, currency: 'USD', salaryPeriod: null },
      { min: 50_000, max: null, currency: 'USD', period: 'year' },
    ],
    [
      { minSalary: 4000, currency: 'EUR', salaryPeriod: 'monthly' },
      { min: 4000, max: null, currency: 'EUR', period: 'month' },
    ],
    [{ minSalary: 900, currency: 'EUR', salaryPeriod: 'weekly' }, null],
    [{ minSalary: 1800, currency: 'EUR', salaryPeriod: 'fortnightly' }, null],
    [{ minSalary: 0, maxSalary: 0, currency: 'EUR' }, null],
    [{ minSalary: 50_000, maxSalary: 60_000 }, null],
  ])('of %j states %j', (fields, salary) => {
    expect(one(fields)?.statedSalary).toEqual(salary)
  })

  test.each([
    [{ companyName: 'name', companySlug: 'blue-ocean-2' }, 'Blue Ocean 2'],
    [{ companyName: 'NAME', companySlug: null }, null],
    [{ companyName: ' ', companySlug: 'name' }, null],
    [{ companyName: 'Name Brands Ltd', companySlug: 'x' }, 'Name Brands Ltd'],
  ])('names the company of %j %j', (fields, company) => {
    expect(one(fields)?.company).toBe(company)
  })

  test.each([
    [undefined, []],
    [null, []],
    [0, []],
    ['Germany', ['Germany']],
    [
      ['Germany', { alpha2: 'FR' }, {}, null, 7, 'Germany'],
      ['Germany', 'FR'],
    ],
  ])('of the restriction %j makes the places %j', (locationRestrictions, places) => {
    expect(one({ locationRestrictions })?.locations).toEqual(places)
  })

  test.each([
    ['{"jobs":[],"totalCount":45}', { total: 45, next: undefined }],
    ['{"jobs":[],"nextCursor":"abc"}', { total: null, next: 'abc' }],
    ['{"jobs":[],"nextCursor":null}', { total: null, next: null }],
    ['{"jobs":[],"nextCursor":7,"totalCount":"many"}', { total: null, next: undefined }],
  ])('knows of the next page what %s says', (text, said) => {
    expect(parse(text)).toMatchObject(said)
  })

  test.each([
    ['a login page', '<!doctype html><title>Sign in</title>'],
    ['nothing', ''],
    ['an error', '{"error":"Too Many Requests"}'],
    ['half a page', page.slice(0, 900)],
  ])('is unreadable when it is %s', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  const underTest = {
    payload: JSON.parse(page) as unknown,
    listKey: 'jobs',
    parse: (text: string) => parse(text).items,
  }
  test('never throws anything but unreadable, whatever is sent', () => {
    expect(() => staysReadable(underTest)).not.toThrow()
  })
  test('keeps the good items whatever stands between them', () => {
    expect(() => keepsTheGoodItems(underTest)).not.toThrow()
  })
})
