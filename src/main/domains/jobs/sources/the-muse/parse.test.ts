import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { categoriesFor } from './categories.ts'
import { parsePage } from './parse.ts'

const page = readFileSync(new URL('fixtures/page.json', import.meta.url), 'utf8')
const parse = (text: string) => parsePage({ text, url: 'https://www.themuse.com/api/public/jobs?page=0' })
const postings = parse(page).items.flatMap((item) => (item.ok ? [item.posting] : []))

describe('a page of The Muse', () => {
  test('gives every posting with what the source says and null for what it does not', () => {
    expect(postings[0]).toEqual({
      sourcePostingId: '18500001',
      title: 'Senior Data Scientist, Forecasting',
      company: 'Polarkreis Logistics',
      url: 'https://www.themuse.com/jobs/polarkreis/senior-data-scientist-forecasting-1a2b3c',
      locations: ['Berlin, Germany', 'Amsterdam, Netherlands'],
      countryCode: null,
      descriptionHtml:
        '<p>Forecast demand for cold chains across Europe with <b>Python</b> and Spark.</p><p>Salary: €65,000 - €80,000 per year.</p>',
      postedAt: Date.UTC(2026, 10, 20, 8, 12, 33),
      closesAt: null,
      statedSalary: null,
      salaryText: null,
      workplace: null,
      employmentType: null,
      requisitionId: null,
    })
  })

  test('reads "Flexible / Remote" as a way of working, not as a place, and trusts no level', () => {
    expect(postings[1]).toMatchObject({
      company: 'Tidemark & Co',
      locations: ['Dublin, Ireland'],
      workplace: 'remote',
      employmentType: null,
      descriptionHtml: '<p>Own our feature store.</p>',
      postedAt: Date.UTC(2026, 10, 19, 22, 30, 56),
    })
  })

  test('keeps a posting whose lesser fields are broken', () => {
    expect(postings[2]).toMatchObject({
      company: 'Tidemark',
      locations: ['Paris, France'],
      postedAt: null,
      descriptionHtml: '',
    })
  })

  test.each([
    ['alone', (item: object) => item],
    ['in a bare list', (item: object) => [item]],
  ])('reads a posting that comes %s', (_, around) => {
    const item = {
      id: 7,
      name: 'Koch',
      contents: 'Kochen.',
      company: { name: 'Kranich' },
      locations: { name: 'Flexible / Remote' },
      publication_date: 1_782_214_185,
      refs: { landing_page: '/jobs/kranich/koch' },
    }
    expect(parse(JSON.stringify(around(item))).items).toMatchObject([
      {
        ok: true,
        posting: {
          company: 'Kranich',
          locations: [],
          workplace: 'remote',
          postedAt: 1_782_214_185_000,
          url: 'https://www.themuse.com/jobs/kranich/koch',
        },
      },
    ])
  })

  test('says why an item is no posting, and how many pages there are', () => {
    expect(parse(page).items.map((item) => (item.ok ? 'ok' : item.reason))).toEqual([
      'ok',
      'ok',
      'ok',
      'no_url',
      'no_title',
    ])
    expect(parse(page).pageCount).toBe(3)
    expect(parse('{"results":[],"page_count":"3"}').pageCount).toBeNull()
  })

  test.each([
    ['an error object', '{"code":403,"error":"limited"}'],
    ['a login page', '<html><body>Log in</body></html>'],
    ['a page that breaks off', page.slice(0, 1200)],
  ])('is unreadable when it is %s', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  const underTest = {
    payload: JSON.parse(page) as unknown,
    listKey: 'results',
    parse: (text: string) => parse(text).items,
  }
  test('never throws anything but unreadable, whatever is sent', () => {
    expect(() => staysReadable(underTest)).not.toThrow()
  })
  test('keeps the good items whatever stands between them', () => {
    expect(() => keepsTheGoodItems(underTest)).not.toThrow()
  })
})

describe('the categories to ask for', () => {
  test.each([
    [['Data Scientist'], ['Data Science', 'Data and Analytics']],
    [['Product Owner'], ['Product Management']],
    [
      ['DevOps Engineer', 'Backend Engineer'],
      ['Software Engineering', 'Computer and IT'],
    ],
    [[], ['']],
    [['Beekeeper'], ['']],
    [
      ['Beekeeper', 'Product Manager'],
      ['Product Management', ''],
    ],
  ])('for %j are %j', (roles, categories) => {
    expect(categoriesFor(roles)).toEqual(categories)
  })
})
