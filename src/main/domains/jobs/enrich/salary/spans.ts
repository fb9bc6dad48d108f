import { type Amount, findAmounts, sameCurrency } from './amounts.ts'
import { AND, BETWEEN, FROM_SUFFIX, LEAST_AFTER, MORE_AFTER, MOST_AFTER, TIME_UNIT, TO, TO_SUFFIX } from './joints.ts'
import { hasStop } from './sentence.ts'
import { firstWordWithin, lastWordWithin, type SalaryWord, type SalaryWords } from './words.ts'

/** One stated figure or span of figures, not yet known to be pay. Bounds are in units of the written currency. */
export interface MoneySpan {
  readonly start: number
  readonly end: number
  readonly min: number | null
  readonly max: number | null
  readonly isRange: boolean
  readonly hasThousands: boolean
  readonly hasMillions: boolean
  readonly currencyToken: string | null
  readonly looksLikeYear: boolean
}

const MAX_GAP = 70
const WIDEST_BAND = 6
const WIDEST_SLASH = 2
const BOUND_REACH = 90
const AFTER_REACH = 20
const DASH = /^[-–—‒−~•·>]+$|^\.{2,3}$|^…$/
const ASIDE = /\([^()\d]{0,40}\)/gu
const SLASH = /^\s?\/\s?$/
const BARE_TO = /(?:^|[:(|–-])\s*to\s*$/i
/** "60k+", unless the plus adds something: "60k + bonus". */
const PLUS =
  /^\+(?!\s*(?:\d|€|£|bonus|boni|variable|variabel|equity|commission|vat|mwst|ust|benefits|ote|stock|prime|premie|iva|btw|moms|super))/iu

interface Reading {
  readonly text: string
  readonly words: SalaryWords
}

function isBound({ text, words }: Reading, word: SalaryWord | null, start: number): word is SalaryWord {
  return word !== null && !hasStop(text, word.end, start) && words.isFiller(word.end, start)
}

/** The bounding word ("up to", "ab") that holds for the figure at `start`: nothing but filler stands between. */
function boundBefore(reading: Reading, start: number): 'most' | 'least' | null {
  const near = start - BOUND_REACH
  const most = lastWordWithin(reading.words.of.at_most, near, start)
  const least = lastWordWithin(reading.words.of.at_least, near, start)
  const isMost = isBound(reading, most, start)
  const isLeast = isBound(reading, least, start)
  if (isMost && isLeast) return most.end >= least.end ? 'most' : 'least'
  if (isMost || BARE_TO.test(reading.text.slice(Math.max(0, near), start))) return 'most'
  return isLeast ? 'least' : null
}

function joins(reading: Reading, low: Amount, high: Amount): boolean {
  const { text, words } = reading
  if (high.start < low.end || high.start - low.end > MAX_GAP) return false
  const plain = text.slice(low.end, high.start)
  if (plain.includes('\n') || TIME_UNIT.test(text.slice(high.end, high.end + AFTER_REACH))) return false
  if (SLASH.test(plain)) {
    const [min, max] = alignMagnitudes(low, high)
    return max > min && max <= min * WIDEST_SLASH
  }
  const gap = words.bare(low.end, high.start).replaceAll(ASIDE, ' ').replaceAll(/[()/]/g, ' ').trim()
  if (DASH.test(gap) || TO.test(gap)) return true
  const suffix = FROM_SUFFIX.exec(plain)
  if (suffix !== null && words.isFiller(low.end + suffix[0].length, high.start)) return true
  const hasMost = firstWordWithin(words.of.at_most, low.end, high.start) !== null
  if (firstWordWithin(words.of.rising, low.end, high.start) !== null) return !hasStop(text, low.end, high.start)
  if (gap === '' || gap === ',') return hasMost
  if (!AND.test(gap)) return false
  return (
    hasMost ||
    BETWEEN.test(text.slice(Math.max(0, low.start - 24), low.start)) ||
    boundBefore(reading, low.start) === 'least'
  )
}

/** "60-75k" means 60k to 75k, "60 - 75.000" too. */
function alignMagnitudes(low: Amount, high: Amount): [number, number] {
  let [min, max] = [low.value, high.value]
  if (high.factor > 1 && low.factor === 1 && min < 1000) min *= high.factor
  else if (low.factor > 1 && high.factor === 1 && max < 1000) max *= low.factor
  else if (min < 1000 && max >= 10_000 && min * 1000 <= max) min *= 1000
  return [min, max]
}

function readRange(reading: Reading, low: Amount, high: Amount): MoneySpan | null {
  if (low.hasMillions && !high.hasMillions) return null
  if (!joins(reading, low, high)) return null
  const [lowToken, highToken] = [low.currencyToken, high.currencyToken]
  if (lowToken !== null && highToken !== null && !sameCurrency(lowToken, highToken)) return null
  const [min, max] = alignMagnitudes(low, high)
  if (!(min > 0) || min > max || max > min * WIDEST_BAND) return null
  return {
    start: low.start,
    end: high.end,
    min,
    max,
    isRange: true,
    hasThousands: low.hasThousands || high.hasThousands,
    hasMillions: high.hasMillions,
    currencyToken: lowToken ?? highToken,
    looksLikeYear: low.looksLikeYear || high.looksLikeYear,
  }
}

function readSingle(reading: Reading, amount: Amount): MoneySpan {
  const { start, value, hasThousands, hasMillions, currencyToken, looksLikeYear } = amount
  const before = boundBefore(reading, start)
  const after = reading.text.slice(amount.end, amount.end + AFTER_REACH)
  const most = before === null ? (TO_SUFFIX.exec(after) ?? MOST_AFTER.exec(after)) : null
  const least =
    before === null && most === null
      ? (FROM_SUFFIX.exec(after) ?? PLUS.exec(after) ?? MORE_AFTER.exec(after) ?? LEAST_AFTER.exec(after))
      : null
  return {
    start,
    end: amount.end + (most ?? least ?? [''])[0].length,
    min: before === 'most' || most ? null : value,
    max: before === 'least' || least ? null : value,
    isRange: false,
    hasThousands,
    hasMillions,
    currencyToken,
    looksLikeYear,
  }
}

/** Figures of a text as exact values, open bounds ("up to", "ab", "60k+") and ranges ("60-75k", "von 4.000 bis 5.000"), in order. */
export function findMoneySpans(text: string, words: SalaryWords): MoneySpan[] {
  const amounts = findAmounts(text)
  const reading = { text, words }
  const spans: MoneySpan[] = []
  for (let at = 0; at < amounts.length; at++) {
    const amount = amounts[at]
    const next = amounts[at + 1]
    if (!amount) continue
    const range = next ? readRange(reading, amount, next) : null
    spans.push(range ?? readSingle(reading, amount))
    if (range) at += 1
  }
  return spans
}
