import { foldLetters } from '#main/infra/text/fold.ts'
import { alike } from '../read/titles-said.ts'
import type { NumberSaid } from './numbers.ts'

/** A number of a fact; `line` tells those of one line from others. `language` of the line, '' where it does not tell. */
export interface FactNumber extends NumberSaid {
  readonly line: number
  readonly language: string
  /** A time that the line names, for a number that names none. */
  readonly lineRates: readonly string[]
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
  return (
    isSameRate(said, fact) &&
    isSameKind(said, { fact, language }) &&
    movesAlike(said, fact) &&
    isValueBacked(said, fact)
  )
}

/** A time that no word of the fact names is added. */
function isSameRate({ rate }: NumberSaid, fact: FactNumber): boolean {
  if (rate === null) return true
  return fact.rate === null ? fact.lineRates.includes(rate) : fact.rate === rate
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
  const { counted } = fact
  if (said.counted !== null && counted !== null) return said.counted.some((kind) => counted.includes(kind))
  if (language !== fact.language) return true
  return own.some((noun) => known.some((other) => alike(noun, other)))
}

/** In German only words with a capital are nouns. */
function nounsOf({ nouns }: NumberSaid, language: string): string[] {
  return nouns.filter((noun) => language !== 'de' || /^\p{Lu}/u.test(noun)).map(foldLetters)
}

function isFactor({ is }: NumberSaid): boolean {
  return is === 'times'
}

function movesAlike(said: NumberSaid, fact: NumberSaid): boolean {
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
    case 'nearly':
      return value >= known && value - known <= value * ABOUT_SHARE && (!isEqual || fact.bound === 'nearly')
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
