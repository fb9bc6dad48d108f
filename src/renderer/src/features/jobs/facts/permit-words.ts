import type { PermitCheck, PermitDoubt, PermitVerdict } from '#shared/permits.ts'
import { formatDate, type Locale } from '../../../ui/format.ts'

export const PERMIT_VERDICT_WORDS: Readonly<Record<PermitVerdict, string>> = {
  meets: 'Meets',
  below: 'Below',
  cannot_tell: 'Cannot tell',
}

export const PERMIT_DOUBT_WORDS: Readonly<Record<PermitDoubt, string>> = {
  no_salary: 'the posting states no pay',
  net_pay: 'the pay is stated net, the threshold is gross',
  contractor: 'the pay is for a contractor, the permit is for employees',
  range_spans: 'the threshold lies within the stated range',
  open_range: 'only one end of the pay is stated',
  payments_unknown: 'it is not said how often a year the pay comes',
  holiday_pay_unknown: 'it is not said whether holiday pay is in the figure',
  hours_unknown: 'it depends on the hours of a year',
  no_rate: 'there is no exchange rate for this currency',
  no_fixed_figure: 'the country fixes no figure',
  age_unknown: 'it depends on your age',
  degree_unknown: 'it depends on your degree',
  degree_date_unknown: 'it depends on when you took your degree',
  occupation_unknown: 'it depends on whether this counts as an IT profession',
  other_condition: 'it depends on conditions that only the authorities can judge',
}

/** Doubts that go away when the user says more about themselves. */
const ASKS_USER: ReadonlySet<PermitDoubt> = new Set(['age_unknown', 'degree_unknown', 'degree_date_unknown'])

export function asksUser(checks: readonly PermitCheck[]): boolean {
  return checks.some(({ doubts }) => doubts.some((doubt) => ASKS_USER.has(doubt)))
}

const PERIODS = { year: 'a year', month: 'a month' } as const

/** '€45,934.20 a year', '€3,465 a month, 14 times a year'; null where none is fixed. Pure. */
export function thresholdWords(threshold: PermitCheck['threshold'], locale?: Locale): string | null {
  const { amount, currency, period, paymentsPerYear } = threshold
  if (amount === null) return null
  const times = period === 'month' && paymentsPerYear !== 12 ? `, ${paymentsPerYear} times a year` : ''
  return `${money(amount, currency, locale)} ${PERIODS[period]}${times}`
}

/** The stated pay in the threshold's measure: '€60,000', '€51,600 – €62,400', 'from €60,000'. Pure. */
export function payWords({ pay, threshold }: Pick<PermitCheck, 'pay' | 'threshold'>, locale?: Locale): string | null {
  if (pay === null) return null
  const { currency } = threshold
  if (pay.high === null) return `from ${money(pay.low, currency, locale)}`
  if (pay.low === 0) return `up to ${money(pay.high, currency, locale)}`
  if (pay.low === pay.high) return money(pay.low, currency, locale)
  return `${money(pay.low, currency, locale)} – ${money(pay.high, currency, locale)}`
}

/** 'valid since 1 Jan 2026', and until when, when that is known; null when neither is. Pure. */
export function validWords({ validFrom, validTo }: PermitCheck['threshold'], locale?: Locale): string | null {
  const day = (iso: string) => formatDate(Date.parse(iso), locale)
  const words = [
    validFrom === null ? null : `since ${day(validFrom)}`,
    validTo === null ? null : `until ${day(validTo)}`,
  ].filter((word) => word !== null)
  return words.length === 0 ? null : `valid ${words.join(', ')}`
}

function money(amount: number, currency: string, locale: Locale): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
    maximumFractionDigits: Number.isInteger(amount) ? 0 : 2,
  }).format(amount)
}
