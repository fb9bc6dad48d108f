import words from '#resources/salary-words.json' with { type: 'json' }
import type { SalaryPeriod } from '#shared/facts.ts'
import { compilePhrases, type PhraseMatcher } from './phrase-matcher.ts'

const KINDS = ['pay', 'base', 'ote', 'not_pay', 'year', 'month', 'day', 'hour', 'at_most', 'at_least', 'circa'] as const
export type SalaryWordKind = (typeof KINDS)[number]

/** A word that says something about the amounts near it, at its offsets in the text. */
export interface SalaryWord {
  readonly start: number
  readonly end: number
  readonly kind: SalaryWordKind
}

/** The words of a text by kind, each list in order of appearance. A word of two kinds ("daily rate") is in both lists. */
export type SalaryWords = Readonly<Record<SalaryWordKind, readonly SalaryWord[]>>

interface Compiled {
  readonly matcher: PhraseMatcher
  readonly kindsOf: readonly (readonly SalaryWordKind[])[]
}

let compiled: Compiled | null = null

function readCompiled(): Compiled {
  if (compiled) return compiled
  const kindsByPhrase = new Map<string, Set<SalaryWordKind>>()
  for (const kind of KINDS) {
    for (const phrase of words[kind]) {
      const key = phrase.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('-', ' ')
      const kinds = kindsByPhrase.get(key) ?? new Set()
      kindsByPhrase.set(key, kinds.add(kind))
    }
  }
  compiled = {
    matcher: compilePhrases([...kindsByPhrase.keys()]),
    kindsOf: [...kindsByPhrase.values()].map((kinds) => [...kinds]),
  }
  return compiled
}

/** Finds every salary word of a text in one pass. */
export function findSalaryWords(text: string): SalaryWords {
  const { matcher, kindsOf } = readCompiled()
  const found: Record<SalaryWordKind, SalaryWord[]> = {
    pay: [],
    base: [],
    ote: [],
    not_pay: [],
    year: [],
    month: [],
    day: [],
    hour: [],
    at_most: [],
    at_least: [],
    circa: [],
  }
  for (const { start, end, id } of matcher.scan(text)) {
    for (const kind of kindsOf[id] ?? []) found[kind].push({ start, end, kind })
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
