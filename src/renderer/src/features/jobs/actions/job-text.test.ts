import { expect, test } from 'vitest'
import { jobDetailSchema } from '#shared/jobs.ts'
import { jobAsText } from './job-text.ts'

const job = jobDetailSchema.parse({
  id: 1,
  title: 'Data Engineer',
  company: 'Nordlicht Analytik',
  place: { city: 'Hamburg', countryCode: 'DE', latitude: null, longitude: null },
  placeCount: 1,
  workplace: 'hybrid',
  visa: 'offers',
  salary: {
    min: 55_000,
    max: 55_000,
    currency: 'GBP',
    period: 'year',
    yearEur: { min: 64_100, max: 64_100, asOf: '2026-11-01' },
  },
  seniority: 'unknown',
  roleFamily: 'data_engineer',
  skills: ['Python'],
  sources: ['sample'],
  postedAt: Date.UTC(2026, 10, 20, 12),
  firstSeenAt: 1,
  closedAt: null,
  isSaved: false,
  isHidden: false,
  appliedAt: null,
  match: null,
  facts: {
    readerVersion: 1,
    visa: { status: 'offers', evidence: 'We sponsor visas.', rule: 'en.offers.sponsor' },
    salary: {
      min: 55_000,
      max: 55_000,
      currency: 'GBP',
      period: 'year',
      evidence: '£55k',
      yearEur: { min: 64_100, max: 64_100, asOf: '2026-11-01' },
      tax: null,
      contract: null,
      paymentsPerYear: null,
      variants: [],
      extras: [],
    },
    workplace: 'hybrid',
    remoteScope: null,
    officeDays: null,
    places: [{ city: 'Hamburg', countryCode: 'DE', latitude: null, longitude: null }],
    seniority: 'unknown',
    roleFamily: 'data_engineer',
    employmentType: null,
    skills: [{ name: 'Python', evidence: 'Python', need: null, years: null }],
    language: 'en',
    asksLanguages: [],
    closesAt: null,
    words: {},
    filledFrom: {},
    corrected: [],
  },
  sponsors: [],
  repostOf: null,
  descriptionHtml: '<p>Build.</p>',
  descriptionText: 'Build.\n',
  postings: [
    {
      id: 1,
      sourceId: 'sample',
      sourceName: 'Sample',
      url: 'https://example.org/1',
      title: 'x',
      company: 'y',
      location: null,
      layer: 'first',
      reason: '',
      firstSeenAt: 1,
      lastSeenAt: 1,
      closedAt: null,
    },
  ],
  hideReason: null,
  lastSeenAt: 1,
})

test('a job as text says what is known, and says nothing of what is not', () => {
  expect(jobAsText(job, 'en-GB')).toBe(`Data Engineer
Nordlicht Analytik

Place: Hamburg, Germany
Workplace: Hybrid
Pay: £55,000 a year (≈ €64,100 a year)
Posted: 20 Nov 2026
Visa: This employer helps with a visa: “We sponsor visas.”
Skills: Python

Build.

Sample: https://example.org/1
`)
})
