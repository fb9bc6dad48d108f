import { expect, test } from 'vitest'
import type { SalaryPeriod } from '#shared/facts.ts'
import { formatEurShort, formatPayFull, formatPayShort, formatYearEur } from './salary.ts'

function pay(min: number | null, max: number | null, currency = 'EUR', period: SalaryPeriod = 'year') {
  return { min, max, currency, period }
}

/** Intl puts narrow and no-break spaces around the dash; which ones is its own affair. */
function plain(text: string | null): string | null {
  return text?.replaceAll(/\s+/g, ' ') ?? null
}

test.each([
  [pay(60_000, 75_000), '€60–75K'],
  [pay(62_500, 62_500), '€62.5K'],
  [pay(55_000, null, 'GBP'), 'from £55K'],
  [pay(null, 90_000, 'CHF'), 'up to CHF 90K'],
  [pay(4500, 5200, 'EUR', 'month'), '€4.5–5.2K / mo'],
  [pay(45, 60, 'USD', 'hour'), '$45 – $60 / h'],
  [pay(512.5, 512.5, 'EUR', 'day'), '€512.5 / day'],
  [pay(null, null), null],
])('%j reads %s in a row', (value, expected) => {
  expect(plain(formatPayShort(value, 'en'))).toBe(expected)
})

test('the detail says it in full, in the locale of the reader', () => {
  expect(plain(formatPayFull(pay(60_000, 75_000), 'en'))).toBe('€60,000 – €75,000 a year')
  expect(plain(formatPayFull(pay(60_000, 75_000), 'de'))).toBe('60.000–75.000 € a year')
  expect(plain(formatPayFull(pay(null, null), 'en'))).toBeNull()
})

test('a currency nobody knows does not break the row', () => {
  expect(plain(formatPayShort(pay(10, 20, '1 2'), 'en'))).toContain('10')
})

test('the yearly equivalent appears only where it adds something', () => {
  const yearEur = { min: 64_120.4, max: 64_120.4, asOf: '2026-11-01' }
  expect(plain(formatYearEur({ ...pay(55_000, 55_000, 'GBP'), yearEur }, 'en'))).toBe('≈ €64,100 a year')
  expect(formatYearEur({ ...pay(55_000, 60_000), yearEur }, 'en')).toBeNull()
  expect(formatYearEur({ ...pay(55_000, 60_000, 'XXX'), yearEur: null }, 'en')).toBeNull()
})

test('the filter speaks in short figures', () => {
  expect(formatEurShort(60_000, 'en')).toBe('€60K')
})
