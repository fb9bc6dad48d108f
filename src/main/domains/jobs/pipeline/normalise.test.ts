import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPLOYMENT_TYPES, SALARY_PERIODS, WORKPLACES } from '#shared/facts.ts'
import type { RawPosting } from '../posting.ts'
import { normalise } from './normalise.ts'
import { requisitionIdIn } from './requisition.ts'

const NOW = Date.UTC(2026, 10, 23)
const RAW: RawPosting = {
  sourcePostingId: '42',
  title: 'Data Engineer',
  company: 'Acme GmbH',
  url: 'https://acme.example/jobs/42',
  locations: ['Berlin, Germany'],
  countryCode: 'DE',
  descriptionHtml: '<p>Hello</p>',
  postedAt: Date.UTC(2026, 10, 1),
  closesAt: null,
  statedSalary: null,
  salaryText: null,
  workplace: null,
  employmentType: null,
  requisitionId: null,
}

function normalised(changes: Partial<RawPosting>) {
  const result = normalise({ ...RAW, ...changes }, { sourceId: 'board', now: NOW })
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`)
  return result.posting
}

describe('normalise rejects', () => {
  it.each([
    ['a posting without a title', { title: ' <b></b> – ' }, 'no_title'],
    ['a posting without a URL', { url: '' }, 'no_url'],
    ['a relative URL', { url: '/jobs/42' }, 'no_url'],
    ['a script for a URL', { url: 'java\nscript:alert(1)' }, 'no_url'],
    ['a file', { url: 'file:///etc/passwd' }, 'no_url'],
    ['credentials in the URL', { url: 'https://user:secret@acme.example/' }, 'no_url'],
    ['a URL of 3,000 characters', { url: `https://acme.example/${'a'.repeat(3000)}` }, 'no_url'],
    ['a posting without an id', { sourcePostingId: '  ' }, 'bad_shape'],
  ] as const)('%s', (_what, changes, reason) => {
    expect(normalise({ ...RAW, ...changes }, { sourceId: 'board', now: NOW })).toMatchObject({ ok: false, reason })
  })
})

describe('normalise', () => {
  it('does not invent a company', () => {
    expect(normalised({ company: null }).company).toBe('')
  })

  it.each([
    ['a title', { title: 'x'.repeat(5000) }, (posting: ReturnType<typeof normalised>) => posting.title.length, 300],
    [
      'a company',
      { company: 'x'.repeat(5000) },
      (posting: ReturnType<typeof normalised>) => posting.company.length,
      200,
    ],
    [
      'locations',
      { locations: Array.from({ length: 90 }, (_, index) => `City ${index}`) },
      (posting: ReturnType<typeof normalised>) => posting.locations.length,
      20,
    ],
    [
      'a description of 3 MB',
      { descriptionHtml: '<p>word</p>'.repeat(300_000) },
      (posting: ReturnType<typeof normalised>) => posting.descriptionText.length,
      100_000,
    ],
    [
      'its markup',
      { descriptionHtml: '&'.repeat(3_000_000) },
      (posting: ReturnType<typeof normalised>) => posting.descriptionHtml.length,
      600_000,
    ],
  ])('bounds %s', (_what, changes, measure, limit) => {
    expect(measure(normalised(changes))).toBeLessThanOrEqual(limit)
    expect(measure(normalised(changes))).toBeGreaterThan(0)
  })

  it.each([
    ['the UK', 'uk', 'GB'],
    ['Greece', 'EL', 'GR'],
    ['a name', 'Germany', null],
    ['nothing', '', null],
  ])('takes a country only as a code: %s', (_what, countryCode, expected) => {
    expect(normalised({ countryCode }).countryCode).toBe(expected)
  })

  it.each([
    [
      'zero means not said',
      { min: 0, max: 60_000, currency: 'eur', period: 'year' },
      { min: null, max: 60_000, currency: 'EUR', period: 'year' },
    ],
    [
      'swapped ends',
      { min: 70_000, max: 60_000, currency: 'EUR', period: 'year' },
      { min: 60_000, max: 70_000, currency: 'EUR', period: 'year' },
    ],
    ['no currency', { min: 1, max: 2, currency: '', period: 'year' }, null],
    ['no amount', { min: 0, max: Number.NaN, currency: 'EUR', period: 'year' }, null],
  ] as const)('reads a stated salary: %s', (_what, statedSalary, expected) => {
    expect(normalised({ statedSalary }).statedSalary).toEqual(expected)
  })

  it('takes seconds for what they are not: a date in 1970 is none', () => {
    // A day ahead may be a matter of zones; a week is a fault.
    expect(normalised({ postedAt: NOW + 24 * 3_600_000 }).postedAt).toBe(NOW + 24 * 3_600_000)
    expect(normalised({ postedAt: NOW + 7 * 86_400_000 }).postedAt).toBeNull()
    expect(normalised({ postedAt: 1_795_000_000 }).postedAt).toBeNull()
  })

  it('decodes an address that was escaped as XML', () => {
    expect(normalised({ url: 'https://acme.example/job?a=1&amp;b=2' }).url).toBe('https://acme.example/job?a=1&b=2')
  })

  it('has the same hash while the posting says the same, whatever the campaign and the date', () => {
    const hash = normalised({}).contentHash
    expect(
      normalised({ url: 'https://acme.example/jobs/42?utm_source=x', postedAt: 1e12, title: ' Data  Engineer' })
        .contentHash,
    ).toBe(hash)
    expect(normalised({ descriptionHtml: '<p>Hello!</p>' }).contentHash).not.toBe(hash)
    expect(normalised({ closesAt: Date.UTC(2026, 11, 1) }).contentHash).not.toBe(hash)
  })

  it('never throws, and hands over nothing that could run', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    )
    const amount = fc.option(fc.double())
    const raw: fc.Arbitrary<RawPosting> = fc.record({
      sourcePostingId: text,
      title: text,
      company: fc.option(text),
      url: fc.oneof(text, fc.webUrl({ withQueryParameters: true })),
      locations: fc.array(text, { maxLength: 3 }),
      countryCode: fc.option(text),
      descriptionHtml: fc.oneof(
        text,
        fc
          .array(
            fc.constantFrom('<p>', '</p>', '<li>', '<a href="', '">', '<script>', '&lt;', '<!--', '<b', 'x', '\n'),
            { maxLength: 40 },
          )
          .map((parts) => parts.join('')),
      ),
      postedAt: fc.option(fc.double()),
      closesAt: fc.option(fc.integer()),
      statedSalary: fc.option(
        fc.record({ min: amount, max: amount, currency: text, period: fc.constantFrom(...SALARY_PERIODS) }),
      ),
      salaryText: fc.option(text),
      workplace: fc.option(fc.constantFrom(...WORKPLACES)),
      employmentType: fc.option(fc.constantFrom(...EMPLOYMENT_TYPES)),
      requisitionId: fc.option(text),
    })
    fc.assert(
      fc.property(raw, (posting) => {
        const result = normalise(posting, { sourceId: 'board', now: NOW })
        if (!result.ok) return
        expect(result.posting.title).not.toMatch(/[\n\u202e\u200b]/)
        expect(result.posting.url).toMatch(/^https?:\/\//)
        expect(result.posting.descriptionHtml).not.toMatch(/<script|<[^>]*\son\w+=/i)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('requisitionIdIn', () => {
  it.each([
    ['Developer (Kennziffer: 2024-117)', '', '2024-117'],
    ['Developer', 'Reference code JR745877.', 'JR745877'],
    ['Developer', 'Job ID: 12345', '12345'],
    ['Developer JR-745877', 'Please quote jr745877: Ref. JR745877', 'JR745877'],
    ['Developer', 'Ref: ABC-12-34 and Ref: XYZ-99-88', null],
    ['Developer', 'Reference date 2026-11-01; prefer 5 years; jobs 2024', null],
    ['Developer', 'A reference number of people, 20 or 30', null],
  ])('%s / %s', (title, text, id) => {
    expect(requisitionIdIn(title, text)).toBe(id)
  })
})
