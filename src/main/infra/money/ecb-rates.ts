import type { DatedRate } from './exchange-rates.ts'

/** The answer holds no reference rates that could be used; `message` says why, as a sentence for a person. */
export class RatesRefused extends Error {
  override readonly name = 'RatesRefused'
}

/** A rate that was not taken, with the one that stays in its place. */
export interface RefusedRate {
  readonly kept: DatedRate
  readonly reason: string
}

const CUBE = /<Cube\b([^<>]*)>/g
const ATTRIBUTE = /\b(time|currency|rate)\s*=\s*(?:'([^'<>]*)'|"([^"<>]*)")/g
const MAX_CHARS = 200_000
/** The list has named some thirty currencies for twenty years; much less of it is not the list. */
const LEAST_RATES = 15
const NEVER_MISSING = ['USD', 'GBP', 'CHF']
/** Units per euro: Kuwait's dinar is dearest, Vietnam's dong cheapest of what is traded. */
const LEAST_PER_EUR = 0.05
const MOST_PER_EUR = 500_000
const DAY_MS = 86_400_000
const YEAR_DAYS = 365
/** Further than this off the rate before, for each year that lies between them, is a mistake of somebody's. */
const MOST_CHANGE = 0.3

function attributesOf(tag: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...tag.matchAll(ATTRIBUTE)].map((match) => [match[1] ?? '', match[2] ?? match[3] ?? '']))
}

/** Midnight UTC of an ISO date that exists; null for anything else. */
function dayOf(date: string): number | null {
  const instant = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== date ? null : instant
}

function rateIn(tag: Readonly<Record<string, string>>, asOf: string): DatedRate | null {
  const { currency = '', rate = '' } = tag
  const perEur = /^\d{1,9}(?:\.\d{1,9})?$/.test(rate) ? Number(rate) : 0
  const isRate = /^[A-Z]{3}$/.test(currency) && currency !== 'EUR' && perEur >= LEAST_PER_EUR && perEur <= MOST_PER_EUR
  return isRate ? { currency, perEur, asOf } : null
}

/** The daily reference rates of the European Central Bank (eurofxref-daily.xml): the newest day in it. `now` is UTC ms. Throws
 *  RatesRefused when it is something else, names no day, one that is still to come, or too few rates. Linear; pure. */
export function parseEcbRates(xml: string, now: number): readonly DatedRate[] {
  const tags = [...xml.slice(0, MAX_CHARS).matchAll(CUBE)].map((match) => attributesOf(match[1] ?? ''))
  const first = tags.findIndex((tag) => tag['time'] !== undefined)
  const asOf = tags[first]?.['time'] ?? ''
  const day = dayOf(asOf)
  if (day === null) throw new RatesRefused('The answer is no list of reference rates: it names no day.')
  if (day > now + DAY_MS) throw new RatesRefused(`The reference rates are of a day still to come, ${asOf}.`)
  const rates = new Map<string, DatedRate>()
  for (const tag of tags.slice(first + 1)) {
    // A longer list goes on with the day before.
    if (tag['time'] !== undefined) break
    const rate = rateIn(tag, asOf)
    if (rate && !rates.has(rate.currency)) rates.set(rate.currency, rate)
  }
  const missing = NEVER_MISSING.find((currency) => !rates.has(currency))
  if (rates.size < LEAST_RATES || missing !== undefined) {
    throw new RatesRefused(
      `The list of reference rates is not whole: ${rates.size} rates${missing === undefined ? '' : `, none for ${missing}`}.`,
    )
  }
  return [...rates.values()]
}

/** Parts fetched rates into those that are taken and those that are too far off the one before: more than 30 % for each year that
 *  lies between the two. A rate without one before is taken; one of an earlier day than the one before is passed over. Pure. */
export function judgeRates(
  fetched: readonly DatedRate[],
  before: (currency: string) => DatedRate | null,
): { readonly taken: readonly DatedRate[]; readonly refused: readonly RefusedRate[] } {
  const taken: DatedRate[] = []
  const refused: RefusedRate[] = []
  for (const rate of fetched) {
    const known = before(rate.currency)
    const days = known === null ? 0 : ((dayOf(rate.asOf) ?? 0) - (dayOf(known.asOf) ?? 0)) / DAY_MS
    if (known === null) taken.push(rate)
    else if (days >= 0) {
      const most = (1 + MOST_CHANGE) ** Math.max(1, Math.ceil(days / YEAR_DAYS))
      const change = rate.perEur / known.perEur
      if (change <= most && change >= 1 / most) taken.push(rate)
      else refused.push({ kept: known, reason: refusal(rate, known) })
    }
  }
  return { taken, refused }
}

function refusal({ currency, perEur, asOf }: DatedRate, known: DatedRate): string {
  const percent = Math.round(Math.abs(perEur / known.perEur - 1) * 100)
  return `${currency} ${perEur} per euro on ${asOf} is ${percent} % off the ${known.perEur} of ${known.asOf}.`
}
