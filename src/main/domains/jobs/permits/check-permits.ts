import type { JobFacts, RoleFamily, SalaryFact } from '#shared/facts.ts'
import type { PermitCheck, PermitDoubt, PermitSituation, PermitVerdict } from '#shared/permits.ts'
import type { ExchangeRates } from '#main/infra/money/exchange-rates.ts'
import { allHold, type Holds, type Subject } from './conditions.ts'
import { payInMeasure, type PayInMeasure } from './pay-in-measure.ts'
import { allThresholds, isStale, type Threshold, thresholdsOf } from './thresholds.ts'

export interface CheckOptions {
  readonly situation: PermitSituation
  readonly rates: ExchangeRates
  /** UTC ms. */
  readonly now: number
}

type CheckedFacts = Pick<JobFacts, 'salary' | 'places' | 'roleFamily'>

/** Whether the pay that a posting states reaches what each permit of its countries asks for. Only stated gross pay of an employment
 *  counts; everything that is not said widens the range that the pay may lie in, and where the threshold lies inside that range, or
 *  hangs on something unknown about the user, the verdict is 'cannot_tell' with the reasons. Pure. */
export function checkPermits(facts: CheckedFacts, options: CheckOptions): PermitCheck[] {
  if (!options.situation.isPermitNeeded) return []
  const countries = [...new Set(facts.places.flatMap(({ countryCode }) => countryCode ?? []))]
  return countries.flatMap((countryCode) => {
    const permits = Map.groupBy(thresholdsOf(countryCode), (row) => `${row.region ?? ''}\n${row.permit}`)
    return [...permits.values()].flatMap((rows) => checkPermit(rows, facts, options))
  })
}

interface Weighed {
  readonly row: Threshold
  readonly holds: Holds
}

/** None when every row asks for something that the user does not have: the permit is not open to them. */
function checkPermit(rows: readonly Threshold[], facts: CheckedFacts, options: CheckOptions): PermitCheck[] {
  const subject: Subject = { situation: options.situation, roleFamily: facts.roleFamily, now: options.now }
  const weighed = rows.map((row) => ({ row, holds: allHold(row.when, subject) })).filter(({ holds }) => holds !== 'no')
  const verdicts = weighed.map((one) => ({ ...one, ...judge(one, facts.salary, options.rates) }))
  const best = verdicts.toSorted((a, b) => rankOf(a) - rankOf(b) || amountOf(a.row) - amountOf(b.row))[0]
  if (best === undefined) return []
  const verdict = verdictOf(verdicts)
  const { row, pay } = best
  const { countryCode, region, permit } = row
  return [
    {
      countryCode,
      region,
      permit,
      verdict,
      doubts: verdict === 'cannot_tell' ? doubtsOf(verdicts) : [],
      threshold: thresholdView(row, options.now),
      pay: pay === null ? null : { low: Math.round(pay.low), high: pay.high === null ? null : Math.round(pay.high) },
      ratesAsOf: pay?.ratesAsOf ?? null,
    },
  ]
}

/** The rows of the job's countries whose amount the stated pay surely reaches, whoever the user is. Pure. */
export function thresholdsReached(facts: Pick<JobFacts, 'salary' | 'places'>, rates: ExchangeRates): string[] {
  const { salary, places } = facts
  if (salary === null) return []
  const countries = new Set(places.flatMap(({ countryCode }) => countryCode ?? []))
  return [...countries]
    .flatMap(thresholdsOf)
    .filter((row) => judge({ row, holds: 'yes' }, salary, rates).verdict === 'meets')
    .map(({ id }) => id)
}

/** The rows that surely hold for the user: whatever the job is, or if it is one of ICT. Pure. */
export function thresholdsFor(situation: PermitSituation, now: number): { always: string[]; inIt: string[] } {
  const rows = allThresholds()
  const holding = (roleFamily: RoleFamily) =>
    rows.filter((row) => allHold(row.when, { situation, roleFamily, now }) === 'yes').map(({ id }) => id)
  const always = holding('product_manager')
  return { always, inIt: holding('backend').filter((id) => !always.includes(id)) }
}

interface Judged extends Weighed {
  readonly verdict: PermitVerdict
  readonly doubts: readonly PermitDoubt[]
  readonly pay: PayInMeasure | null
}

/** A row's amount against the pay; whether the row holds for the user is another question. */
function judge({ row }: Weighed, salary: SalaryFact | null, rates: ExchangeRates): Omit<Judged, keyof Weighed> {
  if (row.amount === null) return { verdict: 'cannot_tell', doubts: ['no_fixed_figure'], pay: null }
  if (salary === null) return { verdict: 'cannot_tell', doubts: ['no_salary'], pay: null }
  const pay = payInMeasure(salary, row, rates)
  if ('doubt' in pay) return { verdict: 'cannot_tell', doubts: [pay.doubt], pay: null }
  if (pay.low >= row.amount) return { verdict: 'meets', doubts: [], pay }
  if (pay.high !== null && pay.high < row.amount) return { verdict: 'below', doubts: [], pay }
  const isOpen = salary.min === null || salary.max === null
  const isRange = !isOpen && salary.min !== salary.max
  const doubts: PermitDoubt[] = [...pay.doubts]
  if (isOpen) doubts.unshift('open_range')
  else if (isRange) doubts.unshift('range_spans')
  return { verdict: 'cannot_tell', doubts, pay }
}

/** Meets when a row that surely holds is met; below when no row that may hold can be met. */
function verdictOf(verdicts: readonly Judged[]): PermitVerdict {
  if (verdicts.some(({ holds, verdict }) => holds === 'yes' && verdict === 'meets')) return 'meets'
  if (verdicts.every(({ verdict }) => verdict === 'below')) return 'below'
  return 'cannot_tell'
}

/** What stands between the user and an answer: doubts about the pay of rows that hold, and about the rows that would help. */
function doubtsOf(verdicts: readonly Judged[]): PermitDoubt[] {
  const doubts = verdicts.flatMap(({ holds, verdict, doubts: own }): PermitDoubt[] => {
    if (verdict === 'below') return []
    if (holds === 'yes' || holds === 'no') return [...own]
    return [holds, ...own]
  })
  return [...new Set(doubts)]
}

/** The row to show: one that surely holds and is met, then one that surely holds, then one that may. */
function rankOf({ holds, verdict }: Judged): number {
  if (holds === 'yes') return verdict === 'meets' ? 0 : 1
  return verdict === 'meets' ? 2 : 3
}

function amountOf(row: Threshold): number {
  return row.amount ?? Infinity
}

function thresholdView(row: Threshold, now: number): PermitCheck['threshold'] {
  const { id, variant, amount, currency, period, paymentsPerYear, validFrom, validTo, source } = row
  return {
    id,
    variant,
    amount,
    currency,
    period,
    paymentsPerYear,
    validFrom,
    validTo,
    source,
    isStale: isStale(row, now),
  }
}
