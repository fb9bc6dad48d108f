import bundled from '#resources/exchange-rates.json' with { type: 'json' }

/** Units of each currency (ISO 4217) that one euro buys, on the day `asOf` (ISO date); `asOfByCurrency` holds the days of those
 *  that are of another day. */
export interface ExchangeRates {
  readonly asOf: string
  readonly unitsPerEur: Readonly<Record<string, number>>
  readonly asOfByCurrency?: Readonly<Record<string, string>>
}

/** The rate of one currency, on its own day. */
export interface DatedRate {
  readonly currency: string
  readonly perEur: number
  readonly asOf: string
}

/** The rates that ship with the app: approximate reference values of their date, see `origin` in the file. */
export const BUNDLED_RATES: ExchangeRates = { asOf: bundled.asOf, unitsPerEur: bundled.unitsPerEur }

/** An amount in euro; null when the table does not know the currency. */
export function toEur(amount: number, currency: string, rates: ExchangeRates): number | null {
  const units = Object.hasOwn(rates.unitsPerEur, currency) ? rates.unitsPerEur[currency] : undefined
  return units === undefined || !(units > 0) ? null : amount / units
}

/** The day of a currency's rate, as ISO date. */
export function rateDate(currency: string, rates: ExchangeRates): string {
  return rates.asOfByCurrency?.[currency] ?? rates.asOf
}

/** The table with fresher rates over it, each with its own day. Pure. */
export function withRates(rates: ExchangeRates, fresher: readonly DatedRate[]): ExchangeRates {
  const unitsPerEur = { ...rates.unitsPerEur }
  const asOfByCurrency = { ...rates.asOfByCurrency }
  for (const { currency, perEur, asOf } of fresher) {
    if (asOf < rateDate(currency, rates)) continue
    unitsPerEur[currency] = perEur
    asOfByCurrency[currency] = asOf
  }
  return { ...rates, unitsPerEur, asOfByCurrency }
}
