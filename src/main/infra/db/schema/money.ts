import { real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Exchange rates that were fetched: units of the currency (ISO 4217) that one euro buys on the day `asOf` (ISO date). `refused` says
 *  why a newer rate was not taken; null when the last one was. What is not here is in the bundled table. */
export const exchangeRate = sqliteTable('exchange_rate', {
  currency: text('currency').primaryKey(),
  perEur: real('per_eur').notNull(),
  asOf: text('as_of').notNull(),
  refused: text('refused'),
})
