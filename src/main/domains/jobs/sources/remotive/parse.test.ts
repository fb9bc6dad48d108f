import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { parseJobs } from './parse.ts'

const jobs = readFileSync(new URL('fixtures/jobs.json', import.meta.url), 'utf8')
const parse = (text: string) => parseJobs({ text, url: 'https://remotive.com/api/remote-jobs' })
const postings = (text: string) => parse(text).flatMap((item) => (item.ok ? [item.posting] : []))
const one = (fields: object) =>
  postings(JSON.stringify({ jobs: [{ id: 1, title: 'T', url: 'https://remotive.com/1', ...fields }] }))[0]

describe('the jobs of Remotive', () => {
  test('give every posting with what the source says and null for what it does not', () => {
    expect(postings(jobs)[0]).toEqual({
      sourcePostingId: '2091144',
      title: 'Senior Data Engineer & Analytics',
      company: 'Havelwerk Analytics',
      url: 'https://remotive.com/remote-jobs/data/senior-data-engineer-2091144',
      locations: ['Europe', 'UK'],
      countryCode: null,
      descriptionHtml: expect.stringMatching(
        /^<p>We forecast <strong>demand<\/strong>\.<\/p>\n<p>We sponsor visas\.<\/p>/,
      ),
      postedAt: Date.UTC(2026, 10, 20, 8, 12, 33),
      closesAt: null,
      statedSalary: null,
      salaryText: '€65,000 - €80,000',
      workplace: 'remote',
      employmentType: 'full_time',
      requisitionId: null,
    })
  })

  test('read ids as text, a zone where there is one, HTML that was escaped, and an empty salary as none', () => {
    expect(postings(jobs)[1]).toMatchObject({
      sourcePostingId: '2091145',
      locations: ['Worldwide'],
      descriptionHtml: '<p>Own our harbour maps.</p>',
      postedAt: Date.UTC(2026, 10, 19, 21, 30, 56),
      salaryText: null,
      employmentType: 'contract',
    })
  })

  test('take no fact from null, "other" or a date in words', () => {
    expect(postings(jobs)[2]).toMatchObject({
      company: null,
      locations: [],
      descriptionHtml: '',
      postedAt: null,
      salaryText: null,
      employmentType: null,
    })
  })

  test('read an address without its host, and a date in seconds', () => {
    expect(one({ url: '/remote-jobs/x-1', publication_date: 1_782_214_185 })).toMatchObject({
      url: 'https://remotive.com/remote-jobs/x-1',
      postedAt: 1_782_214_185_000,
    })
  })

  test('say for each item that is no posting why', () => {
    expect(parse(jobs).map((item) => (item.ok ? 'ok' : item.reason))).toEqual(['ok', 'ok', 'ok', 'no_title', 'no_url'])
  })

  test.each([
    ['full_time', 'full_time'],
    ['part_time', 'part_time'],
    ['contract', 'contract'],
    ['internship', 'internship'],
    ['', null],
    [null, null],
    [['full_time'], null],
  ])('know the code %j for the kind of employment as %j', (job_type, kind) => {
    expect(one({ job_type })?.employmentType).toBe(kind)
  })

  test('never make a salary of what is no text, nor a visa of anything', () => {
    expect(one({ salary: 90_000, visa: true })).toMatchObject({ statedSalary: null, salaryText: null })
  })

  test.each([
    ['the list alone', JSON.stringify([{ id: 1, title: 'T', url: 'https://remotive.com/1' }])],
    [
      'a posting alone',
      JSON.stringify({
        id: 1,
        title: 'T',
        url: 'https://remotive.com/1',
        company_name: 'C',
        candidate_required_location: 'EU',
      }),
    ],
  ])('are read out of %s', (_, text) => {
    expect(postings(text)).toHaveLength(1)
  })

  test.each([
    ['a login page', '<!doctype html><title>Sign in</title>'],
    ['nothing', ''],
    ['an error', '{"error":"Too many requests"}'],
    ['a retyped list', '{"jobs":"none"}'],
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
