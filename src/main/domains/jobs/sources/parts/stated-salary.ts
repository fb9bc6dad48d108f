import { SALARY_PERIODS, type SalaryPeriod } from '#shared/facts.ts'
import type { StatedSalary } from '../../posting.ts'

const WORDS: Readonly<Record<SalaryPeriod, RegExp>> = {
  year: /^(?:years?|yearly|annual|annually|annum|yr)$/,
  month: /^(?:months?|monthly)$/,
  day: /^(?:days?|daily)$/,
  hour: /^(?:hours?|hourly|hr)$/,
}
/** Words that make another span of the one beside them: "semi-monthly", "bi weekly". */
const OTHER_SPAN = /^(?:semi|bi|half|twice|every)$/

/** The period that a source's own word for it names ("per-year-salary", "1 YEAR", "monthly"); null for any other span (a week, two
 *  weeks, once). Pure. */
export function salaryPeriodOf(words: unknown): SalaryPeriod | null {
  if (typeof words !== 'string') return null
  const said =
    words
      .slice(0, 100)
      .toLowerCase()
      .match(/[a-z]+|\d+/g) ?? []
  if (said.some((word) => OTHER_SPAN.test(word) || (/\d/.test(word) && word !== '1'))) return null
  const named = SALARY_PERIODS.filter((period) => said.some((word) => WORDS[period].test(word)))
  return named.length === 1 ? (named[0] ?? null) : null
}

export interface SalaryFields {
  readonly min?: unknown
  readonly max?: unknown
  readonly currency?: unknown
  /** The source's word for it. */
  readonly period?: unknown
}

/** Pay out of fields that mean what the employer pays. Null unless an amount, a currency (ISO 4217) and a period are all said; 0 is
 *  how boards write "not said". Pure. */
export function statedSalaryOf(fields: SalaryFields): StatedSalary | null {
  const period = salaryPeriodOf(fields.period)
  const currency = typeof fields.currency === 'string' ? fields.currency.trim().toUpperCase() : ''
  const [min, max] = [amountOf(fields.min), amountOf(fields.max)]
  if (period === null || !/^[A-Z]{3}$/.test(currency) || (min === null && max === null)) return null
  return { min, max, currency, period }
}

/** A positive amount, as a number or as its digits. */
function amountOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^\s*\d{1,12}(?:\.\d+)?\s*$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : null
}
