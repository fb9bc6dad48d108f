import bundled from '#resources/exchange-rates.json' with { type: 'json' }

/** Units of each currency (ISO 4217) that one euro buys, on the day `asOf` (ISO date). */
export interface ExchangeRates {
  readonly asOf: string
  readonly unitsPerEur: Readonly<Record<string, number>>
}

/** The rates that ship with the app: approximate reference values of their date, see `origin` in the file. */
export const BUNDLED_RATES: ExchangeRates = { asOf: bundled.asOf, unitsPerEur: bundled.unitsPerEur }

/** An amount in euro; null when the table does not know the currency. */
export function toEur(amount: number, currency: string, rates: ExchangeRates): number | null {
  const units = Object.hasOwn(rates.unitsPerEur, currency) ? rates.unitsPerEur[currency] : undefined
  return units === undefined || !(units > 0) ? null : amount / units
}
