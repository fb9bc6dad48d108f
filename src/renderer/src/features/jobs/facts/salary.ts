import type { SalaryFact } from '#shared/facts.ts'
import type { Locale } from '../../../ui/format.ts'
import { PERIOD_WORDS } from './words.ts'

type Pay = Pick<SalaryFact, 'min' | 'max' | 'currency' | 'period'>

const formats = new Map<string, Intl.NumberFormat>()

/** A format is made once for each currency: making one costs more than drawing a row. */
function moneyFormat(currency: string, isCompact: boolean, locale: Locale): Intl.NumberFormat {
  const key = `${currency} ${isCompact} ${locale}`
  const known = formats.get(key) ?? makeMoneyFormat(currency, isCompact, locale)
  formats.set(key, known)
  return known
}

function makeMoneyFormat(currency: string, isCompact: boolean, locale: Locale): Intl.NumberFormat {
  const digits = isCompact ? { notation: 'compact' as const, maximumFractionDigits: 1 } : { maximumFractionDigits: 2 }
  try {
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: 0,
      ...digits,
    })
  } catch (error) {
    // Three characters that are no currency code at all: show the number, the code is added by the caller's text.
    if (error instanceof RangeError) return new Intl.NumberFormat(locale, digits)
    throw error
  }
}

interface Bounds {
  readonly min: number | null
  readonly max: number | null
}

function formatBounds({ min, max }: Bounds, money: Intl.NumberFormat): string | null {
  if (min !== null && max !== null) return min === max ? money.format(min) : money.formatRange(min, max)
  if (min !== null) return `from ${money.format(min)}`
  if (max !== null) return `up to ${money.format(max)}`
  return null
}

const SHORT_PERIODS = { year: '', month: ' / mo', day: ' / day', hour: ' / h' } as const

/** Pay in the space of a list row: '€60–75K', 'from £55K', '€45 / h'. Null when nothing was stated. Pure. */
export function formatPayShort(pay: Pay, locale?: Locale): string | null {
  const isCompact = pay.period === 'year' || pay.period === 'month'
  const bounds = formatBounds(pay, moneyFormat(pay.currency, isCompact, locale))
  return bounds === null ? null : `${bounds}${SHORT_PERIODS[pay.period]}`
}

/** Pay as stated, in full: '€60,000 – €75,000 a year'. Pure. */
export function formatPayFull(pay: Pay, locale?: Locale): string | null {
  const bounds = formatBounds(pay, moneyFormat(pay.currency, false, locale))
  return bounds === null ? null : `${bounds} ${PERIOD_WORDS[pay.period]}`
}

/** The yearly equivalent in EUR with the day of its rates; null when it would only repeat what is stated. Pure. */
export function formatYearEur(salary: Pay & Pick<SalaryFact, 'yearEur'>, locale?: Locale): string | null {
  const { yearEur } = salary
  if (!yearEur || (salary.currency === 'EUR' && salary.period === 'year')) return null
  const rounded = { min: roundedHundred(yearEur.min), max: roundedHundred(yearEur.max) }
  const bounds = formatBounds(rounded, moneyFormat('EUR', false, locale))
  return bounds === null ? null : `≈ ${bounds} a year`
}

/** The yearly equivalent in EUR for comparing, whatever is stated: '€60,000 – €75,000', '≈ €50,400' when it was reckoned. Pure. */
export function formatEurYear(salary: Pay & Pick<SalaryFact, 'yearEur'>, locale?: Locale): string | null {
  const { yearEur, currency, period } = salary
  if (!yearEur) return null
  if (currency === 'EUR' && period === 'year') return formatBounds(yearEur, moneyFormat('EUR', false, locale))
  const rounded = { min: roundedHundred(yearEur.min), max: roundedHundred(yearEur.max) }
  const bounds = formatBounds(rounded, moneyFormat('EUR', false, locale))
  return bounds === null ? null : `≈ ${bounds}`
}

function roundedHundred(value: number | null): number | null {
  return value === null ? null : Math.round(value / 100) * 100
}

/** '€60K' for a filter's button and chip. Pure. */
export function formatEurShort(value: number, locale?: Locale): string {
  return moneyFormat('EUR', true, locale).format(value)
}
