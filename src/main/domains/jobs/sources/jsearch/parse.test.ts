import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { HttpProblem } from '#main/infra/http/http.ts'
import type { RawPosting } from '../../posting.ts'
import { parseJobs } from './parse.ts'
import { refusalOf } from './refusal.ts'

const answer = readFileSync(new URL('fixtures/search-v2.json', import.meta.url), 'utf8')
const jobs = (JSON.parse(answer) as { data: { jobs: readonly unknown[] } }).data.jobs
const parse = (text: string) => parseJobs({ text, url: 'https://jsearch.p.rapidapi.com/search-v2' })
const postings = (text: string): readonly RawPosting[] => parse(text).flatMap((item) => (item.ok ? [item.posting] : []))
const one = (fields: object): RawPosting | undefined =>
  postings(
    JSON.stringify({
      data: { jobs: [{ job_id: '1', job_title: 'T', job_apply_link: 'https://x.example/1', ...fields }] },
    }),
  )[0]

describe('an answer of JSearch', () => {
  test('gives every job with what it says and null for what it does not; who published it is not the employer', () => {
    expect(postings(answer)[0]).toEqual({
      sourcePostingId: 'c2VuaW9yLWRhdGEtZW5naW5lZXI=',
      title: 'Senior Data Engineer (m/w/d) & Platform',
      company: 'Havelwerk Analytics',
      url: 'https://jobs.example/view/senior-data-engineer-301?utm_campaign=google_jobs_apply',
      locations: ['Berlin, DE'],
      countryCode: 'DE',
      descriptionHtml:
        '<p>You own the pipelines.</p><p>What you bring:<br />• Python &amp; dbt<br />• &lt;3 years is fine</p><p>We sponsor your visa.</p>',
      postedAt: Date.UTC(2026, 10, 20),
      closesAt: null,
      statedSalary: { min: 70_000, max: 85_000, currency: 'EUR', period: 'year' },
      salaryText: null,
      workplace: null,
      employmentType: 'full_time',
      requisitionId: null,
    })
  })

  test('takes the first address that is one, the timestamp where the date is missing, and pay without a currency as it is written', () => {
    expect(postings(answer)[1]).toMatchObject({
      url: 'https://polarkreis.example/jobs/7',
      locations: ['Anywhere in Germany'],
      descriptionHtml: '<p>Models for cold chains.</p>',
      postedAt: Date.UTC(2026, 10, 19),
      closesAt: Date.UTC(2026, 11, 20, 23),
      statedSalary: null,
      salaryText: '€60–€75 an hour',
      workplace: 'remote',
      employmentType: 'contract',
    })
  })

  test('reads no date out of "30+ days ago" and no company out of nothing', () => {
    expect(postings(answer)[2]).toMatchObject({
      company: null,
      url: 'https://www.google.com/search?q=analyst',
      locations: [],
      countryCode: null,
      postedAt: null,
      descriptionHtml: '',
    })
  })

  test('says why an item is no job', () => {
    expect(parse(answer).map((item) => (item.ok ? 'ok' : item.reason))).toEqual([
      'ok',
      'ok',
      'ok',
      'no_url',
      'no_title',
      'bad_shape',
    ])
  })

  test.each([
    ['the older list', { status: 'OK', data: jobs }],
    ['a bare list', jobs],
    ['jobs at the top', { jobs }],
  ])('is read in %s, too', (_, value) => {
    expect(postings(JSON.stringify(value))).toEqual(postings(answer))
  })

  test.each([
    { status: 'OK', data: { jobs: null, cursor: null } },
    { status: 'OK', data: null },
  ])('%j has none', (value) => {
    expect(parse(JSON.stringify(value))).toEqual([])
  })

  test.each([
    ['as data', { data: jobs[0] }],
    ['as data.jobs', { data: { jobs: jobs[0] } }],
    ['by itself', jobs[0]],
  ])('is read when one job stands %s', (_, value) => {
    expect(postings(JSON.stringify(value))).toEqual(postings(answer).slice(0, 1))
  })

  test.each([
    [
      { job_min_salary: 20, job_max_salary: null, job_salary_currency: 'GBP', job_salary_period: 'HOUR' },
      { min: 20, max: null, currency: 'GBP', period: 'hour' },
    ],
    [
      { job_min_salary: '4000', job_max_salary: 5000, job_salary_currency: 'eur', job_salary_period: 'MONTH' },
      { min: 4000, max: 5000, currency: 'EUR', period: 'month' },
    ],
    [{ job_min_salary: 4000, job_salary_period: 'MONTH' }, null],
    [{ job_min_salary: 4000, job_salary_currency: 'EUR' }, null],
    [{ job_min_salary: 900, job_salary_currency: 'EUR', job_salary_period: 'WEEK' }, null],
    [{ job_min_salary: 0, job_max_salary: 0, job_salary_currency: 'EUR', job_salary_period: 'YEAR' }, null],
    [{ job_salary: 60_000 }, null],
  ])('states the pay of %j as %j', (fields, statedSalary) => {
    expect(one(fields)).toMatchObject({ statedSalary, salaryText: null })
  })

  test.each([
    [{ job_city: 'Austin', job_state: 'Texas', job_country: 'US' }, ['Austin, Texas, US'], 'US'],
    [{ job_city: null, job_state: null, job_country: 'uk', job_location: 'London' }, ['London'], 'GB'],
    [{ job_country: 'Poland' }, ['Poland'], 'PL'],
    [{ job_location: 'Ivrea TO     •  tramite LinkedIn' }, ['Ivrea TO'], null],
    [{ job_location: ' • via LinkedIn', job_country: 'DE' }, ['DE'], 'DE'],
    [{ job_city: 'null', job_location: 'null' }, [], null],
    [{ job_country: 7, job_city: ['x'] }, [], null],
  ])('places %j', (fields, locations, countryCode) => {
    expect(one(fields)).toMatchObject({ locations, countryCode })
  })

  test.each([
    ['another object', '{"status":"OK"}'],
    ['an error', '{"status":"ERROR","error":{"message":"Something went wrong","code":500}}'],
    ['half an answer', answer.slice(0, 900)],
    ['a page', '<!doctype html><title>RapidAPI</title>'],
  ])('is unreadable when it is %s', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  test.each([
    ['{"message":"You are not subscribed to this API."}', 403, 'unauthorised', 'unauthorised'],
    [
      '{"message":"Invalid API key. Go to https://docs.rapidapi.com/docs/keys for more info."}',
      401,
      'unauthorised',
      'unauthorised',
    ],
    [
      '{"message":"You have exceeded the MONTHLY quota for Requests on your current plan, BASIC."}',
      429,
      'rate_limited',
      'quota_used',
    ],
    [
      '{"message":"You have exceeded the rate limit per second for your plan, BASIC, by the API provider"}',
      429,
      'rate_limited',
      'rate_limited',
    ],
    ['{"message":"Too many requests"}', 429, 'rate_limited', 'rate_limited'],
    ['{"message":"The API is unreachable"}', 503, 'server_error', 'server_error'],
    ['', 429, 'rate_limited', 'rate_limited'],
  ] as const)('%s with status %i means %s → %s', (body, status, code, meant) => {
    const problem = new HttpProblem(code, 'refused', { status, retryAt: 5, excerpt: body })
    expect(refusalOf(problem)).toMatchObject({ code: meant, status, retryAt: 5 })
  })

  test.each([
    ['{"message":"You are not subscribed to this API."}', 'unauthorised'],
    ['{"status":"ERROR","error":{"message":"You have exceeded the MONTHLY quota","code":429}}', 'quota_used'],
    ['{"message":"Too many requests"}', 'rate_limited'],
  ])('%s in place of jobs is %s', (body, code) => {
    expect(() => parse(body)).toThrow(expect.objectContaining({ code }))
  })

  test('never quotes what a refusal said', () => {
    const problem = new HttpProblem('unauthorised', 'refused', { status: 403, excerpt: 'Invalid API key s3cret' })
    expect(String(refusalOf(problem))).not.toContain('s3cret')
  })

  const wrapped = (text: string): string => `{"status":"OK","data":${text}}`
  const underTest = {
    payload: (JSON.parse(answer) as { data: unknown }).data,
    listKey: 'jobs',
    parse: (text: string) => parse(wrapped(text)),
  }
  test('never throws anything but unreadable, whatever is sent', () => {
    expect(() => staysReadable(underTest)).not.toThrow()
  })
  test('keeps the good items whatever stands between them', () => {
    expect(() => keepsTheGoodItems(underTest)).not.toThrow()
  })
})
