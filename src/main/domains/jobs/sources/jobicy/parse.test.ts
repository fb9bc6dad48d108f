import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { parseJobs } from './parse.ts'
import { queriesFor } from './queries.ts'

const jobs = readFileSync(new URL('fixtures/jobs.json', import.meta.url), 'utf8')
const parse = (text: string) => parseJobs({ text, url: 'https://jobicy.com/api/v2/remote-jobs?count=50' })
const postings = (text: string) => parse(text).flatMap((item) => (item.ok ? [item.posting] : []))
const one = (fields: object) =>
  postings(JSON.stringify({ jobs: [{ id: 1, jobTitle: 'T', url: 'https://jobicy.com/jobs/1', ...fields }] }))[0]

describe('the jobs of Jobicy', () => {
  test('give every posting with what the source says and null for what it does not', () => {
    expect(postings(jobs)[0]).toEqual({
      sourcePostingId: '149243',
      title: 'Senior Data Scientist – Forecasting',
      company: 'Polarkreis Logistics & Co',
      url: 'https://jobicy.com/jobs/149243-senior-data-scientist',
      locations: ['Europe', 'UK'],
      countryCode: null,
      descriptionHtml: '<p>We keep vaccines <b>cold</b>.</p>',
      postedAt: Date.UTC(2026, 10, 20, 8, 12, 33),
      closesAt: null,
      statedSalary: { min: 65_000, max: 80_000, currency: 'EUR', period: 'year' },
      salaryText: null,
      workplace: 'remote',
      employmentType: 'full_time',
      requisitionId: null,
    })
  })

  test('read the older form: text for a list, a year’s pay by the name of the field, a date without a zone', () => {
    expect(postings(jobs)[1]).toMatchObject({
      sourcePostingId: '149244',
      company: null,
      locations: ['Anywhere'],
      descriptionHtml: 'Own our harbour maps.',
      postedAt: Date.UTC(2026, 10, 20, 8, 12, 33),
      statedSalary: { min: 70_000, max: 90_000, currency: 'USD', period: 'year' },
      employmentType: 'contract',
    })
  })

  test('take no fact from a date in words, an unknown span of pay or an empty list', () => {
    expect(postings(jobs)[2]).toMatchObject({
      locations: ['Germany', 'France'],
      descriptionHtml: '',
      postedAt: null,
      statedSalary: null,
      employmentType: null,
    })
  })

  test('read an address without its host, and a date in seconds', () => {
    expect(one({ url: '/jobs/1-x', pubDate: 1_782_214_185 })).toMatchObject({
      url: 'https://jobicy.com/jobs/1-x',
      postedAt: 1_782_214_185_000,
    })
  })

  test('say for each item that is no posting why', () => {
    expect(parse(jobs).map((item) => (item.ok ? 'ok' : item.reason))).toEqual(['ok', 'ok', 'ok', 'no_title', 'no_url'])
  })

  test.each([
    ['no currency', { salaryMin: 1, salaryMax: 2, salaryPeriod: 'yearly' }],
    ['no period', { salaryMin: 60_000, salaryMax: 70_000, salaryCurrency: 'EUR' }],
    ['nought', { salaryMin: 0, salaryMax: 0, salaryCurrency: 'EUR', salaryPeriod: 'yearly' }],
    ['nothing but a currency', { salaryCurrency: 'EUR' }],
  ])('state no salary when there is %s', (_, fields) => {
    expect(one(fields)?.statedSalary).toBeNull()
  })

  test.each([
    ['the list alone', JSON.stringify([{ id: 1, jobTitle: 'T', url: 'https://jobicy.com/jobs/1' }])],
    ['a posting alone', JSON.stringify({ id: 1, jobTitle: 'T', url: 'https://jobicy.com/jobs/1' })],
  ])('are read out of %s', (_, text) => {
    expect(postings(text)).toHaveLength(1)
  })

  test('are none in an answer that says so', () => {
    expect(parse('{"jobCount":0,"jobs":[],"success":true,"message":"No jobs found."}')).toEqual([])
  })

  test.each([
    ['a login page', '<!doctype html><title>Sign in</title>'],
    ['nothing', ''],
    ['an error', '{"success":false,"error":"Invalid industry."}'],
    ['a taxonomy', '{"industries":[{"industryID":810,"industrySlug":"engineering"}]}'],
    ['half an answer', jobs.slice(0, 900)],
  ])('are unreadable when the answer is %s', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  const underTest = { payload: JSON.parse(jobs) as unknown, listKey: 'jobs', parse }
  test('never throw anything but unreadable, whatever is sent', () => {
    expect(() => staysReadable(underTest)).not.toThrow()
  })
  test('keep the good items whatever stands between them', () => {
    expect(() => keepsTheGoodItems(underTest)).not.toThrow()
  })
})

describe('what Jobicy is asked', () => {
  test.each([
    ['everything without wishes', { roles: [], countries: [] }, ['']],
    [
      'Europe, then anywhere, for European countries',
      { roles: ['Data Scientist'], countries: ['DE', 'FR'] },
      ['geo=europe&industry=data-science', 'geo=anywhere&industry=data-science'],
    ],
    [
      'each industry once',
      { roles: ['Data Scientist', 'Data Analyst', 'Backend Engineer'], countries: [] },
      ['industry=data-science', 'industry=engineering'],
    ],
    ['all industries for a role that none is known for', { roles: ['Beekeeper', 'Data Analyst'], countries: [] }, ['']],
    [
      'all regions for countries elsewhere',
      { roles: ['Product Manager'], countries: ['DE', 'US'] },
      ['industry=management'],
    ],
  ])('is %s', (_, plan, queries) => {
    expect(queriesFor(plan)).toEqual(queries)
  })
})
