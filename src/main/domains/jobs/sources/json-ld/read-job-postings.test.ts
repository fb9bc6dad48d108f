import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { expectWellFormed } from '../../../../../../tests/fakes/parser-laws.ts'
import { scriptPayloads } from '../../../../../../tests/fakes/payloads.ts'
import type { RawPosting } from '../../posting.ts'
import { listingOf } from './posting-links.ts'
import { readJobPostings } from './read-job-postings.ts'

const PAGE = 'https://havelwerk.example/careers/senior-data-engineer-4711?utm_source=x'
const read = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const block = (text: string): string => `<html><script type="application/ld+json">${text}</script></html>`
const postings = (html: string, url = PAGE): readonly RawPosting[] =>
  readJobPostings(html, url).flatMap((item) => (item.ok ? [item.posting] : []))

describe('a page with a posting in JSON-LD', () => {
  test('gives what the posting says and null for what it does not', () => {
    expect(postings(read('posting.html'))).toEqual([
      {
        sourcePostingId: 'https://havelwerk.example/careers/senior-data-engineer-4711',
        title: 'Senior Data Engineer (m/w/d) & Platform',
        company: 'Havelwerk Analytics GmbH',
        url: 'https://havelwerk.example/careers/senior-data-engineer-4711',
        locations: ['Berlin, DE', 'München, Bayern, Deutschland'],
        countryCode: 'DE',
        descriptionHtml:
          '<p>You own the pipelines &amp; the tables.</p><ul><li>Python</li><li>dbt</li></ul><p>We sponsor your visa.</p>',
        postedAt: Date.UTC(2026, 10, 20),
        closesAt: Date.UTC(2026, 11, 31, 22, 59),
        statedSalary: { min: 72_000, max: 88_000, currency: 'EUR', period: 'year' },
        salaryText: null,
        workplace: null,
        employmentType: 'full_time',
        requisitionId: 'HW-4711',
      },
    ])
  })

  test('is read through wrapping, line breaks in strings and commas too many; an estimate is never stated pay', () => {
    expect(postings(read('remote.html'), 'https://polarkreis.example/jobs')[0]).toMatchObject({
      sourcePostingId: 'https://polarkreis.example/jobs',
      title: 'Machine Learning Engineer',
      company: 'Polarkreis Logistics',
      url: 'https://polarkreis.example/jobs/ml-engineer?id=12&lang=en',
      locations: ['Sweden', 'Finland'],
      countryCode: null,
      descriptionHtml: '<p>Models for\ncold chains.</p>\t<p>Python</p>',
      postedAt: Date.UTC(2026, 10, 19, 8, 30),
      closesAt: null,
      statedSalary: null,
      predictedSalary: { min: 50_000, max: 71_000, currency: 'EUR', period: 'year' },
      salaryText: '€60,000 – €75,000 per year',
      workplace: 'remote',
      employmentType: null,
      requisitionId: '9001',
    })
  })

  test('gives an item for each of several postings, with the address of the link that says its title', () => {
    const node = (title: string, more: object = {}) => ({ '@type': 'JobPosting', title, ...more })
    const html = `${block(
      JSON.stringify({
        '@type': 'WebPage',
        mainEntity: { itemListElement: [{ item: node('Data Engineer') }, node('Cook')] },
      }),
    )}${block(JSON.stringify([node('Analyst', { url: '/jobs/3' }), node('Analyst', { url: '/jobs/3' })]))}
      <a href="/jobs/1">Data <b>Engineer</b></a> <a href="/jobs/9">Waiter</a>`
    expect(
      postings(html, 'https://x.example/jobs').map(({ title, url, sourcePostingId }) => [title, url, sourcePostingId]),
    ).toEqual([
      ['Data Engineer', 'https://x.example/jobs/1', 'https://x.example/jobs/1'],
      ['Cook', 'https://x.example/jobs', 'https://x.example/jobs 2'],
      ['Analyst', 'https://x.example/jobs/3', 'https://x.example/jobs/3'],
    ])
  })
})

describe('a page with a posting in microdata', () => {
  test('gives the same', () => {
    expect(postings(read('microdata.html'), 'https://tidemark.example/fr/offres/devops-77')).toEqual([
      {
        sourcePostingId: 'https://tidemark.example/fr/offres/devops-77',
        title: 'Ingénieur DevOps & SRE',
        company: 'Tidemark Robotics',
        url: 'https://tidemark.example/fr/offres/devops-77',
        locations: ['Lyon, France'],
        countryCode: 'FR',
        descriptionHtml: '<p>Kubernetes et <em>Terraform</em>.<p>Lyon.<br>',
        postedAt: Date.UTC(2026, 10, 18),
        closesAt: Date.UTC(2026, 11, 18),
        statedSalary: { min: 450, max: 450, currency: 'EUR', period: 'day' },
        salaryText: null,
        workplace: null,
        employmentType: 'contract',
        requisitionId: null,
      },
    ])
  })

  test('is read with the dates of SAP SuccessFactors and a place that is only a street address', () => {
    const html = `<div itemscope itemtype="http://schema.org/JobPosting"><meta itemprop="datePosted" content="Mon Aug 31 02:00:00 UTC 2026">
      <meta itemprop="hiringOrganization" content="Tidemark SE"><span itemprop="title">Consultant</span>
      <span itemprop="jobLocation" itemscope itemtype="http://schema.org/Place"><meta itemprop="streetAddress" content="Darmstadt, DE, 64295">
      <span>Darmstadt, DE, 64295</span></span><span itemprop="description"><p>Build things.</p></span></div>`
    expect(postings(html, 'https://jobs.tidemark.example/job/Darmstadt-Consultant-64295/99/')).toMatchObject([
      {
        company: 'Tidemark SE',
        locations: ['Darmstadt, DE, 64295'],
        descriptionHtml: '<p>Build things.</p>',
        postedAt: Date.UTC(2026, 7, 31, 2),
      },
    ])
  })

  test('is second choice: where there is JSON-LD, that is read, and where that is broken, the microdata', () => {
    const marked = read('microdata.html')
    const both = (text: string) =>
      postings(marked.replace('</head>', `${block(text)}</head>`)).map(({ title }) => title)
    expect(both('{"@type":"JobPosting","title":"From JSON"}')).toEqual(['From JSON'])
    expect(both('{"@type":"JobPosting","title":"From "JSON""}')).toEqual(['Ingénieur DevOps & SRE'])
  })
})

test.each([
  ['in a comment', '<!-- {"@type":"JobPosting","title":"T"} -->'],
  ['in CDATA', '/*<![CDATA[*/ {"@type":"JobPosting","title":"T"} /*]]>*/'],
  ['with its quotes escaped', '{&quot;@type&quot;:&quot;JobPosting&quot;,&quot;title&quot;:&quot;T&quot;}'],
  ['with a semicolon after it', '{"@type":"JobPosting","title":"T"};\n'],
  ['with commas too many', '{"@type":["JobPosting",],"title":"T",}'],
  ['with comments', '{/* type */"@type":"JobPosting", // the title\n"title":"T"}'],
  ['with an escape that JSON does not have', '{"@type":"JobPosting","title":"T","description":"it\\\'s 5 \\% \\u00"}'],
  ['with several values in a row', '{"@type":"Organization","name":"O"}{"@type":"JobPosting","title":"T"}'],
  ['with a prefix', '{"@context":{"schema":"http://schema.org/"},"@type":"schema:JobPosting","schema:title":"T"}'],
  ['with values as objects', '{"@type":"JobPosting","title":{"@value":"T","@language":"en"}}'],
  ['with a byte order mark', '\uFEFF{"@type":"JobPosting","title":"T"}'],
])('a block %s is read', (_, text) => {
  expect(postings(block(text)).map(({ title }) => title)).toEqual(['T'])
})

test('a document that is JSON-LD itself is read', () => {
  expect(postings('\n[{"@type":"JobPosting","title":"T",}]').map(({ title, url }) => [title, url])).toEqual([
    ['T', PAGE],
  ])
})

test('a block that is no JSON is told when it speaks of a posting, and other blocks are read', () => {
  const html =
    block('{"@type":"JobPosting","title":"5" pipe"}') + block('{"@type":"JobPosting","title":"T"}') + block('{"a"')
  expect(readJobPostings(html, PAGE).map((item) => (item.ok ? item.posting.title : item.reason))).toEqual([
    'T',
    'bad_shape',
  ])
})

test.each([
  ['no JobPosting', block('{"@type":"Organization","name":"O"}')],
  ['a posting in a comment', '<!--<script type="application/ld+json">{"@type":"JobPosting","title":"T"}</script>-->'],
  ['a posting in a script that is code', '<script>x = {"@type":"JobPosting","title":"T"}</script>'],
  [
    'text that looks like one',
    '<textarea><script type="application/ld+json">{"@type":"JobPosting"}</script></textarea>',
  ],
  ['nothing', ''],
])('a page with %s has none', (_, html) => {
  expect(readJobPostings(html, PAGE)).toEqual([])
})

describe('any page', () => {
  const pages = ['posting.html', 'remote.html', 'microdata.html', 'list.html'].map(read)
  const wellFormed = (html: string, url = PAGE): void => {
    expect(() => readJobPostings(html, url)).not.toThrow()
    readJobPostings(html, url).forEach(expectWellFormed)
  }
  const check = (property: fc.IRawProperty<unknown>, numRuns: number) => () => fc.assert(property, { numRuns })

  test('cut off or spoiled anywhere gives well-formed items or none', () => {
    const noise = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('<', '>', '"', '<!--', '</script>', '{', '\\', '&quot;'),
    )
    const spoiled = fc.property(
      fc.constantFrom(...pages),
      fc.nat(4000),
      fc.nat(4000),
      noise,
      (html, at, length, text) => {
        wellFormed(html.slice(0, at) + text + html.slice(at + (length % 7)))
        wellFormed(html.slice(0, length))
      },
    )
    expect(check(spoiled, 400)).not.toThrow()
  })

  test('of any JSON gives well-formed items or none', () => {
    const anything = fc.property(fc.jsonValue(), fc.string({ maxLength: 60 }), (value, url) => {
      wellFormed(block(JSON.stringify(value)), url)
      wellFormed(
        block(JSON.stringify({ '@type': 'JobPosting', title: 'T', jobLocation: value, baseSalary: value, url: value })),
      )
    })
    expect(check(anything, 300)).not.toThrow()
  })

  test('with markup meant to harm stays data', () => {
    for (const payload of scriptPayloads) {
      const html = block(
        JSON.stringify({ '@type': 'JobPosting', title: `T ${payload}`, url: payload, description: payload }).replaceAll(
          '</',
          '<\\/',
        ),
      )
      wellFormed(html)
      expect(postings(html)[0]?.url).toMatch(/^https:\/\/havelwerk\.example\//)
      wellFormed(read('microdata.html').replaceAll('Lyon', payload))
    }
  })

  test.each([
    ['deep elements', '<div itemscope itemprop="x">'],
    ['deep properties', '<p itemprop="description">'],
    ['deep JSON', '<script type="application/ld+json">{"@type":"JobPosting","a":['],
    ['open scripts', '<script type="application/ld+json">{'],
    ['open quotes', '<a href="'],
    ['end tags without a start', '<b></i>'],
    ['comments', '<!--'],
  ])('of half a million characters of %s is read to its end', (_, piece) => {
    const html = `<div itemscope itemtype="https://schema.org/JobPosting">${piece.repeat(500_000 / piece.length)}`
    expect(() => readJobPostings(html, PAGE)).not.toThrow()
    expect(() => listingOf(html, PAGE)).not.toThrow()
  })
})
