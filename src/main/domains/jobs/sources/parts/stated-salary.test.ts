import { describe, expect, test } from 'vitest'
import { salaryPeriodOf, statedSalaryOf } from './stated-salary.ts'

describe('the period of a structured salary', () => {
  test.each([
    ['per-year-salary', 'year'],
    ['1 YEAR', 'year'],
    ['Annually', 'year'],
    ['per-month-salary', 'month'],
    ['MONTHLY', 'month'],
    ['per-day-wage', 'day'],
    ['per-hour-wage', 'hour'],
    ['1 HOUR', 'hour'],
    ['per-week-salary', null],
    ['2 WEEK', null],
    ['6 MONTH', null],
    ['1 TIME', null],
    ['one-time', null],
    ['NONE', null],
    ['semi-monthly', null],
    ['bi-weekly', null],
    ['hour or day', null],
    ['', null],
    [null, null],
    [12, null],
  ])('is read from %j as %j', (words, period) => {
    expect(salaryPeriodOf(words)).toBe(period)
  })
})

describe('a structured salary', () => {
  const said = { min: 60000, max: 80000, currency: 'eur', period: 'yearly' }
  test.each([
    ['all of it', said, { min: 60000, max: 80000, currency: 'EUR', period: 'year' }],
    [
      'digits for numbers',
      { ...said, min: '60000', max: '80000.50' },
      { min: 60000, max: 80000.5, currency: 'EUR', period: 'year' },
    ],
    ['nought for no lower end', { ...said, min: 0 }, { min: null, max: 80000, currency: 'EUR', period: 'year' }],
    ['no upper end', { ...said, max: null }, { min: 60000, max: null, currency: 'EUR', period: 'year' }],
    ['no amount', { ...said, min: 0, max: -1 }, null],
    ['no currency', { ...said, currency: '' }, null],
    ['a sign for a currency', { ...said, currency: '€' }, null],
    ['no period', { ...said, period: null }, null],
    ['words for an amount', { ...said, min: 'competitive', max: null }, null],
    ['an amount beyond all numbers', { ...said, min: Infinity, max: NaN }, null],
  ])('with %s is %j', (_, fields, expected) => {
    expect(statedSalaryOf(fields)).toEqual(expected)
  })
})
