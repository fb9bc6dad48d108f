import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { xmlKeepsNeighbours, xmlStaysReadable } from '../../../../../../tests/fakes/xml-laws.ts'
import { parseJobs } from './parse.ts'

const feed = readFileSync(new URL('fixtures/feed.xml', import.meta.url), 'utf8')
const parse = (text: string) => parseJobs({ text, url: 'https://berlinstartupjobs.com/feed/' })
const postings = parse(feed).flatMap((item) => (item.ok ? [item.posting] : []))
const wrap = (items: readonly string[]): string =>
  `<rss version="2.0"><channel><title>t</title>${items.map((inner) => `<item>${inner}</item>`).join('')}</channel></rss>`

describe('the feed of Berlin Startup Jobs', () => {
  test('gives a posting with what the item says, in Berlin, and null for what it does not', () => {
    expect(postings[0]).toEqual({
      sourcePostingId: 'https://berlinstartupjobs.com/?post_type=bsj_job&p=47110',
      title: 'Senior Data Engineer (m/f/d)',
      company: 'Havelwerk Analytics & Co',
      url: 'https://berlinstartupjobs.com/engineering/senior-data-engineer-havelwerk/',
      locations: ['Berlin, Germany'],
      countryCode: 'DE',
      descriptionHtml: '<p>Build pipelines in <em>Python</em> &amp; SQL. We sponsor visas.</p>',
      postedAt: Date.UTC(2026, 10, 20, 9, 15),
      closesAt: null,
      statedSalary: null,
      salaryText: null,
      workplace: null,
      employmentType: null,
      requisitionId: null,
    })
  })

  test('resolves a relative link, keeps a short guid apart by host, takes no date that is none', () => {
    expect(postings[1]).toMatchObject({
      sourcePostingId: 'berlinstartupjobs.com 47111',
      title: 'Founders Associate: Growth',
      company: 'Lichtbogen Energy',
      url: 'https://berlinstartupjobs.com/operations/founders-associate-lichtbogen/',
      descriptionHtml: '<p>Trade power.</p>',
      postedAt: null,
    })
  })

  test('takes nobody who posts there for the employer', () => {
    expect(postings[2]).toMatchObject({ title: 'Office Dog', company: null })
  })

  test('says why an item is no posting', () => {
    expect(parse(feed).map((item) => (item.ok ? 'ok' : item.reason))).toEqual(['ok', 'ok', 'ok', 'no_title', 'no_url'])
  })
})

test.each([
  ['a web page', '<!DOCTYPE html><html><head><title>Berlin Startup Jobs</title></head><body></body></html>'],
  ['nothing', ''],
])('%s is unreadable', (_, text) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
})

describe('whatever is sent', () => {
  const good = '<title>Data Engineer // Acme</title><link>https://berlinstartupjobs.com/x/</link>'
  const underTest = { documents: [feed], wrap, good, parse }
  test('nothing but unreadable is thrown', () => {
    expect(() => xmlStaysReadable(underTest)).not.toThrow()
  })
  test('the items before and after a broken one are kept', () => {
    expect(() => xmlKeepsNeighbours(underTest)).not.toThrow()
  })
})
