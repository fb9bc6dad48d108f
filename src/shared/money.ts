import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'

/** Units of a currency (ISO 4217) that one euro buys on a day (ISO date). `isFetched`: from the European Central Bank, else from the
 *  table that ships with the app. `refused` says why a newer rate was not taken; null when the last one was. */
const exchangeRateSchema = z.object({
  currency: z.string().length(3),
  perEur: z.number(),
  asOf: z.string(),
  isFetched: z.boolean(),
  refused: z.string().nullable(),
})

export const ratesViewSchema = z.object({
  /** The newest day of any rate. */
  asOf: z.string(),
  rates: z.array(exchangeRateSchema),
  isRefreshing: z.boolean(),
  /** Why the last refresh brought nothing; null when it did, or there was none. */
  problem: z.object({ message: z.string(), at: z.number().int() }).nullable(),
})
export type RatesView = z.infer<typeof ratesViewSchema>

const base = oc.errors({ INTERNAL: errors.INTERNAL })

/** `refresh` fetches the reference rates in the background; while that goes on it is not done twice. */
export const moneyContract = {
  rates: base.output(ratesViewSchema),
  refresh: base.output(ratesViewSchema),
}
