import data from '#resources/permit-thresholds.json' with { type: 'json' }
import type { PermitSituation } from '#shared/permits.ts'

/** What a row of thresholds asks for besides the pay. */
export type Condition =
  | { readonly kind: 'age_from' | 'age_under'; readonly years: number }
  | { readonly kind: 'degree'; readonly level?: Exclude<PermitSituation['degree'], null> }
  | { readonly kind: 'degree_within_years'; readonly years: number }
  | { readonly kind: 'it_occupation' }
  | { readonly kind: 'other' }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }

/** A gross pay that a permit asks for; `amount` null where the country fixes none. `paymentsPerYear` 14 where a year has as many
 *  months' pay; `holidayAllowancePercent` is what a yearly figure may hold on top and the threshold does not count. */
export interface Threshold {
  readonly id: string
  readonly countryCode: string
  readonly region: string | null
  readonly permit: string
  readonly variant: string
  readonly amount: number | null
  readonly currency: string
  readonly period: 'year' | 'month'
  readonly paymentsPerYear: number
  readonly holidayAllowancePercent: number
  readonly when: readonly Condition[]
  readonly status: 'verified' | 'stale' | 'none'
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly source: string
}

export const THRESHOLDS_AS_OF: string = data.asOf

const rows = data.rows as readonly Threshold[]
const byCountry = Map.groupBy(rows, (row) => row.countryCode)

/** Every row, in the order of the data file. */
export function allThresholds(): readonly Threshold[] {
  return rows
}

/** The rows of a country, in the order of the data file; none where the product knows no threshold. Source: per row. */
export function thresholdsOf(countryCode: string): readonly Threshold[] {
  return byCountry.get(countryCode) ?? []
}

const DAY_MS = 86_400_000
/** Most amounts are set once a year. */
const FRESH_DAYS = 400

/** Whether a figure may no longer be the one that counts. `now` is UTC ms. Pure. */
export function isStale(row: Threshold, now: number): boolean {
  if (row.status === 'stale') return true
  if (row.validTo !== null && Date.parse(row.validTo) + DAY_MS <= now) return true
  return now - Date.parse(THRESHOLDS_AS_OF) > FRESH_DAYS * DAY_MS
}
