import { describe, expect, test } from 'vitest'
import type { PermitCheck } from '#shared/permits.ts'
import { asksUser, payWords, thresholdWords, validWords } from './permit-words.ts'

const threshold: PermitCheck['threshold'] = {
  id: 'at-red-white-red',
  variant: '14 salaries a year',
  amount: 3465,
  currency: 'EUR',
  period: 'month',
  paymentsPerYear: 14,
  validFrom: '2026-01-01',
  validTo: null,
  source: 'somewhere',
  isStale: false,
}
const check: PermitCheck = {
  countryCode: 'AT',
  region: null,
  permit: 'Red-White-Red key worker',
  verdict: 'cannot_tell',
  doubts: ['age_unknown'],
  threshold,
  pay: null,
  ratesAsOf: null,
}

describe('permit words', () => {
  test('a threshold says its period, and how often a month comes where that is not twelve times', () => {
    expect(thresholdWords(threshold, 'en')).toBe('€3,465 a month, 14 times a year')
    expect(thresholdWords({ ...threshold, amount: 45_934.2, period: 'year', paymentsPerYear: 12 }, 'en')).toBe(
      '€45,934.20 a year',
    )
    expect(thresholdWords({ ...threshold, amount: null }, 'en')).toBeNull()
  })

  test.each([
    [{ low: 60_000, high: 60_000 }, '€60,000'],
    [{ low: 51_600, high: 62_400 }, '€51,600 – €62,400'],
    [{ low: 60_000, high: null }, 'from €60,000'],
    [{ low: 0, high: 40_000 }, 'up to €40,000'],
    [null, null],
  ])('pay %j is %j', (pay, words) => {
    expect(payWords({ pay, threshold }, 'en')).toBe(words)
  })

  test('says since when and until when a figure is valid', () => {
    expect(validWords(threshold, 'en')).toBe('valid since Jan 1, 2026')
    expect(validWords({ ...threshold, validTo: '2026-12-31' }, 'en')).toBe(
      'valid since Jan 1, 2026, until Dec 31, 2026',
    )
    expect(validWords({ ...threshold, validFrom: null }, 'en')).toBeNull()
  })

  test('asks the user only for what the user can say', () => {
    expect(asksUser([check])).toBe(true)
    expect(asksUser([{ ...check, doubts: ['no_salary', 'occupation_unknown'] }])).toBe(false)
  })
})
