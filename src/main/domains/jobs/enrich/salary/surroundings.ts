import { CLAUSE_END, CLAUSE_START } from './joints.ts'
import { hasStop, readSentence } from './sentence.ts'
import type { MoneySpan } from './spans.ts'
import { firstWordWithin, lastWordWithin, type SalaryWord, type SalaryWordKind, type SalaryWords } from './words.ts'

export interface FigurePlace {
  readonly text: string
  readonly words: SalaryWords
  readonly span: MoneySpan
  /** Where the words of the sums before and after end and begin, beyond which words belong to those. */
  readonly previousEnd: number
  readonly nextStart: number
  readonly isTitle: boolean
}

/** A figure with the stretch of text that can be about it. */
export interface Surroundings extends FigurePlace {
  /** Offsets of the sentence or line the figure stands in. */
  readonly sentenceStart: number
  readonly sentenceEnd: number
  /** Where the words that introduce the figure may begin: the sentence, the line above a bare line, the figure before. */
  readonly left: number
  /** Where the clause after the figure ends. */
  readonly right: number
}

/** How far behind a figure words can still be about it. */
export const WORDS_AHEAD = 70

export function readSurroundings(place: FigurePlace): Surroundings {
  const { text, span, previousEnd, nextStart } = place
  const sentence = readSentence(text, span)
  const rest = text.slice(span.end, Math.min(sentence.end, nextStart, span.end + WORDS_AHEAD))
  const open = rest.indexOf('(', 3)
  const breakAt = Math.min(CLAUSE_END.exec(rest)?.index ?? rest.length, open === -1 ? rest.length : open)
  return {
    ...place,
    sentenceStart: sentence.start,
    sentenceEnd: sentence.end,
    left: Math.max(sentence.labelStart, previousEnd),
    right: span.end + breakAt,
  }
}

/** The last word of any of the kinds between the two places. */
export function lastWord(
  { words }: Surroundings,
  kinds: readonly SalaryWordKind[],
  [from, to]: readonly [number, number],
): SalaryWord | null {
  let last: SalaryWord | null = null
  for (const kind of kinds) {
    const word = lastWordWithin(words.of[kind], from, to)
    if (word && (!last || word.end > last.end)) last = word
  }
  return last
}

/** The first word of any of the kinds between the two places. */
export function firstWord(
  { words }: Surroundings,
  kinds: readonly SalaryWordKind[],
  [from, to]: readonly [number, number],
): SalaryWord | null {
  let first: SalaryWord | null = null
  for (const kind of kinds) {
    const word = firstWordWithin(words.of[kind], from, to)
    if (word && (!first || word.start < first.start)) first = word
  }
  return first
}

/** True when a word at one end leads straight to the figure at the other: nothing but filler stands between. */
export function leads({ text, words }: Surroundings, from: number, to: number): boolean {
  return words.isFiller(from, to) && !hasStop(text, from, to)
}

/** Where the clause of the figure begins: after the last comma, dash, bracket or conjunction before it. */
export function clauseStart({ text, left, span }: Surroundings): number {
  let start = left
  for (const mark of text.slice(left, span.start).matchAll(CLAUSE_START)) start = left + mark.index + mark[0].length
  return start
}
