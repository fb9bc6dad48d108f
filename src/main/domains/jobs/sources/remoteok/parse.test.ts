import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { normalise } from '../../pipeline/normalise.ts'
import { parseJobs } from './parse.ts'

const jobs = readFileSync(new URL('fixtures/jobs.json', import.meta.url), 'utf8')
const parse = (text: string) => parseJobs({ text, url: 'https://remoteok.com/api' })
const postings = (text: string) => parse(text).flatMap((item) => (item.ok ? [item.posting] : []))
const one = (fields: object) =>
  postings(JSON.stringify([{ id: 1, position: 'T', url: 'https://remoteok.com/1', ...fields }]))[0]

describe('the jobs of Remote OK', () => {
  test('give every posting with what the source says and null for what it does not', () => {
    expect(postings(jobs)[0]).toEqual({
      sourcePostingId: '1137421',
      title: 'Senior Data Engineer & Platform',
      company: 'DÃ¼nenwind Software',
      url: 'https://remoteok.com/remote-jobs/remote-senior-data-engineer-duenenwind-1137421',
      locations: ['MÃ¼nchen, Germany'],
      countryCode: null,
      descriptionHtml: '<p>Software for utilities, so wearenâ€™t slow.</p><p>We sponsor your visa.</p>',
      postedAt: Date.UTC(2026, 10, 20, 8, 0, 10),
      closesAt: null,
      statedSalary: null,
      predictedSalary: { min: 60_000, max: 90_000, currency: 'USD', period: 'year' },
      salaryText: null,
      workplace: 'remote',
      employmentType: null,
      requisitionId: null,
    })
  })

  test('come out of the pipeline with umlauts and apostrophes that were broken put right', () => {
    const [raw] = postings(jobs)
    if (raw === undefined) throw new Error('the fixture has no posting')
    expect(normalise(raw, { sourceId: 'remoteok', now: Date.UTC(2026, 10, 24) })).toMatchObject({
      ok: true,
      posting: {
        company: 'Dünenwind Software',
        locations: ['München, Germany'],
        descriptionText: 'Software for utilities, so wearen’t slow.\n\nWe sponsor your visa.',
      },
    })
  })

  test('read an address without its host, and a date in seconds', () => {
    expect(one({ url: '/remote-jobs/x-1', date: 1_782_214_185 })).toMatchObject({
      url: 'https://remoteok.com/remote-jobs/x-1',
      postedAt: 1_782_214_185_000,
    })
  })

  test('begin after the legal notice, which is neither a posting nor a fault', () => {
    const reasons = parse(jobs).map((item) => (item.ok ? 'ok' : item.reason))
    expect(reasons).toEqual(['ok', 'ok', 'ok', 'no_title', 'no_url'])
    expect(parse('[{"last_updated":1,"legal":"Please link back."}]')).toEqual([])
  })

  test('read numbers as ids, seconds as text, escaped HTML, and take the employer’s address where the board gives none', () => {
    expect(postings(jobs)[1]).toMatchObject({
      sourcePostingId: '1137422',
      url: 'https://tidemark.example/jobs/2',
      locations: [],
      descriptionHtml: '<p>Boats without a crew.</p>',
      postedAt: Date.UTC(2026, 10, 20, 8, 0, 11),
    })
  })

  test('fall back to the date where there are no seconds, and take no kind of employment from tags', () => {
    expect(postings(jobs)[2]).toMatchObject({
      company: null,
      locations: ['Europe', 'Worldwide'],
      postedAt: Date.UTC(2026, 10, 19, 20, 30, 56),
      employmentType: null,
    })
  })

  test.each([
    [
      { salary_min: 60_000, salary_max: 90_000 },
      { min: 60_000, max: 90_000, currency: 'USD', period: 'year' },
    ],
    [
      { salary_min: '60000', salary_max: 0 },
      { min: 60_000, max: null, currency: 'USD', period: 'year' },
    ],
    [{ salary_min: 0, salary_max: 0 }, undefined],
    [{ salary_min: 45, salary_max: 60 }, undefined],
    [{ salary_min: 45, salary_max: 90_000 }, undefined],
    [{ salary_min: 5_000_000, salary_max: 9_000_000 }, undefined],
    [{ salary_min: null, salary_max: 'competitive' }, undefined],
  ])('state no salary: the figures %j are at most a reckoning', (figures, reckoned) => {
    expect(one(figures)?.statedSalary).toBeNull()
    expect(one(figures)?.predictedSalary).toEqual(reckoned)
  })

  const KEPT = '<p>Go.</p>'
  test.each([
    `${KEPT}<br/><br/>Please mention the word **PURE** and tag RMTkyLjAuMi43 when applying to show you read the job post completely (#RMTkyLjAuMi43). This is a beta feature to avoid spam applicants. Companies can search these words to find applicants that read this and see they're human.`,
    `${KEPT}\n\nPlease mention the word **PURE** and tag RMTkyLjAuMi43= when applying to show you read the job post completely.`,
    `${KEPT}Please mention the word **PURE** when applying to show you read the job post completely (#RMTkyLjAuMi43). This is a feature to avoid spam applicants.`,
    `${KEPT}Be sure to mention the words RALLY CLOWN CEREAL when applying to show you read the job post completely. This is a beta feature to avoid spam applicants.`,
    `${KEPT}Please mention the word <b>PURE</b> and tag RMTkyLjAuMi43 when applying to show you read the job post completely (#RMTkyLjAuMi43). This is a beta feature to avoid spam applicants. Companies can search these words to find applicants that read this and see theyâ€™re human.`,
    `${KEPT}<br />Please mention the word **PURE** and tag RMTkyLjAuMi43`,
  ])('lose the passage for machines: %s', (description) => {
    expect(one({ description })?.descriptionHtml.replace(/\s*$/, '')).toBe(KEPT)
  })

  test.each([
    '<p>Please mention the word of our founder when you write.</p>',
    '<p>Please mention salary wishes when applying to show you read the job post.</p>',
  ])('keep what an employer writes: %s', (description) => {
    expect(one({ description })?.descriptionHtml).toBe(description)
  })

  test('keep what stands after the passage', () => {
    const description = `${KEPT}Please mention the word **PURE** and tag RMTkyLjAuMi43 when applying to show you read the job post completely (#RMTkyLjAuMi43). This is a beta feature to avoid spam applicants.<p>Also restocking.</p>`
    expect(one({ description })?.descriptionHtml).toBe(`${KEPT}<p>Also restocking.</p>`)
  })

  test.each([
    ['the list under a name', JSON.stringify({ jobs: [{ id: 1, position: 'T', url: 'https://remoteok.com/1' }] })],
    ['a posting alone', JSON.stringify({ id: 1, position: 'T', url: 'https://remoteok.com/1' })],
  ])('are read out of %s', (_, text) => {
    expect(postings(text)).toHaveLength(1)
  })

  test.each([
    ['a login page', '<!doctype html><title>Sign in</title>'],
    ['nothing', ' '],
    ['an error', '{"error":"Too many requests"}'],
    ['half an answer', jobs.slice(0, 900)],
  ])('are unreadable when the answer is %s', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  const items = (JSON.parse(jobs) as readonly unknown[]).slice(1)
  const underTest = { payload: { jobs: items }, listKey: 'jobs', parse }
  test('never throw anything but unreadable, whatever is sent', () => {
    expect(() => staysReadable(underTest)).not.toThrow()
    expect(() => staysReadable({ ...underTest, payload: items })).not.toThrow()
  })
  test('keep the good items whatever stands between them', () => {
    expect(() => keepsTheGoodItems(underTest)).not.toThrow()
  })
})
