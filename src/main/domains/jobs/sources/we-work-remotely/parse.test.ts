import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { xmlKeepsNeighbours, xmlStaysReadable } from '../../../../../../tests/fakes/xml-laws.ts'
import type { RawPosting } from '../../posting.ts'
import { parseJobs } from './parse.ts'

const feed = readFileSync(new URL('fixtures/remote-jobs.xml', import.meta.url), 'utf8')
const parse = (text: string) => parseJobs({ text, url: 'https://weworkremotely.com/remote-jobs.rss' })
const postings = (text: string): readonly RawPosting[] => parse(text).flatMap((item) => (item.ok ? [item.posting] : []))
const wrap = (items: readonly string[]): string =>
  `<rss version="2.0"><channel><title>t</title>${items.map((inner) => `<item>${inner}</item>`).join('')}</channel></rss>`
const link = '<link>https://weworkremotely.com/remote-jobs/x</link>'
const good = `<title>Acme: Data Engineer</title>${link}`

describe('the feed of We Work Remotely', () => {
  const read = postings(feed)

  test('gives a posting with what the item says and null for what it does not', () => {
    expect(read[0]).toEqual({
      sourcePostingId: 'https://weworkremotely.com/remote-jobs/havelwerk-analytics-senior-data-engineer',
      title: 'Senior Data Engineer: Platform & Pipelines',
      company: 'Havelwerk Analytics',
      url: 'https://weworkremotely.com/remote-jobs/havelwerk-analytics-senior-data-engineer',
      locations: ['Anywhere in the World'],
      countryCode: null,
      descriptionHtml:
        '<p><strong>Headquarters:</strong> Potsdam</p><p>We measure how trains age.</p>\n<p>Skills: Python, PostgreSQL, and Spark</p>',
      postedAt: Date.UTC(2026, 10, 20, 17, 1, 8),
      closesAt: Date.UTC(2026, 11, 20, 17, 1, 8),
      statedSalary: null,
      salaryText: null,
      workplace: 'remote',
      employmentType: 'full_time',
      requisitionId: null,
    })
  })

  test('takes each country and the region for places', () => {
    expect(read[1]).toMatchObject({
      locations: ['Canada', 'United States of America', 'North America Only'],
      employmentType: 'contract',
      closesAt: null,
      descriptionHtml: '<p>Help customers.</p>',
    })
  })

  test('takes the guid for the address, and a title of another form for what it is', () => {
    expect(read[2]).toMatchObject({
      title: 'Analyst',
      company: 'Kranich Health',
      url: 'https://weworkremotely.com/remote-jobs/kranich-health-analyst',
      locations: ['Berlin, Germany', 'Europe Only'],
      employmentType: null,
      postedAt: null,
    })
  })

  test('says why an item is no posting', () => {
    expect(parse(feed).map((item) => (item.ok ? 'ok' : item.reason))).toEqual(['ok', 'ok', 'ok', 'no_title', 'no_url'])
  })
})

describe('a title', () => {
  test.each([
    ['Acme: Head of Growth', 'Head of Growth', 'Acme'],
    ['Dünenwind Software SE: Go Developer (EU)', 'Go Developer (EU)', 'Dünenwind Software SE'],
    ['Support Engineer', 'Support Engineer', null],
    [': Support Engineer', ': Support Engineer', null],
    ['Acme: ', 'Acme:', null],
  ])('%s', (full, title, company) => {
    expect(postings(wrap([`<title>${full}</title>${link}`]))[0]).toMatchObject({ title, company })
  })
})

describe('the places', () => {
  test.each([
    ['<country>🇩🇪 Germany, 🇫🇷 France, and 🇵🇱 Poland</country>', ['Germany', 'France', 'Poland']],
    ['<region>Europe Only</region><state>Stockholm</state>', ['Europe Only']],
    ['<region>Germany</region><country>Germany</country>', ['Germany']],
    ['<country>Germany, France, and Poland</country>', ['Germany', 'France', 'Poland']],
    ['<country>🇧🇦 Bosnia and Herzegovina and 🇦🇩 Andorra</country>', ['Bosnia and Herzegovina', 'Andorra']],
    ['', []],
  ])('of %s are %j', (fields, locations) => {
    expect(postings(wrap([good + fields]))[0]).toMatchObject({ locations })
  })
})

test.each([
  ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>'],
  ['nothing', ''],
])('%s is unreadable', (_, text) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
})

describe('whatever is sent', () => {
  const underTest = { documents: [feed], wrap, good, parse }
  test('nothing but unreadable is thrown', () => {
    expect(() => xmlStaysReadable(underTest)).not.toThrow()
  })
  test('the items before and after a broken one are kept', () => {
    expect(() => xmlKeepsNeighbours(underTest)).not.toThrow()
  })
})
