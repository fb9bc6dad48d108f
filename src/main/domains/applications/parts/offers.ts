import type { z } from 'zod'
import type { ComparedOffer, Offer, offerFieldsSchema, PayWish } from '#shared/application-parts.ts'
import type { SalaryPeriod } from '#shared/facts.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { ExchangeRates } from '#main/infra/money/exchange-rates.ts'
import { toYearlyEur } from '#main/infra/money/year-eur.ts'
import { createPartChanges, differs, type PartChanges, type PartContext } from './part-changes.ts'
import { createPartRows, type PartRows } from './part-rows.ts'

export type OfferFields = z.output<typeof offerFieldsSchema>
type Rates = () => ExchangeRates

export interface Offers extends Pick<PartChanges<Offer>, 'remove' | 'restore'> {
  readonly add: (input: { applicationId: number; fields: OfferFields }) => Offer
  readonly update: (input: { id: number; fields: OfferFields }) => Offer
}

interface PayColumns {
  readonly amount: number | null
  readonly currency: string | null
  readonly period: SalaryPeriod | null
}
type Row = Omit<Offer, 'pay' | 'yearEur' | 'ratesAsOf'> & PayColumns
type Written = Omit<OfferFields, 'pay'> & PayColumns

export function createOfferRows(database: Database, rates: Rates): PartRows<Offer> {
  return createPartRows<Row, Offer>(database, {
    table: 'offer',
    columns: `received_at as receivedAt, amount, currency, period, bonus, notice_weeks as noticeWeeks, remote_days as remoteDays,
      vacation_days as vacationDays, starts_on as startsOn, answer_by as answerBy, notes`,
    order: 'received_at, id',
    toPart: ({ amount, currency, period, ...row }) => {
      const pay = payOf({ amount, currency, period })
      return { ...row, pay, ...yearOf(pay, rates()) }
    },
  })
}

/** What employers offer. Amounts are kept as they were told; the year in EUR is of today's rates. */
export function createOffers(context: PartContext, rates: Rates): Offers {
  const { raw } = context.database
  const insert = raw.prepare<Written & { applicationId: number }>(
    `insert into offer (application_id, received_at, amount, currency, period, bonus, notice_weeks, remote_days, vacation_days,
       starts_on, answer_by, notes)
     values (:applicationId, :receivedAt, :amount, :currency, :period, :bonus, :noticeWeeks, :remoteDays, :vacationDays,
       :startsOn, :answerBy, :notes)`,
  )
  const write = raw.prepare<Written & { id: number }>(
    `update offer set received_at = :receivedAt, amount = :amount, currency = :currency, period = :period, bonus = :bonus,
       notice_weeks = :noticeWeeks, remote_days = :remoteDays, vacation_days = :vacationDays, starts_on = :startsOn,
       answer_by = :answerBy, notes = :notes
     where id = :id`,
  )
  const changes = createPartChanges<Offer>(context, {
    entity: 'offer',
    table: 'offer',
    rows: createOfferRows(context.database, rates),
    eventOf: ({ id, pay }, change) => ({ type: 'offer', partId: id, change, pay }),
  })
  return {
    add: ({ applicationId, fields }) =>
      changes.add(applicationId, () => insert.run({ ...columnsOf(fields), applicationId }).lastInsertRowid),
    update: ({ id, fields }) =>
      changes.change(id, (offer) => {
        if (!differs<OfferFields>(fields, offer)) return null
        write.run({ ...columnsOf(fields), id })
        return 'changed'
      }),
    remove: changes.remove,
    restore: changes.restore,
  }
}

/** Gross a year in EUR and the day of the rate; nulls when nothing is told or the currency has no rate. Pure. */
export function yearOf(pay: PayWish | null, rates: ExchangeRates): Pick<Offer, 'yearEur' | 'ratesAsOf'> {
  if (pay === null) return { yearEur: null, ratesAsOf: null }
  const { amount, currency, period } = pay
  const year = toYearlyEur({ min: amount, max: amount, currency, period, paymentsPerYear: null }, rates)
  return { yearEur: year?.min ?? null, ratesAsOf: year?.asOf ?? null }
}

/** Pay out of its three columns; null when one of them is empty. Pure. */
export function payOf({ amount, currency, period }: PayColumns): PayWish | null {
  return amount === null || currency === null || period === null ? null : { amount, currency, period }
}

/** The best paid first, those without known pay last; of the same pay, the one that came first. Pure. */
export function inOrderOfPay(offers: readonly ComparedOffer[]): ComparedOffer[] {
  return offers.toSorted((a, b) => (b.yearEur ?? -1) - (a.yearEur ?? -1) || a.receivedAt - b.receivedAt || a.id - b.id)
}

function columnsOf({ pay, ...fields }: OfferFields): Written {
  return { ...fields, amount: pay?.amount ?? null, currency: pay?.currency ?? null, period: pay?.period ?? null }
}
