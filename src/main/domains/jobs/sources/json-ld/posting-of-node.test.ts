import { describe, expect, test } from 'vitest'
import type { RawPosting } from '../../posting.ts'
import { readJobPostings } from './read-job-postings.ts'

const PAGE = 'https://havelwerk.example/careers/senior-data-engineer-4711?utm_source=x'
const block = (text: string): string => `<html><script type="application/ld+json">${text}</script></html>`
const postings = (html: string, url = PAGE): readonly RawPosting[] =>
  readJobPostings(html, url).flatMap((item) => (item.ok ? [item.posting] : []))
const one = (fields: object): RawPosting | undefined =>
  postings(block(JSON.stringify({ '@type': 'JobPosting', title: 'T', ...fields })))[0]

describe('the address of a posting', () => {
  test.each([
    [{ url: 'https://jobs.example/1' }, '', 'https://jobs.example/1'],
    [{ url: '/1' }, '', 'https://havelwerk.example/1'],
    [{ url: '../1' }, '<base href="https://other.example/a/b/">', 'https://other.example/a/1'],
    [{ url: 'javascript:alert(1)' }, '', PAGE],
    [{ url: 'https://havelwerk.example' }, '', PAGE],
    [{ mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://jobs.example/2' } }, '', 'https://jobs.example/2'],
    [{}, '<link href="https://jobs.example/3" rel="alternate canonical">', 'https://jobs.example/3'],
    [{}, '<link rel=canonical href=/>', PAGE],
    [{}, '', PAGE],
  ])('%j with %s is %s', (fields, head, url) => {
    const html = head + block(JSON.stringify({ '@type': 'JobPosting', title: 'T', ...fields }))
    expect(postings(html)[0]?.url).toBe(url)
  })

  test('is missing when neither the posting nor the caller knows one', () => {
    expect(readJobPostings(block('{"@type":"JobPosting","title":"T"}'), '')).toMatchObject([{ reason: 'no_url' }])
  })
})

describe('the employer', () => {
  test.each([
    [{ '@type': 'Organization', name: 'A &amp; B' }, 'A & B'],
    ['Havelwerk', 'Havelwerk'],
    [[{ '@type': 'Organization', name: '' }, { name: ['Second', 'Third'] }], 'Second'],
    [{ '@type': 'Organization', legalName: 'Havelwerk GmbH' }, 'Havelwerk GmbH'],
    ['https://havelwerk.example', null],
    ['confidential', null],
    [{ name: 'null' }, null],
    [{ '@id': '#nobody' }, null],
    [42, '42'],
    [undefined, null],
  ])('%j is %j', (hiringOrganization, company) => {
    expect(one({ hiringOrganization })?.company).toBe(company)
  })
})

describe('places', () => {
  test.each([
    ['Berlin, Germany', ['Berlin, Germany'], null],
    ['undefined', [], null],
    [{ address: 'Gdańsk' }, ['Gdańsk'], null],
    [{ address: { addressLocality: 'Madrid', addressRegion: 'MD', addressCountry: 'es' } }, ['Madrid, es'], 'ES'],
    [{ address: { addressLocality: 'Paris', addressRegion: 'TX', addressCountry: 'US' } }, ['Paris, TX, US'], 'US'],
    [
      { address: { addressLocality: 'Wien', addressRegion: 'Wien', addressCountry: 'Österreich' } },
      ['Wien, Österreich'],
      'AT',
    ],
    [{ address: { addressLocality: 'Bonn, Germany', addressCountry: 'Germany' } }, ['Bonn, Germany'], 'DE'],
    [{ address: { addressLocality: 'n/a', addressCountry: 'NL' } }, ['NL'], 'NL'],
    [{ name: 'Head office, Lille' }, ['Head office, Lille'], null],
    [{ address: { streetAddress: 'Praha 1' } }, ['Praha 1'], null],
    [{ addressLocality: 'Porto', addressCountry: { name: 'Portugal' } }, ['Porto, Portugal'], 'PT'],
    [[{ address: { addressCountry: 'DE' } }, { address: { addressCountry: 'NL' } }], ['DE', 'NL'], null],
    [{ address: [{ addressLocality: 'Gent' }, { addressLocality: 'Namur' }] }, ['Gent', 'Namur'], null],
    [{ address: {} }, [], null],
    [null, [], null],
  ])('%j', (jobLocation, locations, countryCode) => {
    expect(one({ jobLocation })).toMatchObject({ locations, countryCode, workplace: null })
  })

  test.each([
    [{ jobLocationType: 'TELECOMMUTE' }, [], 'remote'],
    [{ jobLocationType: ['https://schema.org/TELECOMMUTE'], jobLocation: 'Berlin' }, ['Berlin'], 'remote'],
    [{ jobLocation: { address: { addressLocality: 'Remote', addressCountry: 'DE' } } }, ['DE'], 'remote'],
    [{ jobLocation: 'Remote', applicantLocationRequirements: { name: 'Poland' } }, ['Poland'], 'remote'],
    [{ jobLocationType: '', applicantLocationRequirements: { name: ['DE', 'AT'] } }, ['DE', 'AT'], null],
    [{ jobLocationType: 'Hybrid' }, [], 'hybrid'],
  ])('%j', (fields, locations, workplace) => {
    expect(one(fields)).toMatchObject({ locations, workplace })
  })
})

describe('pay', () => {
  const amount = (value: unknown, more: object = {}) => ({ '@type': 'MonetaryAmount', currency: 'EUR', value, ...more })
  const stated = (min: number | null, max: number | null, period: string, currency = 'EUR') => ({
    min,
    max,
    currency,
    period,
  })
  test.each([
    [amount({ minValue: 60_000, maxValue: 70_000, unitText: 'YEAR' }), stated(60_000, 70_000, 'year')],
    [amount({ value: '4.500,00', unitText: 'MONTH' }), stated(4500, 4500, 'month')],
    [amount({ minValue: 0, maxValue: 30, unitText: 'per hour' }), stated(null, 30, 'hour')],
    [amount({ minValue: '65 000', unitCode: 'ANN' }), stated(65_000, null, 'year')],
    [amount(55_000, { unitText: 'YEAR' }), stated(55_000, 55_000, 'year')],
    [[amount({ value: 500, unitText: 'DAY' })], stated(500, 500, 'day')],
    [
      { '@type': 'PriceSpecification', priceCurrency: 'CHF', minPrice: 90_000, maxPrice: 99_000, unitText: 'YEAR' },
      stated(90_000, 99_000, 'year', 'CHF'),
    ],
    [
      { '@type': 'MonetaryAmount', value: { value: 12, unitText: 'HOUR', currency: 'gbp' } },
      stated(12, 12, 'hour', 'GBP'),
    ],
    [amount({ value: 1200, unitText: 'WEEK' }), null],
    [amount({ value: 60_000 }), null],
    [amount({ value: 0, unitText: 'YEAR' }), null],
    [{ value: { value: 60_000, unitText: 'YEAR' } }, null],
    [60_000, null],
    [{ currency: 'euro', value: { value: 60_000, unitText: 'YEAR' } }, null],
  ])('%j', (baseSalary, statedSalary) => {
    expect(one({ baseSalary })).toMatchObject({ statedSalary, salaryText: null })
  })

  test('a bare number takes its currency from salaryCurrency, but no period from anywhere', () => {
    expect(one({ baseSalary: 60_000, salaryCurrency: 'EUR' })?.statedSalary).toBeNull()
    expect(one({ baseSalary: { value: 60_000, unitText: 'YEAR' }, salaryCurrency: 'EUR' })?.statedSalary).toEqual(
      stated(60_000, 60_000, 'year'),
    )
  })

  test('an estimate is predicted pay, whatever its form', () => {
    const estimatedSalary = [amount({ minValue: 50_000, maxValue: 60_000, unitText: 'YEAR' })]
    expect(one({ estimatedSalary })).toMatchObject({
      statedSalary: null,
      salaryText: null,
      predictedSalary: stated(50_000, 60_000, 'year'),
    })
  })
})

test.each([
  [
    { description: '<p>About us</p>', responsibilities: ['Build <b>trains</b>'] },
    '<p>About us</p>\n\nBuild <b>trains</b>',
  ],
  [
    { description: '<p>About us</p><ul><li>Build &amp; run</li></ul>', qualifications: '<li>Build & run</li>' },
    '<p>About us</p><ul><li>Build &amp; run</li></ul>',
  ],
  [{ description: ' ', responsibilities: 'Build', skills: 'Rust' }, 'Build\n\nRust'],
  [{ description: 'About us', skills: 'Rust' }, 'About us'],
])('the text of %j', (fields, html) => {
  expect(one(fields)?.descriptionHtml).toBe(html)
})

test('nothing is taken from fields of another type', () => {
  const fields = [
    'hiringOrganization',
    'jobLocation',
    'datePosted',
    'validThrough',
    'employmentType',
    'identifier',
    'baseSalary',
    'description',
    'jobLocationType',
  ]
  for (const junk of [true, {}, [], [[]], { name: {} }, { value: { value: {} } }, '']) {
    expect(one(Object.fromEntries(fields.map((field) => [field, junk])))).toMatchObject({
      company: null,
      locations: [],
      countryCode: null,
      descriptionHtml: '',
      postedAt: null,
      closesAt: null,
      statedSalary: null,
      salaryText: null,
      workplace: null,
      employmentType: null,
      requisitionId: null,
    })
  }
})
