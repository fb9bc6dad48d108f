import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { listingOf } from './posting-links.ts'

const PAGE = 'https://havelwerk.example/careers'
const list = readFileSync(new URL('fixtures/list.html', import.meta.url), 'utf8')
const itemList = (elements: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'ItemList', itemListElement: elements })}</script>`

describe('what a careers page leads to', () => {
  test('are the links on its host that look like postings, each once, with what they say', () => {
    expect(listingOf(list, PAGE)).toEqual({
      isList: false,
      links: [
        { url: 'https://havelwerk.example/careers/data-engineer-101', text: 'Data Engineer' },
        { url: 'https://havelwerk.example/careers/102', text: 'Backend Engineer' },
        { url: 'https://havelwerk.example/careers/office-manager', text: 'Office Manager' },
        { url: 'https://havelwerk.example/careers?gh_jid=7000103', text: 'Product Manager' },
      ],
    })
  })

  test('is what its ItemList says, in every form of one', () => {
    const elements = [
      { '@type': 'ListItem', position: 1, url: '/jobs/1' },
      { '@type': 'ListItem', position: 2, item: 'https://other.example/2' },
      { '@type': 'ListItem', position: 3, item: { '@id': '/jobs/3', name: 'Third' } },
      { '@type': 'ListItem', position: 4, item: { '@type': 'JobPosting', url: '/jobs/4', title: 'Fourth' } },
      '/jobs/5',
      { '@type': 'ListItem', item: 'javascript:alert(1)' },
      7,
    ]
    expect(listingOf(itemList(elements) + list, PAGE).links).toEqual([
      { url: 'https://havelwerk.example/jobs/1', text: '' },
      { url: 'https://other.example/2', text: '' },
      { url: 'https://havelwerk.example/jobs/3', text: 'Third' },
      { url: 'https://havelwerk.example/jobs/4', text: 'Fourth' },
      { url: 'https://havelwerk.example/jobs/5', text: '' },
    ])
  })

  test('is nothing on an empty list, which still is one', () => {
    expect(listingOf(itemList([]), PAGE)).toEqual({ links: [], isList: true })
    expect(listingOf('<p>Nothing here</p>', PAGE)).toEqual({ links: [], isList: false })
  })

  test('counts breadcrumbs as no list', () => {
    const crumbs = itemList([{ item: 'https://havelwerk.example/careers/all-jobs' }]).replace(
      'ItemList',
      'BreadcrumbList',
    )
    expect(listingOf(crumbs, PAGE)).toEqual({ links: [], isList: false })
  })
})

test.each([
  ['/jobs/4711', true],
  ['/en/jobs/senior-data-engineer', true],
  ['/karriere/stellenangebote/datenanalyst-m-w-d.html', true],
  ['/lediga-jobb/systemutvecklare-123456', true],
  ['/job/Berlin-Data-Engineer/812345/', true],
  ['/o?jobId=J-12', true],
  ['/jobs', false],
  ['/jobs/engineering', false],
  ['/jobs/departments/data-and-analytics', false],
  ['/careers/data-engineer-101/apply', false],
  ['/blog/jobs-of-the-year-2026', false],
  ['/about-us-and-our-jobs', false],
  ['/products/4711', false],
  ['//evil.example/jobs/4711', false],
])('a link to %s is one to a posting: %s', (href, isPosting) => {
  expect(listingOf(`<a href="${href}">x</a>`, PAGE).links).toHaveLength(isPosting ? 1 : 0)
})
