import type { SalaryFact, SalaryPeriod } from '#shared/facts.ts'
import { type ExchangeRates, rateDate, toEur } from './exchange-rates.ts'

/** How often a period's pay comes in a year of full-time work. Hours: 1,720, the EU average of hours worked a year in full-time
 *  jobs (Eurostat lfsa_ewhan2, about 40 a week without leave and holidays). Days: 220, the same year in eight-hour days. */
const PERIODS_PER_YEAR: Readonly<Record<SalaryPeriod, number>> = { year: 1, month: 12, day: 220, hour: 1720 }

/** Yearly pay in EUR, rounded to whole euros, for pay as a posting states it; null when the currency is unknown or there is no
 *  figure. A bound that is not stated stays null. A month counts twelve times, or as often as the posting says it is paid
 *  (`paymentsPerYear`, null where it says nothing); a year's pay holds its thirteenth month already. Net pay is carried over as it
 *  stands, never grossed up: it is a floor of the gross. A freelance rate is turnover without VAT at full capacity. The result
 *  carries the day of the currency's rate. Pure. */
export function toYearlyEur(
  salary: Pick<SalaryFact, 'min' | 'max' | 'currency' | 'period' | 'paymentsPerYear'>,
  rates: ExchangeRates,
): SalaryFact['yearEur'] {
  const perYear =
    salary.period === 'month' ? (salary.paymentsPerYear ?? PERIODS_PER_YEAR.month) : PERIODS_PER_YEAR[salary.period]
  const yearly = (amount: number | null): number | null => {
    if (amount === null || !Number.isFinite(amount)) return null
    const euros = toEur(amount * perYear, salary.currency, rates)
    return euros === null ? null : Math.round(euros)
  }
  const min = yearly(salary.min)
  const max = yearly(salary.max)
  return min === null && max === null ? null : { min, max, asOf: rateDate(salary.currency, rates) }
}
