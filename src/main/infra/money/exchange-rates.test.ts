import { describe, expect, it } from 'vitest'
import { rateDate, toEur, withRates } from './exchange-rates.ts'
import { toYearlyEur } from './year-eur.ts'

const table = { asOf: '2025-06-30', unitsPerEur: { EUR: 1, SEK: 10, RSD: 117 } }

describe('withRates', () => {
  const rates = withRates(table, [
    { currency: 'SEK', perEur: 8, asOf: '2026-01-08' },
    { currency: 'RSD', perEur: 200, asOf: '2024-01-01' },
  ])

  it('puts fresher rates over a table and leaves older ones out', () => {
    expect(toEur(80, 'SEK', rates)).toBe(10)
    expect(toEur(117, 'RSD', rates)).toBe(1)
    expect(toEur(80, 'SEK', table)).toBe(8)
  })

  it('knows the day of each rate, and a year of pay carries it', () => {
    expect(rateDate('SEK', rates)).toBe('2026-01-08')
    expect(rateDate('RSD', rates)).toBe('2025-06-30')
    const pay = { min: 8, max: 8, currency: 'SEK', period: 'year' as const, paymentsPerYear: null }
    expect(toYearlyEur(pay, rates)).toEqual({ min: 1, max: 1, asOf: '2026-01-08' })
  })
})
