import { describe, expect, it } from 'vitest'
import { BUNDLED_RATES } from './exchange-rates.ts'
import { toYearlyEur } from './year-eur.ts'

const rates = { asOf: '2025-06-30', unitsPerEur: { EUR: 1, SEK: 10 } }

describe('toYearlyEur', () => {
  it.each([
    [
      { min: 60_000, max: 75_000, currency: 'EUR', period: 'year' as const },
      { min: 60_000, max: 75_000 },
    ],
    [
      { min: 4000, max: null, currency: 'EUR', period: 'month' as const },
      { min: 48_000, max: null },
    ],
    [
      { min: 500, max: 500, currency: 'EUR', period: 'day' as const },
      { min: 110_000, max: 110_000 },
    ],
    [
      { min: null, max: 20, currency: 'EUR', period: 'hour' as const },
      { min: null, max: 34_400 },
    ],
    [
      { min: 45_000, max: 45_000, currency: 'SEK', period: 'month' as const },
      { min: 54_000, max: 54_000 },
    ],
  ])('makes %j a year of %j', (salary, expected) => {
    expect(toYearlyEur({ ...salary, paymentsPerYear: null }, rates)).toEqual({ ...expected, asOf: '2025-06-30' })
  })

  it.each(['XXX', 'constructor', ''])('is null for the unknown currency %j', (currency) => {
    expect(toYearlyEur({ min: 1, max: 2, currency, period: 'year', paymentsPerYear: null }, rates)).toBeNull()
  })

  it('is null without any figure', () => {
    expect(
      toYearlyEur({ min: null, max: null, currency: 'EUR', period: 'year', paymentsPerYear: null }, rates),
    ).toBeNull()
  })

  it.each([
    ['month' as const, 14, 56_000],
    ['month' as const, 12.96, 51_840],
    ['month' as const, null, 48_000],
    // A year's pay holds its extra months already; a day's and an hour's know none.
    ['year' as const, 14, 4000],
    ['day' as const, 13, 880_000],
  ])('counts a %s paid %s times as %d a year', (period, paymentsPerYear, expected) => {
    const salary = { min: 4000, max: 4000, currency: 'EUR', period, paymentsPerYear }
    expect(toYearlyEur(salary, rates)).toMatchObject({ min: expected, max: expected })
  })

  it('knows the currencies of the countries it reads about', () => {
    const codes = [
      'EUR',
      'GBP',
      'CHF',
      'SEK',
      'NOK',
      'DKK',
      'PLN',
      'CZK',
      'HUF',
      'RON',
      'USD',
      'CAD',
      'AUD',
      'INR',
      'JPY',
    ]
    expect(codes.filter((code) => !((BUNDLED_RATES.unitsPerEur[code] ?? 0) > 0))).toEqual([])
  })
})
