import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import type { RawPosting } from '../../posting.ts'
import { parsePage } from './parse.ts'

const read = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const parse = (text: string) => parsePage({ text, url: 'https://www.arbeitnow.com/api/job-board-api?page=1' })
const postings = (text: string): readonly RawPosting[] =>
  parse(text).items.flatMap((item) => (item.ok ? [item.posting] : []))
const one = (fields: object): RawPosting | undefined =>
  postings(JSON.stringify({ data: [{ slug: 's', title: 'T', url: 'https://x.example/1', ...fields }] }))[0]

describe('a page of Arbeitnow', () => {
  test('gives every posting with what the source says and null for what it does not', () => {
    expect(postings(read('page.json'))[0]).toEqual({
      sourcePostingId: 'senior-data-engineer-berlin-301234',
      title: 'Senior Data Engineer (m/w/d)',
      company: 'Havelwerk Analytics GmbH',
      url: 'https://www.arbeitnow.com/jobs/companies/havelwerk-analytics/senior-data-engineer-berlin-301234',
      locations: ['Berlin, Berlin', 'München, Bavaria'],
      countryCode: null,
      descriptionHtml:
        '<p>We build the data platform of a rail operator with <strong>Python</strong>, Airflow &amp; dbt.</p>\n<p>We sponsor your visa.</p>',
      postedAt: Date.UTC(2026, 10, 22, 8),
      closesAt: null,
      statedSalary: null,
      salaryText: null,
      workplace: null,
      employmentType: 'full_time',
      requisitionId: null,
    })
  })

  test('reads HTML that was escaped, entities in titles, milliseconds and the remote flag', () => {
    expect(postings(read('page.json'))[1]).toMatchObject({
      title: 'Machine Learning Engineer – R&D',
      company: 'Kranich & Söhne AG',
      locations: [],
      descriptionHtml: '<p>Deine Aufgaben:</p><ul><li>Modelle trainieren &amp; betreiben</li></ul>',
      postedAt: Date.UTC(2026, 10, 22, 8),
      workplace: 'remote',
      employmentType: 'internship',
    })
  })

  test('takes no fact from a field of the wrong type, and no date from zero', () => {
    expect(postings(read('page.json'))[2]).toMatchObject({
      descriptionHtml: '<p>Kotlin und PostgreSQL.</p>',
      locations: [],
      postedAt: null,
      workplace: null,
      employmentType: null,
    })
  })

  test('says for each item that is no posting why', () => {
    const reasons = parse(read('page.json')).items.map((item) => (item.ok ? 'ok' : item.reason))
    expect(reasons).toEqual(['ok', 'ok', 'ok', 'no_title', 'no_url', 'bad_shape'])
  })

  test.each([
    ['there is a next page', read('page.json'), true],
    ['links.next is null', read('last-page.json'), false],
    ['the page is empty', '{"data":[],"links":{"next":"https://www.arbeitnow.com/api/job-board-api?page=9"}}', false],
    ['nothing is said about a next page', '{"data":[{}]}', true],
  ])('goes on or stops when %s', (_, text, hasNext) => {
    expect(parse(text).hasNext).toBe(hasNext)
  })

  test.each([
    ['a login page', '<!doctype html><title>Sign in</title>'],
    ['nothing', ''],
    ['text', '"data"'],
    ['another object', '{"message":"Server Error"}'],
    ['a list that is none', '{"data":{"first":{}}}'],
    ['half a page', read('page.json').slice(0, 900)],
  ])('is unreadable when it is %s', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  test.each([
    ['the only one of an answer', (item: object) => item],
    ['in a bare list', (item: object) => [item]],
    ['in a list that came as numbered fields', (item: object) => ({ data: { 4: item } })],
  ])('reads a posting that is %s', (_, around) => {
    const item = {
      slug: 'a-1',
      title: 'Koch',
      company_name: 'Kranich',
      url: '/jobs/kranich/a-1',
      remote: 'true',
      job_types: 'Vollzeit',
    }
    expect(parse(JSON.stringify(around(item))).items).toMatchObject([
      {
        ok: true,
        posting: {
          url: 'https://www.arbeitnow.com/jobs/kranich/a-1',
          workplace: 'remote',
          employmentType: 'full_time',
        },
      },
    ])
  })

  test.each([
    ['<p>Go.</p><p>Find <a href="https://www.arbeitnow.com/">Jobs in Germany</a> on Arbeitnow</a></p>', '<p>Go.</p>'],
    [
      '<p>Go.</p><p>Find more <a href="https://www.arbeitnow.com/">English Speaking Jobs in Germany</a> on Arbeitnow</p>',
      '<p>Go.</p>',
    ],
    ['<p>Go.</p><a href="https://www.arbeitnow.com">Find Jobs in Germany</a>', '<p>Go.</p>'],
    ['Go.<br><br>Find Jobs in Germany', 'Go.'],
    ['<p>Find Jobs in Germany with us.</p><p>Go.</p>', '<p>Find Jobs in Germany with us.</p><p>Go.</p>'],
  ])("loses only the board's own link at the end: %s", (description, kept) => {
    expect(one({ description })?.descriptionHtml).toBe(kept)
  })

  test('never reads a visa, salary or country out of the source', () => {
    const posting = one({ visa_sponsorship: true, salary: 90_000, country: 'DE', remote: false })
    expect(posting).toMatchObject({ statedSalary: null, salaryText: null, countryCode: null, workplace: null })
  })

  test('rejects a posting with 3 MB of HTML and keeps its neighbour', () => {
    const big = { slug: 'big', title: 'T', url: 'https://x.example/2', description: '<p>x</p>'.repeat(400_000) }
    const items = parse(JSON.stringify({ data: [big, { ...big, description: '' }] })).items
    expect(items.map((item) => (item.ok ? 'ok' : item.reason))).toEqual(['too_large', 'ok'])
  })

  const underTest = {
    payload: JSON.parse(read('page.json')) as unknown,
    listKey: 'data',
    parse: (text: string) => parse(text).items,
  }
  test('never throws anything but unreadable, whatever is sent', () => {
    expect(() => staysReadable(underTest)).not.toThrow()
  })
  test('keeps the good items whatever stands between them', () => {
    expect(() => keepsTheGoodItems(underTest)).not.toThrow()
  })
})
