import { type Amount, findAmounts, sameCurrency } from './salary-amounts.ts'
import { lastWordWithin, type SalaryWord, type SalaryWords } from './salary-words.ts'

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

const MAX_GAP = 48
const WIDEST_BAND = 6
const DASH = /^\s*(?:[-–—‒−~•·]|\.{2,3}|…|>)\s*$/
const TO =
  /^\s*[-–—,]?\s*(?:to|up to|bis|bis zu|bis max\.?|à|a|al|au|ai|ad|jusqu'à|jusqu’à|tot|do|till|til|upp till|hasta|hasta los|até|až|aż do|fino a|max\.?|[-–—]\s*max\.?)\s*$/iu
const AND = /^\s*(?:and|und|et|en|y|i|a|e|ed|och|og|&)\s*$/iu
const BETWEEN =
  /(?:between|zwischen|entre|tussen|między|pomiędzy|mellan|mellem|mellom|mezi|tra|fra|from|von)\s*(?:(?:ca\.?|circa|de|les|los|os|i|den|die)\s*)?$/iu
const PLUS_AFTER =
  /^\+(?!\s*(?:\d|€|£|bonus|boni|variable|variabel|equity|commission|vat|mwst|ust|benefits|ote|stock|prime|premie))|^\s*(?:or more|and up(?:wards)?|and above|oder mehr|aufwärts|et plus|ou plus|of meer|en meer|y más|o más|lub więcej|eller mer|o più|in su|ou mais|plus(?=[.,;)]|$))/iu
const MOST_AFTER = /^\s*(?:max\b|maximum\b|maximal\b|tops\b)/iu
const LEAST_AFTER = /^\s*(?:min\b(?!\.?\s*\d)|minimum\b|mindestens\b)/iu
const CONNECTOR =
  /^[\s:]*(?:(?:a|an|the|of|is|de|zu|einem|einer|un|une|wel|salary|base|beträgt|liegt|bei|lautet|hier|bedraagt|est|es|wynosi|är|è)[\s:]+)*[\s:]*$/iu

/** True when nothing but filler stands between a bounding word ("up to", "ab") and the figure. */
function bindsTo(word: SalaryWord | null, figure: { text: string; start: number; words: SalaryWords }): boolean {
  if (!word) return false
  let between = figure.text.slice(word.end, figure.start)
  const circa = lastWordWithin(figure.words.circa, word.end, figure.start)
  if (circa) between = between.slice(0, circa.start - word.end) + between.slice(circa.end - word.end)
  return CONNECTOR.test(between.replaceAll('.', ' '))
}

/** Takes pay and period words out of what stands between two figures: "4.000 € brutto pro Monat bis 5.000 €". */
function bareGap(text: string, from: number, to: number, words: SalaryWords): string {
  let gap = text.slice(from, to)
  for (const kind of ['year', 'month', 'day', 'hour', 'pay'] as const) {
    const word = lastWordWithin(words[kind], from, to)
    if (word) gap = gap.slice(0, word.start - from) + ' '.repeat(word.end - word.start) + gap.slice(word.end - from)
  }
  return gap.replaceAll(/[()/]/g, ' ')
}

function joins(text: string, low: Amount, high: Amount, words: SalaryWords): boolean {
  if (high.start - low.end > MAX_GAP || high.start < low.end) return false
  const plain = text.slice(low.end, high.start)
  if (plain.includes('\n')) return false
  const gap = DASH.test(plain) || TO.test(plain) || AND.test(plain) ? plain : bareGap(text, low.end, high.start, words)
  if (DASH.test(gap) || TO.test(gap)) return true
  return AND.test(gap) && BETWEEN.test(text.slice(Math.max(0, low.start - 24), low.start))
}

/** "60-75k" means 60k to 75k, "60 - 75.000" too. */
function alignMagnitudes(low: Amount, high: Amount): [number, number] {
  let [min, max] = [low.value, high.value]
  if (high.hasThousands && !low.hasThousands && min < 1000) min *= 1000
  else if (low.hasThousands && !high.hasThousands && max < 1000) max *= 1000
  else if (min < 1000 && max >= 10_000 && min * 1000 <= max) min *= 1000
  return [min, max]
}

function readRange(text: string, low: Amount, high: Amount, words: SalaryWords): MoneySpan | null {
  if (low.hasMillions !== high.hasMillions || !joins(text, low, high, words)) return null
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

function readSingle(text: string, amount: Amount, words: SalaryWords): MoneySpan {
  const figure = { text, start: amount.start, words }
  const near = amount.start - 28
  const after = text.slice(amount.end, amount.end + 16)
  const atMost = bindsTo(lastWordWithin(words.at_most, near, amount.start), figure) || MOST_AFTER.test(after)
  const atLeast =
    bindsTo(lastWordWithin(words.at_least, near, amount.start), figure) ||
    PLUS_AFTER.test(after) ||
    LEAST_AFTER.test(after)
  return {
    start: amount.start,
    end: amount.end,
    min: atMost ? null : amount.value,
    max: atLeast && !atMost ? null : amount.value,
    isRange: false,
    hasThousands: amount.hasThousands,
    hasMillions: amount.hasMillions,
    currencyToken: amount.currencyToken,
    looksLikeYear: amount.looksLikeYear,
  }
}

/** Figures of a text as exact values, open bounds ("up to", "ab", "60k+") and ranges ("60-75k", "von 4.000 bis 5.000"), in order. */
export function findMoneySpans(text: string, words: SalaryWords): MoneySpan[] {
  const amounts = findAmounts(text)
  const spans: MoneySpan[] = []
  for (let at = 0; at < amounts.length; at++) {
    const amount = amounts[at]
    const next = amounts[at + 1]
    if (!amount) continue
    const range = next ? readRange(text, amount, next, words) : null
    spans.push(range ?? readSingle(text, amount, words))
    if (range) at += 1
  }
  return spans
}
