import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import type { RawPosting } from '../../posting.ts'
import { isOnOwnSite } from './own-site.ts'
import { parseScrape, type CareersPage } from './parse.ts'

const answer = readFileSync(new URL('fixtures/scrape.json', import.meta.url), 'utf8')
const { data } = JSON.parse(answer) as {
  data: { markdown: string; links: string[]; json: { jobs: object[] }; metadata: object }
}
const PAGE: CareersPage = { company: 'Polarkreis Logistics', url: 'https://www.polarkreis.example/careers' }
const UNKNOWN: CareersPage = { company: null, url: null }
const parse = (text: string, page = PAGE) => parseScrape({ text, url: 'https://api.firecrawl.dev/v2/scrape' }, page)
const postings = (value: unknown, page = PAGE): readonly RawPosting[] =>
  parse(typeof value === 'string' ? value : JSON.stringify(value), page).flatMap((item) =>
    item.ok ? [item.posting] : [],
  )
const scraped = (markdown: string, jobs: readonly object[]) => ({ success: true, data: { markdown, json: { jobs } } })

describe('a careers page read by Firecrawl', () => {
  test('gives what the page shows of an opening, and nothing that only the model says', () => {
    expect(postings(answer)[0]).toEqual({
      sourcePostingId: 'https://careers.polarkreis.example/jobs/senior-data-engineer-11',
      title: 'Senior Data Engineer (m/f/d)',
      company: 'Polarkreis Logistics',
      url: 'https://careers.polarkreis.example/jobs/senior-data-engineer-11',
      locations: ['Berlin'],
      countryCode: null,
      descriptionHtml: '',
      postedAt: Date.UTC(2026, 10, 18),
      closesAt: null,
      statedSalary: null,
      salaryText: null,
      workplace: 'hybrid',
      employmentType: 'full_time',
      requisitionId: null,
    })
  })

  test('takes pay, place and workplace that stand near the title, but no kind and no date that do not', () => {
    expect(postings(answer)[1]).toMatchObject({
      url: 'https://boards.greenhouse.io/polarkreis/jobs/7000012',
      locations: ['Amsterdam, Netherlands'],
      salaryText: '€70,000 – €85,000 per year',
      workplace: 'remote',
      postedAt: null,
    })
  })

  test('puts the address of the link with the title in place of one that the page does not have', () => {
    expect(postings(answer)[2]).toMatchObject({
      title: 'Machine Learning Engineer',
      url: 'https://www.polarkreis.example/careers/ml-engineer-13',
      locations: ['Gdańsk, Poland'],
    })
  })

  test('has no opening that the page does not show or link to', () => {
    expect(parse(answer).map((item) => (item.ok ? item.posting.title : item.reason))).toEqual([
      'Senior Data Engineer (m/f/d)',
      'Backend Engineer',
      'Machine Learning Engineer',
      'bad_shape',
      'no_url',
      'Backend Engineer',
      'no_title',
      'bad_shape',
    ])
  })

  test('knows its own address when nobody else does', () => {
    expect(postings(answer, UNKNOWN).map(({ url, company }) => [url, company])).toEqual(
      postings(answer).map(({ url }) => [url, null]),
    )
  })

  test('is read in the older shapes', () => {
    const { json, ...rest } = data
    for (const value of [
      { success: true, data: { ...rest, extract: json } },
      { success: true, data: { ...rest, json: json.jobs } },
      { success: true, data: { ...rest, json: { openings: json.jobs } } },
      { ...rest, json },
      { success: true, data: { ...rest, json: JSON.stringify(json) } },
    ]) {
      expect(postings(value)).toEqual(postings(answer))
    }
  })

  test('is held against its HTML where there is no markdown', () => {
    const html = '<h1>Jobs</h1><a href="/careers/1"><h3>Data <b>Engineer</b></h3></a><p>Lyon</p>'
    const jobs = [
      { title: 'Data Engineer', url: 'https://www.polarkreis.example/careers/2', location: 'Lyon' },
      { title: 'Cook' },
    ]
    expect(postings({ data: { html, json: { jobs } } })).toMatchObject([
      { title: 'Data Engineer', url: 'https://www.polarkreis.example/careers/1', locations: ['Lyon'] },
    ])
  })

  test('without any text of the page gives titles, addresses and places only', () => {
    const value = { success: true, data: { json: data.json, metadata: data.metadata } }
    const [first, second] = postings(value, UNKNOWN)
    expect(first).toMatchObject({
      locations: ['Berlin, Germany'],
      salaryText: null,
      postedAt: null,
      workplace: null,
      employmentType: null,
    })
    expect(second).toMatchObject({ salaryText: null, workplace: null })
  })

  test.each([
    ['Data Engineer', 'Data Engineering Manager', false],
    ['data   ENGINEER', '**Data Engineer**', true],
    ['C++ Engineer', 'C\\+\\+ Engineer', true],
    ['R&D Engineer', 'R&amp;D Engineer', true],
    ['Engineer | Maps', 'Engineer \\| Maps', true],
    ['Ingénieur', 'Ingénieur', true],
  ])('shows %j in %j: %s', (title, shown, isThere) => {
    const jobs = [{ title, url: 'https://www.polarkreis.example/careers/1' }]
    expect(postings(scraped(`[${shown}](https://www.polarkreis.example/careers/1)`, jobs))).toHaveLength(
      isThere ? 1 : 0,
    )
  })

  test.each(['N/A', 'not specified', 'unknown', '-', ''])('takes %j for nothing', (said) => {
    const markdown = `[Analyst](https://www.polarkreis.example/careers/1) ${said}`
    const jobs = [
      {
        title: 'Analyst',
        url: 'https://www.polarkreis.example/careers/1',
        location: said,
        salary: said,
        workplace: said,
      },
    ]
    expect(postings(scraped(markdown, jobs))[0]).toMatchObject({ locations: [], salaryText: null, workplace: null })
  })

  test('leaves an address on a foreign site out even when the page links to it', () => {
    const jobs = [{ title: 'Analyst', url: 'https://elsewhere.example/ad' }]
    const value = scraped('[Analyst](https://elsewhere.example/ad)', jobs)
    expect(parse(JSON.stringify(value))).toMatchObject([{ ok: false, reason: 'no_url' }])
  })

  test.each([
    ['a failure', '{"success":false,"error":"Something broke"}', 'unreadable'],
    ['no list', '{"success":true,"data":{"markdown":"# Jobs","json":null}}', 'unreadable'],
    ['another list', '{"success":true,"data":{"json":{"products":[]}}}', 'unreadable'],
    ['a page that is gone', '{"success":true,"data":{"json":{"jobs":[]},"metadata":{"statusCode":404}}}', 'not_found'],
    ['a page that refused', '{"success":true,"data":{"json":{"jobs":[]},"metadata":{"statusCode":403}}}', 'challenge'],
    [
      'a page that had enough',
      '{"success":true,"data":{"json":{"jobs":[]},"metadata":{"statusCode":429}}}',
      'challenge',
    ],
    [
      'a page with a fault',
      '{"success":true,"data":{"json":{"jobs":[]},"metadata":{"statusCode":502}}}',
      'server_error',
    ],
    [
      'a bot check in place of the page',
      '{"success":true,"data":{"json":{"jobs":[]},"metadata":{"title":"Just a moment...","statusCode":200}}}',
      'challenge',
    ],
    ['half a list as text', '{"success":true,"data":{"json":"{\\"jobs\\":[{"}}', 'unreadable'],
    ['half an answer', answer.slice(0, 700), 'unreadable'],
    ['nothing', '', 'unreadable'],
  ])('with %s is a coded failure', (_, text, code) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code }))
  })

  test.each(['[]', 'null'])('with %s for its openings is empty', (list) => {
    expect(parse(`{"success":true,"data":{"markdown":"No openings","json":{"jobs":${list}}}}`)).toEqual([])
  })

  test('of a megabyte of half links is read to its end', () => {
    for (const piece of ['[', '[a![b](c)', '[Analyst](', '[a](b)', '\\[']) {
      const markdown = piece.repeat(1_000_000 / piece.length)
      expect(() => parse(JSON.stringify(scraped(markdown, [{ title: 'Analyst' }, { title: 'a' }])))).not.toThrow()
    }
  })

  const wrapped = (text: string): string =>
    `{"success":true,"data":{"markdown":${JSON.stringify(data.markdown)},"json":${text}}}`
  const underTest = {
    payload: { jobs: data.json.jobs.slice(0, 3) },
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

test.each([
  ['https://jobs.booking.com/x', 'https://careers.booking.com/y', true],
  ['https://www.acme.co.uk/jobs/1', 'https://careers.acme.co.uk/', true],
  ['https://other.co.uk/jobs/1', 'https://acme.co.uk/', false],
  ['https://deepmind.google/jobs/1', 'https://deepmind.google/about', true],
  ['https://acme.wd3.myworkdayjobs.com/x', 'https://acme.com', true],
  ['https://notlever.co/x', 'https://acme.com', false],
  ['https://acme.com.evil.example/x', 'https://acme.com', false],
  ['http://127.0.0.1:8080/x', 'http://127.0.0.1:9090/', true],
  ['http://127.0.0.1/x', 'http://10.0.0.1/', false],
  ['nonsense', 'https://acme.com', false],
])('%s is on the own site of %s or a board: %s', (address, page, isOwn) => {
  expect(isOnOwnSite(address, page)).toBe(isOwn)
})
