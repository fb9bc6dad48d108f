import type { PayWish } from '#shared/application-parts.ts'
import type { SalaryFact, SalaryPeriod } from '#shared/facts.ts'
import type { PermitDoubt } from '#shared/permits.ts'
import { type ExchangeRates, rateDate, toEur } from '#main/infra/money/exchange-rates.ts'
import type { Threshold } from './thresholds.ts'

/** The stated pay in the measure of a threshold: everything between `low` and `high` is what the posting may mean (`high` null: no
 *  upper end is stated). */
export interface PayInMeasure {
  readonly low: number
  readonly high: number | null
  /** What would have to be said to narrow it. */
  readonly doubts: readonly PermitDoubt[]
  /** The day of the older of the rates that it was converted with, as ISO date; null when it was not. */
  readonly ratesAsOf: string | null
}

interface Span {
  readonly least: number
  readonly most: number
  readonly doubt: PermitDoubt | null
}

/** Hours and days of a full-time year: from 1,720 worked ones (Eurostat lfsa_ewhan2) to 2,080 paid ones (52 weeks of 40 hours). */
const TIMES_A_YEAR: Readonly<Record<Exclude<SalaryPeriod, 'month'>, Span>> = {
  year: { least: 1, most: 1, doubt: null },
  day: { least: 215, most: 260, doubt: 'hours_unknown' },
  hour: { least: 1720, most: 2080, doubt: 'hours_unknown' },
}
/** Countries where a year often has fourteen months' pay, and a posting need not say so. */
const FOURTEEN_MONTHS = new Set(['AT', 'ES', 'IT', 'PT', 'GR'])

/** What the posting's pay comes to in the threshold's currency, period and number of payments. Null, with the reason, when it cannot
 *  be brought there. Pure. */
export function payInMeasure(
  salary: SalaryFact,
  row: Threshold,
  rates: ExchangeRates,
): PayInMeasure | { readonly doubt: PermitDoubt } {
  if (salary.tax === 'net') return { doubt: 'net_pay' }
  if (salary.contract === 'b2b') return { doubt: 'contractor' }
  const factor = exchange(salary.currency, row.currency, rates)
  if (factor === null) return { doubt: 'no_rate' }
  const a = timesAYear(salary, row)
  const [least, most] = [a.least * factor, a.most * factor]
  const allowance = allowanceOf(salary, row)
  const parts = row.period === 'year' ? 1 : row.paymentsPerYear
  const low = ((salary.min ?? 0) * least) / parts / (1 + allowance / 100)
  const high = salary.max === null ? null : (salary.max * most) / parts
  const doubts = [a.doubt, allowance > 0 ? ('holiday_pay_unknown' as const) : null]
  return {
    low,
    high,
    doubts: doubts.filter((doubt) => doubt !== null),
    ratesAsOf: salary.currency === row.currency ? null : olderRate([salary.currency, row.currency], rates),
  }
}

/** An exact gross pay of somebody employed, in the words of a posting. Pure. */
export function agreedPay({ amount, currency, period }: PayWish): SalaryFact {
  return {
    min: amount,
    max: amount,
    currency,
    period,
    evidence: null,
    yearEur: null,
    tax: 'gross',
    contract: 'employment',
    paymentsPerYear: null,
    variants: [],
    extras: [],
  }
}

function olderRate(currencies: readonly string[], rates: ExchangeRates): string | null {
  const days = currencies.filter((currency) => currency !== 'EUR').map((currency) => rateDate(currency, rates))
  return days.toSorted()[0] ?? null
}

function timesAYear({ period, paymentsPerYear }: SalaryFact, row: Threshold): Span {
  if (period !== 'month') return TIMES_A_YEAR[period]
  if (paymentsPerYear !== null) return { least: paymentsPerYear, most: paymentsPerYear, doubt: null }
  // A month's pay against a month's threshold of the same country: however many there are in a year, they are the same months.
  if (row.period === 'month') return { least: row.paymentsPerYear, most: row.paymentsPerYear, doubt: null }
  if (FOURTEEN_MONTHS.has(row.countryCode)) return { least: 12, most: 14, doubt: 'payments_unknown' }
  return { least: 12, most: 12, doubt: null }
}

/** A yearly figure may hold the holiday allowance that the threshold leaves out; a month's pay does not. */
function allowanceOf({ period }: SalaryFact, row: Threshold): number {
  return period === 'year' ? row.holidayAllowancePercent : 0
}

function exchange(from: string, to: string, rates: ExchangeRates): number | null {
  if (from === to) return 1
  const [one, other] = [toEur(1, from, rates), toEur(1, to, rates)]
  return one === null || other === null ? null : one / other
}
