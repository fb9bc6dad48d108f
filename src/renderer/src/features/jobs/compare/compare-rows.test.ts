import { describe, expect, test } from 'vitest'
import { jobDetailSchema, type JobDetail } from '#shared/jobs.ts'
import type { PermitCheck } from '#shared/permits.ts'
import { compareRows, type ComparedJob, type CompareRow } from './compare-rows.ts'

const SKILL = { evidence: '', need: null, years: null }

function job(fields: Partial<JobDetail>, facts: Partial<JobDetail['facts']> = {}): JobDetail {
  return {
    ...jobDetailSchema.parse({
      id: 1,
      title: 'Engineer',
      company: 'Havelwerk',
      place: null,
      placeCount: 0,
      workplace: 'unknown',
      visa: 'unstated',
      salary: null,
      seniority: 'unknown',
      roleFamily: 'backend',
      skills: [],
      sources: ['sample'],
      postedAt: null,
      firstSeenAt: 0,
      closedAt: null,
      isSaved: false,
      isHidden: false,
      appliedAt: null,
      match: null,
      facts: {
        readerVersion: 1,
        visa: { status: 'unstated', evidence: null, rule: null },
        salary: null,
        workplace: 'unknown',
        remoteScope: null,
        officeDays: null,
        places: [],
        seniority: 'unknown',
        roleFamily: 'backend',
        employmentType: null,
        skills: [],
        language: null,
        asksLanguages: [],
        closesAt: null,
        words: {},
        filledFrom: {},
        corrected: [],
        ...facts,
      },
      descriptionHtml: '',
      descriptionText: '',
      postings: [],
      hideReason: null,
      sponsors: [],
      lastSeenAt: 0,
      repostOf: null,
    }),
    ...fields,
  }
}

const pay = (min: number, currency: string, yearEur: number | null) => ({
  min,
  max: min,
  currency,
  period: 'year' as const,
  evidence: null,
  yearEur: yearEur === null ? null : { min: yearEur, max: yearEur, asOf: '2026-03-01' },
  tax: null,
  contract: null,
  paymentsPerYear: null,
  variants: [],
  extras: [],
})
const named = (...names: readonly string[]) => names.map((name) => ({ name, ...SKILL }))
const one = (of: JobDetail, checks: readonly PermitCheck[] | null = []): ComparedJob => ({ job: of, checks })
const rowNamed = (rows: readonly CompareRow[], name: string) => rows.find((row) => row.name === name)
const linesIn = (rows: readonly CompareRow[], name: string) => rowNamed(rows, name)?.cells.map(({ lines }) => lines)

describe('jobs side by side', () => {
  test('pay as stated and in one measure; what is not said is no line', () => {
    const rows = compareRows(
      [
        one(job({}, { salary: pay(60_000, 'EUR', 60_000) })),
        one(job({}, { salary: pay(50_000, 'GBP', 58_449) })),
        one(job({})),
      ],
      'en',
    )
    expect(linesIn(rows, 'Pay')).toEqual([['€60,000 a year'], ['£50,000 a year'], []])
    expect(linesIn(rows, 'A year in EUR')).toEqual([['€60,000'], ['≈ €58,400'], []])
    expect(rowNamed(rows, 'Pay')?.isDifferent).toBe(true)
  })

  test('skills that all of them name stand apart from the others', () => {
    const rows = compareRows([
      one(job({}, { skills: named('SQL', 'Python', 'dbt') })),
      one(job({}, { skills: named('Python', 'SQL') })),
    ])
    expect(linesIn(rows, 'Skills in common')).toEqual([
      ['SQL', 'Python'],
      ['SQL', 'Python'],
    ])
    expect(linesIn(rows, 'Other skills')).toEqual([['dbt'], []])
    expect(rowNamed(rows, 'Skills in common')?.isDifferent).toBe(false)
    expect(rowNamed(rows, 'Other skills')?.isDifferent).toBe(true)
  })

  test('one job alone has nothing in common with another', () => {
    const rows = compareRows([one(job({}, { skills: named('SQL') }))])
    expect(linesIn(rows, 'Other skills')).toEqual([['SQL']])
    expect(rows.some(({ isDifferent }) => isDifferent)).toBe(false)
  })

  test('a visa is quoted; the same answer in other words is no difference', () => {
    const offers = (evidence: string) => job({}, { visa: { status: 'offers', evidence, rule: 'x' } })
    const row = rowNamed(compareRows([one(offers('We sponsor.')), one(offers('Visa? Yes.'))]), 'Visa')
    expect(row?.cells.map(({ quote }) => quote)).toEqual(['We sponsor.', 'Visa? Yes.'])
    expect(row?.isDifferent).toBe(false)
  })

  test('how well they fit is a row as soon as one of them was reckoned', () => {
    expect(linesIn(compareRows([one(job({ match: 81.6 })), one(job({}))]), 'Fits you')).toEqual([['82 of 100'], []])
    expect(rowNamed(compareRows([one(job({}))]), 'Fits you')).toBeUndefined()
  })

  test('permit checks are named with place and verdict, and not guessed while they are on their way', () => {
    const check: PermitCheck = {
      countryCode: 'DE',
      region: null,
      permit: 'EU Blue Card',
      verdict: 'cannot_tell',
      doubts: [],
      threshold: {
        id: 'x',
        variant: '',
        amount: null,
        currency: 'EUR',
        period: 'year',
        paymentsPerYear: 12,
        validFrom: null,
        validTo: null,
        source: '',
        isStale: false,
      },
      pay: null,
      ratesAsOf: null,
    }
    expect(linesIn(compareRows([one(job({}), [check]), one(job({}), null)]), 'Permit check')).toEqual([
      ['EU Blue Card (Germany): cannot tell'],
      ['…'],
    ])
  })

  test('nothing compared is no difference', () => {
    expect(compareRows([]).every(({ isDifferent }) => !isDifferent)).toBe(true)
  })
})
