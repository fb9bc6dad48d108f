import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { xmlKeepsNeighbours, xmlStaysReadable } from '../../../../../../tests/fakes/xml-laws.ts'
import type { RawPosting } from '../../posting.ts'
import { parseFeed } from './parse.ts'

const read = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const parse = (text: string) => parseFeed({ text, url: 'https://jobs.example/feed/' })
const postings = (text: string): readonly RawPosting[] => parse(text).flatMap((item) => (item.ok ? [item.posting] : []))
const reasons = (text: string) => parse(text).map((item) => (item.ok ? 'ok' : item.reason))
const item = (inner: string): string =>
  `<rss version="2.0"><channel><title>t</title><item>${inner}</item></channel></rss>`
const good = '<title>Data Engineer</title><link>https://jobs.example/1</link>'

describe('an RSS feed', () => {
  const feed = postings(read('rss.xml'))

  test('gives a posting with what the item says and null for what it does not', () => {
    expect(feed[0]).toEqual({
      sourcePostingId: 'https://jobs.example/?p=4711',
      title: 'Senior Data Engineer (m/f/d)',
      company: 'Havelwerk Analytics',
      url: 'https://jobs.example/data-engineer-havelwerk/',
      locations: [],
      countryCode: null,
      descriptionHtml: '<p>Build pipelines in <em>Python</em> &amp; SQL.</p><p>About <item> tags: none.</p>',
      postedAt: Date.UTC(2026, 10, 20, 8, 15),
      closesAt: null,
      statedSalary: null,
      salaryText: null,
      workplace: null,
      employmentType: null,
      requisitionId: null,
    })
  })

  test('reads company, place, kind and zone name out of the fields that job feeds add', () => {
    expect(feed[1]).toMatchObject({
      title: 'Machine Learning Engineer',
      company: 'Tidemark & Co',
      url: 'https://jobs.example/remote-jobs/tidemark-ml',
      locations: ['Europe Only, Ireland'],
      descriptionHtml: '<p>Train models.</p>',
      employmentType: 'full_time',
      postedAt: Date.UTC(2026, 10, 19, 23),
      closesAt: Date.UTC(2026, 11, 20),
    })
  })

  test('resolves a relative link, keeps a short guid apart by feed, takes no date from an unknown zone', () => {
    expect(feed[2]).toMatchObject({
      sourcePostingId: 'jobs.example 9001',
      title: 'Go Developer',
      company: 'Dünenwind Software SE',
      url: 'https://jobs.example/jobs/go-developer?utm_source=rss',
      locations: ['Bremen', 'Kiel'],
      salaryText: '48.000 - 78.000 EUR',
      employmentType: 'part_time',
      postedAt: null,
    })
  })

  test('says why an item is no posting', () => {
    expect(reasons(read('rss.xml'))).toEqual(['ok', 'ok', 'ok', 'ok', 'no_title', 'no_url'])
  })
})

test('an RSS 1.0 feed is read', () => {
  expect(postings(read('rdf.xml'))).toMatchObject([
    {
      title: 'Research Software Engineer',
      company: 'Institut für Meeresdaten',
      url: 'https://uni.example/jobs/1',
      postedAt: Date.UTC(2026, 10, 20, 9),
    },
  ])
})

test('an Atom feed is read, with the link that people open and the employer as its author', () => {
  expect(postings(read('atom.xml'))).toMatchObject([
    {
      sourcePostingId: 'tag:lichtbogen.example,2026:jobs/12',
      title: 'Platform Engineer & SRE',
      company: 'Lichtbogen Energy',
      url: 'https://jobs.example/jobs/12',
      descriptionHtml: '<p>Kubernetes <b>and</b> Go.</p>',
      postedAt: Date.UTC(2026, 10, 20, 8),
    },
    { title: 'Data Engineer', company: null, descriptionHtml: 'Spark', postedAt: Date.UTC(2026, 10, 21, 8) },
  ])
})

test('a feed whose address nobody knows is read against the site that it names', () => {
  const text = `<rss version="2.0"><channel><link>https://jobs.example/</link><item><title>Koch</title><link>/7</link></item><item>${good}</item></channel></rss>`
  const items = parseFeed({ text, url: '' })
  expect(items.map((read) => read.ok && read.posting.url)).toEqual(['https://jobs.example/7', 'https://jobs.example/1'])
})

describe('a feed that is not as it should be', () => {
  test.each([
    ['no items', '<rss version="2.0"><channel><title>t</title></channel></rss>', []],
    ['an empty root', '<rss version="2.0"/>', []],
    ['an empty Atom feed', '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>', []],
    ['items outside the channel', `<rss version="0.91"><channel/><item>${good}</item></rss>`, ['ok']],
    ['an item whose end is missing', item(`${good}<item>${good}</item>`), ['bad_shape', 'ok']],
    ['an unclosed CDATA section', item(`${good}<description><![CDATA[abc</description>`), ['bad_shape']],
    ['an entity that was never defined', item(`${good}<description>&boom;</description>`), ['ok']],
    ['a byte order mark', `\ufeff${item(good)}`, ['ok']],
    ['upper-case tags', item(good).replaceAll('item', 'ITEM').replaceAll('title', 'TITLE'), ['ok']],
  ])('%s', (_, text, expected) => {
    expect(reasons(text)).toEqual(expected)
  })

  test.each([
    ['a web page', '<!DOCTYPE html><html><body><p>A <rss version="2.0"> feed</p></body></html>', 'a web page'],
    ['JSON', '{"items":[]}', 'something'],
    ['a sitemap', '<?xml version="1.0"?><urlset><url/></urlset>', 'something'],
    ['nothing', '', 'something'],
    ['half of one', item(`${good}</item><item>${good}`).slice(0, -30), 'breaks off'],
  ])('is unreadable when it is %s', (_, text, what) => {
    const message = expect.stringContaining(what) as string
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable', message }))
  })

  test('expands no entities, neither of its own making nor from elsewhere', () => {
    const doctype =
      '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    const [posting] = postings(doctype + item(`<title>Dev &b; &x;</title><link>https://jobs.example/1</link>`))
    expect(posting?.title).toBe('Dev &b; &x;')
  })

  test('holds at most 5,000 items', () => {
    const many = (count: number) =>
      `<rss version="2.0"><channel>${`<item>${good}</item>`.repeat(count)}</channel></rss>`
    expect(postings(many(5000))).toHaveLength(5000)
    expect(() => parse(many(5001))).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })
})

describe('whatever is sent', () => {
  const underTest = {
    documents: ['rss.xml', 'rdf.xml', 'atom.xml'].map(read),
    wrap: (items: readonly string[]) => item(items.join('</item><item>')),
    good,
    parse,
  }
  test('nothing but unreadable is thrown', () => {
    expect(() => xmlStaysReadable(underTest)).not.toThrow()
  })
  test('the items before and after a broken one are kept', () => {
    expect(() => xmlKeepsNeighbours(underTest)).not.toThrow()
  })
})
