import type { SalaryPeriod } from '#shared/facts.ts'
import type { MoneySpan } from './salary-ranges.ts'
import { firstWordWithin, lastWordWithin, PERIODS, type SalaryWord, type SalaryWords } from './salary-words.ts'

/** What the words around a figure say it is. `period` is null when no word gives one; `isPeriodAttached` when it follows the figure.
 *  Both together: the figure is for a span that is none of the periods, a week. */
export interface MoneyContext {
  readonly isLabelled: boolean
  readonly isNotPay: boolean
  readonly kind: 'base' | 'plain' | 'target'
  readonly period: SalaryPeriod | null
  readonly isPeriodAttached: boolean
  /** Offsets of the sentence or line the figure stands in. */
  readonly sentenceStart: number
  readonly sentenceEnd: number
}

const REACH_BACK = 180
const REACH_AHEAD = 220
const WORDS_AHEAD = 70
/** "€700 gross per week"; further on it is the hours that are counted by the week. */
const WEEK_REACH = 24
const LIST_MARK = /^[\s\-–—•*·▪►✓:>|()[\]\p{So}]*$/u
const ABBREVIATION =
  /(?:^|[\s(])(?:ca|max|min|mind|maks|approx|circa|bzw|inkl|incl|zzgl|excl|exkl|ok|fr|sfr|kr|nr|no|st|std|mtl|mth|mies|rocz|pr|brut|tys|tsd|tis|z\.\s?b|e\.g|i\.e|d\.\s?h)$/iu
const BREAK =
  /[,;+•|]|\s[-–—]\s|(?<!\p{L})(?:plus|and|und|et|y|en|och|og|oraz|zzgl|zuzüglich|inkl|incl|including|inklusive|inclusief|inclus|excl|exkl|with|mit|avec|con|com|med|met|depending|je nach|selon|según|afhankelijk|beroende|w zależności|together|alongside|offered|but|aber|mais)(?!\p{L})/iu
const JOINED_BONUS = /^\s*(?:(?:[+&/(]|and|und|et|y|en|och|plus|incl\.?|including|inkl\.?|inklusive|inclusief)\s*)+$/iu

function isSentenceEnd(text: string, at: number): boolean {
  const mark = text.charCodeAt(at)
  if (mark === 10) return true
  if (mark !== 46 && mark !== 33 && mark !== 63) return false
  const rest = text.slice(at + 1, at + 3)
  if (!/^\s(?:[\p{Lu}\p{Sc}]|\s|$)/u.test(`${rest} `)) return false
  return mark !== 46 || !ABBREVIATION.test(text.slice(Math.max(0, at - 8), at))
}

/** Bounds of the sentence or line around a span; a line that holds nothing before the figure also owns the short line above it. */
function readSentence(text: string, span: MoneySpan): { start: number; labelStart: number; end: number } {
  let start = span.start
  while (start > 0 && span.start - start < REACH_BACK && !isSentenceEnd(text, start - 1)) start--
  let end = span.end
  while (end < text.length && end - span.end < REACH_AHEAD && !isSentenceEnd(text, end)) end++
  let labelStart = start
  if (text.charCodeAt(start - 1) === 10 && LIST_MARK.test(text.slice(start, span.start))) {
    while (labelStart > 0 && /\s/.test(text.charAt(labelStart - 1)) && start - labelStart < 6) labelStart--
    const lineEnd = labelStart
    while (labelStart > 0 && lineEnd - labelStart < 60 && text.charCodeAt(labelStart - 1) !== 10) labelStart--
  }
  return { start, labelStart, end }
}

interface Surroundings {
  readonly text: string
  readonly words: SalaryWords
  readonly span: MoneySpan
  readonly sentenceStart: number
  readonly left: number
  readonly right: number
}

function readPeriod({ text, words, span, left, right }: Surroundings): [SalaryPeriod | null, boolean] {
  const nearest = (
    pick: (list: readonly SalaryWord[]) => SalaryWord | null,
    isBetter: (a: SalaryWord, b: SalaryWord) => boolean,
  ) => {
    let best: [SalaryPeriod, SalaryWord] | null = null
    for (const period of PERIODS) {
      const word = pick(words[period])
      if (word && (!best || isBetter(word, best[1]))) best = [period, word]
    }
    return best
  }
  const paren = /^\s?\(/.exec(text.slice(span.end, span.end + 2))?.[0].length ?? 0
  const ahead = nearest(
    (list) => firstWordWithin(list, span.end + paren, Math.max(right, span.end + paren)),
    (a, b) => a.start < b.start,
  )
  const week = firstWordWithin(words.week, span.end, Math.min(right, span.end + WEEK_REACH))
  if (week && (!ahead || week.start < ahead[1].start) && !/\d/.test(text.slice(span.end, week.start)))
    return [null, true]
  if (ahead) return [ahead[0], true]
  const behind = nearest(
    (list) => lastWordWithin(list, left, span.start),
    (a, b) => a.end > b.end || (a.end === b.end && a.start < b.start),
  )
  return behind ? [behind[0], false] : [null, false]
}

function readIsNotPay(around: Surroundings, label: SalaryWord | null): boolean {
  const { text, words, span, left, right, sentenceStart } = around
  if (firstWordWithin(words.not_pay, span.end, right)) return true
  const against = lastWordWithin(words.not_pay, Math.max(left, sentenceStart), span.start)
  if (!against || (label && (label.end > against.end || (label.end === against.end && label.start <= against.start))))
    return false
  if (label && JOINED_BONUS.test(text.slice(label.end, against.start))) return false
  return !/[;|•]|,\s/.test(text.slice(against.end, span.start))
}

/** Reads the words around a span; `previousEnd` and `nextStart` are the neighbouring figures, beyond which words belong to those. */
export function readContext(
  text: string,
  words: SalaryWords,
  place: { span: MoneySpan; previousEnd: number; nextStart: number },
): MoneyContext {
  const { span, previousEnd, nextStart } = place
  const sentence = readSentence(text, span)
  const limit = Math.min(sentence.end, nextStart, span.end + WORDS_AHEAD)
  const rest = text.slice(span.end, limit)
  const open = rest.indexOf('(', 3)
  const breakAt = Math.min(BREAK.exec(rest)?.index ?? rest.length, open === -1 ? rest.length : open)
  const around: Surroundings = {
    text,
    words,
    span,
    sentenceStart: sentence.start,
    left: Math.max(sentence.labelStart, previousEnd),
    right: span.end + breakAt,
  }
  const labelBefore = lastWordWithin(words.pay, around.left, span.start)
  const labelAfter = firstWordWithin(words.pay, span.end, around.right)
  const target = lastWordWithin(words.ote, around.left, span.start)
  const base = lastWordWithin(words.base, around.left, span.start)
  const targetAfter = firstWordWithin(words.ote, span.end, around.right)
  const baseAfter = firstWordWithin(words.base, span.end, around.right)
  const isTarget =
    targetAfter !== null ? baseAfter === null : baseAfter === null && (target?.end ?? -1) > (base?.end ?? -1)
  const isBase = baseAfter !== null || (!isTarget && base !== null)
  const [period, isPeriodAttached] = readPeriod(around)
  return {
    isLabelled: labelBefore !== null || labelAfter !== null || target !== null || targetAfter !== null,
    isNotPay: readIsNotPay(around, lastOf(labelBefore, base, target)),
    kind: isTarget ? 'target' : isBase ? 'base' : 'plain',
    period,
    isPeriodAttached,
    sentenceStart: sentence.start,
    sentenceEnd: sentence.end,
  }
}

function lastOf(...candidates: (SalaryWord | null)[]): SalaryWord | null {
  let last: SalaryWord | null = null
  for (const word of candidates) if (word && (!last || word.end > last.end)) last = word
  return last
}
