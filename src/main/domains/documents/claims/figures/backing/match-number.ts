import { foldLetters } from '#main/infra/text/fold.ts'
import sums from '#resources/claim-sums.json' with { type: 'json' }
import { alike } from '../../read/alike.ts'
import { isNear, MOST_SHARE_OF_WELL } from './near.ts'
import { shareNoun } from './other-things.ts'
import type { FactNumber } from './fact-number.ts'
import type { NumberSaid } from '../number-said.ts'

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
    !isOnlyName(said, { fact, language }) &&
    !(said.isOthers && fact.isGroup && !fact.isOthers) &&
    isSameRate(said, fact) &&
    isSameKind(said, { fact, language }) &&
    movesAlike(said, fact)
  )
}

/** "sciatrace 3" is no three of anything. */
function isOnlyName(said: NumberSaid, { fact, language }: { fact: FactNumber; language: string }): boolean {
  return fact.name !== null && Number.isInteger(fact.value) && nounsOf(said, language).length > 0
}

/** A time that no word of the fact names is added. */
function isSameRate({ rate }: NumberSaid, fact: FactNumber): boolean {
  if (rate === null) return true
  return fact.rate === null ? fact.lineRates.includes(rate) : fact.rate === rate
}

const OF_YEAR: Readonly<Record<string, number>> = sums.year
const RATE_SHARE = 0.02
const WORKDAYS_OF_YEAR = 260

function timesOfYear(rate: string | null | undefined): number[] {
  const times = OF_YEAR[rate ?? '']
  return times === undefined ? [] : rate === 'day' ? [times, WORKDAYS_OF_YEAR] : [times]
}

/** "€42,000 a month" is half a million a year. Pure. */
export function isSameInOtherTime(
  said: NumberSaid,
  { fact, language }: { fact: FactNumber; language: string },
): boolean {
  const factRate = fact.rate ?? (fact.lineRates.length === 1 ? fact.lineRates[0] : undefined)
  const [own, known] = [timesOfYear(said.rate), timesOfYear(factRate)]
  if (said.rate === factRate || said.is !== fact.is || said.money !== fact.money) return false
  if (said.is === 'count' ? !isSameNoun(said, { fact, language }) : said.is !== 'money' && said.is !== 'seconds')
    return false
  return (
    movesAlike(said, fact) &&
    own.some((one) => known.some((other) => isNear(said, (fact.value * other) / one, { share: RATE_SHARE, slack: 0 })))
  )
}

function isSameKind(said: NumberSaid, { fact, language }: { fact: FactNumber; language: string }): boolean {
  if (isFactor(said) || isFactor(fact))
    return isFactor(said) === isFactor(fact) || said.is === 'percent' || fact.is === 'percent'
  if (said.is !== fact.is) {
    // "1.8 million meters" may be devices of which another language has a word of its own.
    const isOther = fact.is === 'metres' && language !== fact.language
    if (said.is === 'count') return said.counted === null && (fact.is === 'money' || isOther)
    return said.is === 'metres' && fact.is === 'count' && (language !== fact.language || isOfMeters(fact))
  }
  if (said.is === 'money') return said.money === fact.money
  return isSameNoun(said, { fact, language })
}

/** "18,000 smart meters" */
function isOfMeters({ nouns }: NumberSaid): boolean {
  return nouns.some((noun) => /met(?:er|re)s?$/iu.test(noun))
}

/** Classes are the same in every language; words that are in none are compared within one language. */
function isSameNoun(said: NumberSaid, { fact, language }: { fact: FactNumber; language: string }): boolean {
  const own = nounsOf(said, language)
  const known = nounsOf(fact, fact.language)
  if (own.length === 0 || known.length === 0) return true
  const { counted, holder } = fact
  if (holder !== null && own.some((noun) => alike(noun, holder.plain))) return true
  if (said.counted !== null && counted !== null) return said.counted.some((kind) => counted.includes(kind))
  const isShared = shareNoun(own, known)
  if (!isShared && isRounderThanSaid(said, fact)) return false
  if (language !== fact.language) return true
  // Two words for one thing are many, and a large number is seldom two things'.
  if (said.value >= LEAST_TELLING && (said.counted === null || fact.counted === null) && !isOfPeopleAlone(said))
    return true
  return isShared
}

/** "More than 400" of 640 stars is of another thing than stars: who rounds those says 600. */
function isRounderThanSaid({ value, bound }: NumberSaid, { value: known }: FactNumber): boolean {
  if (bound !== 'over' && bound !== 'atLeast') return false
  const step = 10 ** Math.floor(Math.log10(Math.max(known, EPSILON)))
  return value < Math.floor(known / step) * step - EPSILON
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

function isValueBacked(said: NumberSaid, fact: FactNumber): boolean {
  if (isFactor(said) !== isFactor(fact)) return isSameChange(said, fact)
  const [value, known] = [said.value, fact.value]
  if (said.isVague) return known >= value || (fact.isVague && known === value)
  if (fact.isVague || (fact.isYear && said.bound !== 'exact')) return false
  const isEqual =
    Math.abs(value - known) <= Math.max(Math.abs(known) * EPSILON, isPart(said, fact) ? PART_SLACK : EPSILON)
  switch (said.bound) {
    case 'exact':
      return isEqual && !['nearly', 'under', 'upTo'].includes(fact.bound)
    case 'over':
      return (
        (known > value && !isEqual && known * LEAST_SHARE_OF_OVER <= value) ||
        (isEqual && (['over', 'atLeast', 'well'].includes(fact.bound) || isTime(said)))
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
      // "second among 19 teams"
      if (isEqual || (said.is === 'count' && said.counted !== null)) return isEqual
      return value > known && known >= value * LEAST_SHARE_OF_OVER
    case 'under':
      return (
        (value > known && known >= value * LEAST_SHARE_OF_OVER) ||
        (isEqual && (BELOW.has(fact.bound) || (said.is === 'count' && said.rate !== null)))
      )
    case 'upTo':
      break
  }
  return isEqual
}

/** "Unter 0,3" stands for "among", too, and "0.3 or less" is so little less exact that people say "below". */
const BELOW: ReadonlySet<string> = new Set(['under', 'among', 'upTo', 'nearly'])

/** "over three years" is as often while they lasted; "under 1,500 requests a second" is under that load. */
function isTime({ is, value }: NumberSaid): boolean {
  return is === 'months' || (is === 'seconds' && value >= DAY_SECONDS)
}
const DAY_SECONDS = 86_400

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
  const isAsFar = (value: number) =>
    isFactor(said)
      ? isNear({ value, bound: said.bound }, percent.value, { share: 0, slack: FRACTION_SLACK })
      : Math.abs(value - percent.value) < FRACTION_SLACK
  if (factor.value < 1) return percent.trend !== 'up' && isAsFar((1 - factor.value) * 100)
  // "in half the time" is twice as fast.
  if (
    percent.isDifference &&
    percent.trend !== 'up' &&
    Math.abs((1 - 1 / factor.value) * 100 - percent.value) < EPSILON
  )
    return true
  return percent.trend !== 'down' && isAsFar((factor.value - 1) * 100)
}
