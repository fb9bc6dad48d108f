import { foldLetters } from '#main/infra/text/fold.ts'
import sums from '#resources/claim-sums.json' with { type: 'json' }
import { alike } from '../../read/titles-said.ts'
import { isNear, MOST_SHARE_OF_WELL } from './near.ts'
import type { NumberSaid } from '../number-said.ts'

/** A number of a fact; `line` tells those of one line from others. `language` of the line, '' where it does not tell. */
export interface FactNumber extends NumberSaid {
  readonly line: number
  readonly language: string
  /** A time that the line names, for a number that names none. */
  readonly lineRates: readonly string[]
}

/** A number of a fact in all its readings: 0.96 is also 96 %. Pure. */
export function readingsOf(number: FactNumber): FactNumber[] {
  const share = number.is === 'count' && number.value > 0 && number.value < 1 && /[.,]/.test(number.written)
  return [
    number,
    ...(number.also === null ? [] : [{ ...number, ...number.also }]),
    ...(share ? [percentOf(number)] : []),
  ]
}

/** A share as people write it in percent. Pure. */
export function percentOf<Of extends NumberSaid>(number: Of): Of {
  const value = Number((number.value * 100).toPrecision(12))
  return { ...number, is: 'percent', counted: null, nouns: [], value }
}

/** How far "about" may be from the fact, and "almost" below it, as a share. */
const ABOUT_SHARE = 0.1
/** "Over 20" of 900 is true and says nothing: below this share of the fact it is another number. */
const LEAST_SHARE_OF_OVER = 0.5
const FRACTION_SLACK = 1.5
const EPSILON = 1e-6

/** Whether a stated number is the one of a fact, or honestly less exact. What is counted, the currency, the time it is per, and
 *  whether it rises or falls must not differ where both say. Pure. */
export function isSameNumber(said: NumberSaid, fact: FactNumber, language: string): boolean {
  // The cheapest first: of hundreds of numbers few have the value.
  return (
    isValueBacked(said, fact) &&
    !(said.isOthers && fact.isGroup && !fact.isOthers) &&
    isSameRate(said, fact) &&
    isSameKind(said, { fact, language }) &&
    movesAlike(said, fact)
  )
}

/** A time that no word of the fact names is added. */
function isSameRate({ rate }: NumberSaid, fact: FactNumber): boolean {
  if (rate === null) return true
  return fact.rate === null ? fact.lineRates.includes(rate) : fact.rate === rate
}

const OF_YEAR: Readonly<Record<string, number>> = sums.year
const RATE_SHARE = 0.02

/** "€42,000 a month" is half a million a year. Pure. */
export function isSameInOtherTime(said: NumberSaid, fact: FactNumber): boolean {
  const [own, known] = [
    OF_YEAR[said.rate ?? ''],
    OF_YEAR[fact.rate ?? (fact.lineRates.length === 1 ? (fact.lineRates[0] ?? '') : '')],
  ]
  if (own === undefined || known === undefined || own === known || said.is !== fact.is || said.money !== fact.money)
    return false
  if (said.is !== 'money' && said.is !== 'seconds') return false
  return movesAlike(said, fact) && isNear(said, (fact.value * known) / own, { share: RATE_SHARE, slack: 0 })
}

function isSameKind(said: NumberSaid, { fact, language }: { fact: FactNumber; language: string }): boolean {
  if (isFactor(said) || isFactor(fact))
    return isFactor(said) === isFactor(fact) || said.is === 'percent' || fact.is === 'percent'
  if (said.is !== fact.is) return said.is === 'count' && said.counted === null && fact.is === 'money'
  if (said.is === 'money') return said.money === fact.money
  return isSameNoun(said, { fact, language })
}

/** Classes are the same in every language; words that are in none are compared within one language. */
function isSameNoun(said: NumberSaid, { fact, language }: { fact: FactNumber; language: string }): boolean {
  const own = nounsOf(said, language)
  const known = nounsOf(fact, fact.language)
  if (own.length === 0 || known.length === 0) return true
  const { counted, holder } = fact
  if (holder !== null && own.some((noun) => alike(noun, holder.plain))) return true
  if (said.counted !== null && counted !== null) return said.counted.some((kind) => counted.includes(kind))
  if (language !== fact.language) return true
  // Two words for one thing are many, and a large number is seldom two things'.
  if (said.value >= LEAST_TELLING && (said.counted === null || fact.counted === null) && !isOfPeopleAlone(said))
    return true
  return own.some((noun) => known.some((other) => alike(noun, other)))
}

const LEAST_TELLING = 3

function isOfPeopleAlone(said: NumberSaid): boolean {
  return said.counted !== null && !said.counted.includes('people')
}

/** In German only words with a capital are nouns. */
function nounsOf({ nouns }: NumberSaid, language: string): string[] {
  return nouns.filter((noun) => language !== 'de' || /^\p{Lu}/u.test(noun)).map(foldLetters)
}

function isFactor({ is }: NumberSaid): boolean {
  return is === 'times'
}

function movesAlike(said: NumberSaid, fact: NumberSaid): boolean {
  // "Six hours faster" is not "from six hours to three".
  if (said.isDifference && fact.preposition !== null && fact.preposition !== 'by') return false
  const isFactorPair = isFactor(said) || isFactor(fact)
  if (!isFactorPair && said.trend !== null && fact.trend !== null && said.trend !== fact.trend) return false
  return said.preposition === null || fact.preposition === null || said.preposition === fact.preposition
}

function isValueBacked(said: NumberSaid, fact: NumberSaid): boolean {
  if (isFactor(said) !== isFactor(fact)) return isSameChange(said, fact)
  const [value, known] = [said.value, fact.value]
  if (said.isVague) return known >= value || (fact.isVague && known === value)
  if (fact.isVague) return false
  const isEqual =
    Math.abs(value - known) <= Math.max(Math.abs(known) * EPSILON, isPart(said, fact) ? PART_SLACK : EPSILON)
  switch (said.bound) {
    case 'exact':
      return isEqual && !['nearly', 'under', 'upTo'].includes(fact.bound)
    case 'over':
      return (
        (known > value && !isEqual && known * LEAST_SHARE_OF_OVER <= value) ||
        (isEqual && ['over', 'atLeast'].includes(fact.bound))
      )
    case 'atLeast':
      return known >= value && known * LEAST_SHARE_OF_OVER <= value
    case 'about':
      return Math.abs(known - value) <= Math.abs(known) * ABOUT_SHARE && isRounded(value, known)
    case 'well':
      return known >= value && known <= value * MOST_SHARE_OF_WELL
    case 'nearly':
      return value >= known && value - known <= value * ABOUT_SHARE && (!isEqual || fact.bound === 'nearly')
    case 'among':
      if (isEqual) return true
      return value > known && known >= value * LEAST_SHARE_OF_OVER
    case 'under':
      return (value > known && known >= value * LEAST_SHARE_OF_OVER) || (isEqual && fact.bound === 'under')
    case 'upTo':
      break
  }
  return isEqual
}

/** A third is 33 %, two thirds are 67 %. */
function isPart(said: NumberSaid, fact: NumberSaid): boolean {
  return (
    said.is === 'percent' && [said, fact].some(({ value }) => Math.abs(value * 100 - Math.round(value * 100)) > EPSILON)
  )
}
const PART_SLACK = 0.5

/** Upwards "about" goes only as far as rounding does: 255 is about 260, and 250 is not. */
function isRounded(value: number, known: number): boolean {
  if (value <= known) return true
  const digits = value
    .toPrecision(12)
    .replace(/\.?0*(?:e.*)?$/, '')
    .replace('.', '')
    .replace(/^0+/, '')
    .replace(/0+$/, '')
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) - digits.length + 1)
  return value - known <= step / 2 + EPSILON
}

/** "Doubled" is 100 % more, "halved" 50 % less. */
function isSameChange(said: NumberSaid, fact: NumberSaid): boolean {
  const [factor, percent] = isFactor(said) ? [said, fact] : [fact, said]
  if (percent.is !== 'percent') return false
  if (factor.value < 1)
    return percent.trend !== 'up' && Math.abs((1 - factor.value) * 100 - percent.value) < FRACTION_SLACK
  return percent.trend !== 'down' && Math.abs((factor.value - 1) * 100 - percent.value) < FRACTION_SLACK
}
