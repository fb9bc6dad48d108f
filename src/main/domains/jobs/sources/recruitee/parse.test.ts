import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { parseBoard } from './parse.ts'

const offers = readFileSync(new URL('fixtures/offers.json', import.meta.url), 'utf8')
const url = 'https://tidemark.recruitee.com/api/offers/'
const parse = (text: string, slug = 'tidemark') => parseBoard({ text, url }, { slug, company: 'Tidemark' })
const postings = parse(offers).flatMap((item) => (item.ok ? [item.posting] : []))
const one = (offer: object) => {
  const link = { id: 1, title: 'Engineer', careers_url: 'https://tidemark.recruitee.com/o/engineer' }
  const [item] = parse(JSON.stringify({ offers: [{ ...link, ...offer }] }))
  return item?.ok === true ? item.posting : item
}

describe('a Recruitee board', () => {
  test('gives every offer with what the source says and null for what it does not', () => {
    expect(postings[0]).toEqual({
      sourcePostingId: 'tidemark/1900001',
      title: 'Senior Data Engineer & Mentor',
      company: 'Tidemark Robotics',
      url: 'https://tidemark.recruitee.com/o/senior-data-engineer',
      locations: ['Amsterdam, Noord-Holland, Netherlands', 'Berlin, Germany'],
      countryCode: null,
      descriptionHtml: '<p>Tidemark maps harbours without a crew.</p>\n<ul><li>Python</li><li>Kafka</li></ul>',
      postedAt: Date.UTC(2026, 7, 12, 8, 53, 12),
      closesAt: Date.UTC(2026, 11, 31, 22, 59, 59),
      statedSalary: { min: 5200, max: 6400, currency: 'EUR', period: 'month' },
      salaryText: null,
      workplace: 'hybrid',
      employmentType: 'full_time',
      requisitionId: null,
    })
  })

  test('takes no question of the form for something that the employer says', () => {
    expect(JSON.stringify(postings)).not.toMatch(/visa/i)
  })

  test("falls back to the English translation, the page before the form, the list's name and the day of creation", () => {
    expect(postings[1]).toMatchObject({
      title: 'Field Technician',
      company: 'Tidemark',
      url: 'https://tidemark.recruitee.com/o/field-technician',
      locations: ['Remote job'],
      countryCode: null,
      descriptionHtml: '<p>Boats.</p>\n<p>Sea legs.</p>',
      postedAt: Date.UTC(2026, 8, 1, 6),
      closesAt: null,
      statedSalary: null,
      workplace: 'remote',
      employmentType: 'part_time',
    })
  })

  test('says why an offer is no posting', () => {
    expect(parse(offers).map((item) => (item.ok ? 'ok' : item.reason))).toEqual([
      'ok',
      'ok',
      'closed',
      'no_url',
      'no_title',
    ])
  })

  test('is told apart from others by its slug, where that is known', () => {
    expect(parse(offers, '')[0]).toMatchObject({ posting: { sourcePostingId: '1900001' } })
  })
})

describe('the address', () => {
  test.each([
    [{ careers_url: '/o/koch' }, 'https://tidemark.recruitee.com/o/koch'],
    [{ careers_url: null, slug: 'koch' }, 'https://tidemark.recruitee.com/o/koch'],
    [{ careers_url: null, careers_apply_url: 'https://jobs.example/o/koch/c/new' }, 'https://jobs.example/o/koch'],
  ])('of %j is %j', (fields, url) => {
    expect(one(fields)).toMatchObject({ url })
  })

  test('is none where nobody says whose board it is', () => {
    expect(parse(JSON.stringify([{ id: 1, title: 'T', careers_url: '/o/t', slug: 't' }]), '')).toMatchObject([
      { ok: false, reason: 'no_url' },
    ])
  })
})

describe('the workplace', () => {
  test.each([
    [{ remote: true, hybrid: false, on_site: false }, 'remote'],
    [{ remote: false, hybrid: true, on_site: false }, 'hybrid'],
    [{ remote: false, hybrid: false, on_site: true }, 'onsite'],
    [{ remote: true, hybrid: true, on_site: true }, 'remote'],
    [{ remote: false, hybrid: false, on_site: false }, null],
    [{ remote: false }, null],
    [{ remote: 'true' }, 'remote'],
    [{ remote: null, hybrid: 'no', on_site: {} }, null],
  ])('of %j is %j', (ticks, workplace) => {
    expect(one(ticks)).toMatchObject({ workplace })
  })
})

describe('the place', () => {
  test.each([
    [{ city: 'Berlin', country: 'Germany', country_code: 'DE' }, ['Berlin, Germany'], 'DE'],
    [{ city: null, country: 'Germany' }, ['Germany'], 'DE'],
    [{ location: 'Somewhere nice' }, ['Somewhere nice'], null],
    [{ locations: [{ name: 'Remote EU' }] }, ['Remote EU'], null],
    [{ locations: [null, 7, { city: 'Ghent', country_code: 'be' }] }, ['Ghent'], 'BE'],
    [{}, [], null],
  ])('of %j is %j in %j', (fields, locations, countryCode) => {
    expect(one(fields)).toMatchObject({ locations, countryCode })
  })
})

describe('the pay', () => {
  const salary = { min: 50000, max: 60000, period: 'year', currency: 'EUR' }
  test.each([
    [
      { ...salary, min: '18.50', max: '18.50', period: 'hour' },
      { min: 18.5, max: 18.5, currency: 'EUR', period: 'hour' },
    ],
    [
      { ...salary, max: null },
      { min: 50000, max: null, currency: 'EUR', period: 'year' },
    ],
    [{ ...salary, currency: null }, null],
    [{ ...salary, period: null }, null],
    [{ ...salary, period: 'week' }, null],
    [{ ...salary, min: 0, max: '0' }, null],
    [null, null],
    ['50k', null],
  ])('of %j is %j', (said, statedSalary) => {
    expect(one({ salary: said })).toMatchObject({ statedSalary })
  })
})

test.each([
  ['fulltime_fixed_term', 'temporary'],
  ['parttime_permanent', 'part_time'],
  ['freelance', 'contract'],
  ['internship', 'internship'],
  ['unheard_of', null],
  [null, null],
])('the employment code %j means %j', (code, employmentType) => {
  expect(one({ employment_type_code: code })).toMatchObject({ employmentType })
})

describe('an answer', () => {
  const offer = '{"id":1,"title":"Engineer","careers_url":"https://tidemark.recruitee.com/o/engineer"}'
  test.each([
    ['of one offer', `{"offer":${offer}}`],
    ['of a list alone', `[${offer}]`],
    ['of an offer alone', offer],
    ['of one offer where a list is usual', `{"offers":${offer}}`],
  ])('%s is read', (_, text) => {
    expect(parse(text)).toMatchObject([{ ok: true, posting: { title: 'Engineer' } }])
  })

  test.each([
    ['an error object', '{"error":["Not found"]}'],
    ['a string', '"offers"'],
    ['nothing', ' '],
  ])('that is %s is unreadable', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })
})

describe('whatever is sent', () => {
  const underTest = { payload: JSON.parse(offers) as unknown, listKey: 'offers', parse: (text: string) => parse(text) }
  test('nothing but unreadable is thrown', () => {
    expect(() => staysReadable(underTest)).not.toThrow()
  })
  test('the good offers are kept whatever stands between them', () => {
    expect(() => keepsTheGoodItems(underTest)).not.toThrow()
  })
})
