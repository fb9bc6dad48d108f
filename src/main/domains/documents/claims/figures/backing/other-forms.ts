import sums from '#resources/claim-sums.json' with { type: 'json' }
import words from '#resources/claim-words.json' with { type: 'json' }
import { readTokens, spaced, spacedPhrase } from '../../read/tokens.ts'
import type { NumberSaid } from '../number-said.ts'
import { isNear } from './near.ts'
import type { FactNumber } from './fact-number.ts'
import { percentOf } from './match-number.ts'

const SECONDS: Readonly<Record<string, number>> = words.units.seconds
const FIGURES = /^(?:figures?|digits?|stellige?[mnrs]?)$/u
/** Times of which a rate tells: "four times an hour". */
const OF_RATE = new Set(['hour', 'day', 'week'])
const EPSILON = 1e-6

/** "a seven-figure budget", "im sechsstelligen Bereich": how many digits an amount of the facts has. Pure. */
export function hasSoManyFigures({ is, value, nouns, written }: NumberSaid, facts: readonly FactNumber[]): boolean {
  if (is !== 'count' || !(/stellig/i.test(written) || nouns.some((noun) => FIGURES.test(noun.toLowerCase()))))
    return false
  return facts.some((fact) => fact.is === 'money' && Math.floor(Math.log10(Math.max(1, fact.value))) + 1 === value)
}

/** "four times an hour" is every 15 minutes. Pure. */
export function isAsOften({ is, value, rate, bound }: NumberSaid, facts: readonly FactNumber[]): boolean {
  if (is !== 'times' || rate === null || !OF_RATE.has(rate) || bound !== 'exact') return false
  const seconds = SECONDS[rate] ?? 0
  return facts.some((fact) => fact.is === 'seconds' && Math.abs(fact.value * value - seconds) < EPSILON)
}

const HALF_DAY_SECONDS = 12 * 3600
const HALF_WORKDAY_SECONDS = 4 * 3600

/** "half a day" is four hours of work. Pure. */
export function isHalfWorkday({ is, value }: NumberSaid, facts: readonly FactNumber[]): boolean {
  const other = value === HALF_DAY_SECONDS ? HALF_WORKDAY_SECONDS : HALF_DAY_SECONDS
  if (is !== 'seconds' || (value !== HALF_DAY_SECONDS && value !== HALF_WORKDAY_SECONDS)) return false
  return facts.some((fact) => fact.is === 'seconds' && fact.value === other)
}

const NOON = 12
const HOUR_SECONDS = 3600

/** "at five rather than nine": hours that the facts tell as times of day. Pure. */
export function isHour({ is, value, nouns, bound }: NumberSaid, facts: readonly FactNumber[]): boolean {
  if (is !== 'count' || nouns.length > 0 || bound !== 'exact') return false
  const hours = new Set([value, ...(value <= NOON ? [value + NOON] : [])])
  return facts.some((fact) => fact.is === 'clock' && hours.has(fact.value / HOUR_SECONDS))
}

const UPWARDS = new Set(['over', 'atLeast', 'well'])
const MONTH_SECONDS = (365.25 / 12) * 86_400
const LEAST_SECONDS = 20 * 86_400
const MONTH_SHARE = 0.1

/** "two months" of a fact that says eight weeks. Pure. */
export function isInMonths(number: NumberSaid, facts: readonly FactNumber[]): boolean {
  const factor = number.is === 'months' ? 1 / MONTH_SECONDS : number.is === 'seconds' ? MONTH_SECONDS : 0
  if (factor === 0 || (number.is === 'seconds' && number.value < LEAST_SECONDS)) return false
  const other = number.is === 'months' ? 'seconds' : 'months'
  return facts.some(
    (fact) =>
      fact.is === other &&
      (fact.is === 'months' || fact.value >= LEAST_SECONDS) &&
      isNear(number, fact.value * factor, { share: MONTH_SHARE, slack: 0 }),
  )
}

const ALL_PERCENT = 100
const REST = { share: 0, slack: 0.011 }

/** "22 % are sorted by hand" where 78 % are not: what is left of all. Pure. */
export function isRest(number: NumberSaid, facts: readonly FactNumber[], text: string): boolean {
  if (number.is !== 'percent' || number.isDifference || number.trend !== null || UPWARDS.has(number.bound)) return false
  const behind = spaced(readTokens(text.slice(Math.max(0, number.end), number.end + REST_LETTERS)))
  const isOfBefore = number.end >= 0 && OF_BEFORE.some((phrase) => behind.startsWith(phrase))
  return facts.some(
    (fact) =>
      fact.is === 'percent' &&
      (!fact.isDifference || (isOfBefore && fact.trend === 'down')) &&
      isNear(number, ALL_PERCENT - fact.value, REST),
  )
}
/** "three quarters of what it was" after a cut by a quarter */
const OF_BEFORE = sums.ofBefore.map(spacedPhrase)
const REST_LETTERS = 40

/** "a recall of 0.94" is 94 %; the other way round is the facts' own reading. Pure. */
export function asShare(number: NumberSaid): NumberSaid | null {
  const isShare = number.is === 'count' && number.value > 0 && number.value < 1 && /^0?[.,]\d/.test(number.written)
  return isShare && number.counted === null ? percentOf(number) : null
}
