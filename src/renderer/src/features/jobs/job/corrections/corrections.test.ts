import { describe, expect, test } from 'vitest'
import type { JobFacts } from '#shared/facts.ts'
import { correctionsOf, draftOf } from './corrections.ts'

const facts: JobFacts = {
  readerVersion: 2,
  visa: { status: 'unstated', evidence: null, rule: null },
  salary: null,
  workplace: 'hybrid',
  remoteScope: null,
  officeDays: null,
  places: [],
  seniority: 'unknown',
  roleFamily: 'backend',
  employmentType: null,
  skills: [{ name: 'Python', evidence: 'python', need: null, years: null }],
  language: 'en',
  asksLanguages: [],
  closesAt: null,
  words: {},
  filledFrom: {},
  corrected: [],
}
const draft = draftOf(facts)

describe('corrections of a job', () => {
  test('a form that nobody changed corrects nothing', () => {
    expect(correctionsOf(facts, draft)).toEqual({ corrections: [], problem: null })
  })

  test('only what was changed is corrected', () => {
    const changed = { ...draft, visa: 'offers' as const, employmentType: 'contract' as const, skills: ['Python', 'Go'] }
    expect(correctionsOf(facts, changed).corrections).toEqual([
      { field: 'visa', value: 'offers' },
      { field: 'employmentType', value: 'contract' },
      { field: 'skills', value: ['Python', 'Go'] },
    ])
  })

  test('pay is one fact: taking both ends away says that none is stated, another currency alone says nothing', () => {
    expect(correctionsOf(facts, { ...draft, payCurrency: 'PLN' }).corrections).toEqual([])
    const paid = { ...draft, payMin: 50_000 }
    const value = { min: 50_000, max: null, currency: 'EUR', period: 'year' } as const
    expect(correctionsOf(facts, paid).corrections).toEqual([{ field: 'salary', value }])
    const beside = { tax: null, contract: null, paymentsPerYear: null, variants: [], extras: [] }
    const stated = { ...facts, salary: { ...value, evidence: null, yearEur: null, ...beside } }
    expect(correctionsOf(stated, { ...draftOf(stated), payMin: null }).corrections).toEqual([
      { field: 'salary', value: null },
    ])
  })

  test.each([
    [{ payMin: 60_000, payMax: 50_000 }, /above the upper/],
    [{ payMin: 60_000, payCurrency: 'E' }, /three letters/],
  ])('%j cannot be stored', (pay, problem) => {
    expect(correctionsOf(facts, { ...draft, ...pay }).problem).toMatch(problem)
  })
})
