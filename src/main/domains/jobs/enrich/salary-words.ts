import words from '#resources/salary-words.json' with { type: 'json' }
import type { SalaryPeriod } from '#shared/facts.ts'
import { scanKinds } from './phrase-kinds.ts'

type SalaryWordKind = Exclude<keyof typeof words, 'origin'>

/** A word that says something about the amounts near it, at its offsets in the text. */
export interface SalaryWord {
  readonly start: number
  readonly end: number
  readonly kind: SalaryWordKind
}

/** The words of a text by kind, each list in order of appearance. A word of two kinds ("daily rate") is in both lists. */
export type SalaryWords = Readonly<Record<SalaryWordKind, readonly SalaryWord[]>>

const { origin: _origin, ...phrases } = words
const scanner = scanKinds<SalaryWordKind>(phrases)

/** Finds every salary word of a text in one pass. */
export function findSalaryWords(text: string): SalaryWords {
  const found: Record<SalaryWordKind, SalaryWord[]> = {
    pay: [],
    base: [],
    ote: [],
    not_pay: [],
    year: [],
    month: [],
    day: [],
    week: [],
    hour: [],
    at_most: [],
    at_least: [],
    circa: [],
  }
  for (const { start, end, kinds } of scanner.scan(text)) {
    for (const kind of kinds) found[kind].push({ start, end, kind })
  }
  return found
}

/** The last of `words` that ends at or before `to` and starts at or after `from`. Logarithmic in the number of words. */
export function lastWordWithin(words: readonly SalaryWord[], from: number, to: number): SalaryWord | null {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.end ?? Infinity) <= to) low = middle + 1
    else high = middle
  }
  const word = words[low - 1]
  return word && word.start >= from ? word : null
}

/** The first of `words` that starts at or after `from` and ends at or before `to`. Logarithmic in the number of words. */
export function firstWordWithin(words: readonly SalaryWord[], from: number, to: number): SalaryWord | null {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.end ?? Infinity) < from + 1) low = middle + 1
    else high = middle
  }
  for (let at = low; at < words.length && at < low + 4; at++) {
    const word = words[at]
    if (!word || word.end > to) return null
    if (word.start >= from) return word
  }
  return null
}

export const PERIODS: readonly SalaryPeriod[] = ['hour', 'day', 'month', 'year']
