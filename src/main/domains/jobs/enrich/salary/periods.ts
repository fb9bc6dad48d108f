import type { SalaryPeriod } from '#shared/facts.ts'
import { CLAUSE_END } from './joints.ts'
import { type Surroundings, WORDS_AHEAD } from './surroundings.ts'
import { firstWordWithin, lastWordWithin, type SalaryWord } from './words.ts'

export interface Periods {
  /** Periods that words with the figure name, nearest first: those that follow it, else one that stands right before it. */
  readonly attached: readonly SalaryPeriod[]
  /** Periods that words somewhere before it name, nearest first. */
  readonly behind: readonly SalaryPeriod[]
  /** The figure is for a span that is none of the periods, a week. */
  readonly isOtherPeriod: boolean
}

interface PeriodWord {
  readonly period: SalaryPeriod
  readonly word: SalaryWord
}

const PERIODS: readonly SalaryPeriod[] = ['hour', 'day', 'month', 'year']
/** "€700 gross per week"; further on it is the hours that are counted by the week. */
const WEEK_REACH = 24
/** "£600pd": glued to the figure a word has no beginning that the scan could find. */
const GLUED_PERIOD = /^(?:p\.?a|pcm|pd|phr?|pm)(?!\p{L})/iu
const GLUED: Readonly<Record<string, SalaryPeriod>> = {
  pa: 'year',
  pcm: 'month',
  pm: 'month',
  pd: 'day',
  ph: 'hour',
  phr: 'hour',
}

/** "140 zł netto + VAT za godzinę": the tax on top ends no clause. */
const TAX_ON_TOP = /^[^\d,;+\n]{0,14}\+\s?(?:vat|mwst|ust|tva|iva|btw|moms)(?!\p{L})/iu

/** The stretches after a figure in which a period word is this figure's: up to a digit or the clause's end, into and past a bracket. */
function stretchesAhead({ text, span, sentenceEnd, nextStart }: Surroundings): (readonly [number, number])[] {
  const limit = Math.min(sentenceEnd, nextStart, span.end + WORDS_AHEAD)
  const endOf = (from: number): number => {
    const rest = text.slice(from, limit)
    const stops = [CLAUSE_END, /[\d()]/].map((stop) => stop.exec(rest)?.index ?? rest.length)
    return from + Math.min(...stops)
  }
  const taxed = TAX_ON_TOP.exec(text.slice(span.end, limit))?.[0].length ?? 0
  const first = endOf(span.end + taxed)
  const stretches: (readonly [number, number])[] = [[span.end, first]]
  if (text.charAt(first) !== '(') return stretches
  stretches.push([first + 1, endOf(first + 1)])
  const close = text.indexOf(')', first)
  if (close !== -1 && close < limit) stretches.push([close + 1, endOf(close + 1)])
  return stretches
}

function isSlashed(text: string, { start }: SalaryWord): boolean {
  return text.charAt(start) === '/'
}

/** A slash word ("/h") is only about the figure it stands at; in "(m/w/d)" it is no period. */
function wordsAhead({ text, words, span }: Surroundings, [from, to]: readonly [number, number]): PeriodWord[] {
  return PERIODS.flatMap((period) => {
    const word = firstWordWithin(words.of[period], from, to)
    const isLoose = word !== null && isSlashed(text, word) && !words.isFiller(span.end, word.start)
    return word === null || isLoose ? [] : [{ period, word }]
  }).sort((a, b) => a.word.start - b.word.start || b.word.end - a.word.end)
}

function wordsBehind({ text, words, span, left }: Surroundings): PeriodWord[] {
  return PERIODS.flatMap((period) => {
    const word = lastWordWithin(words.of[period], left, span.start)
    return word === null || isSlashed(text, word) ? [] : [{ period, word }]
  }).sort((a, b) => b.word.end - a.word.end || a.word.start - b.word.start)
}

function periodsAhead(around: Surroundings): SalaryPeriod[] {
  const { text, words, span } = around
  const glued = GLUED_PERIOD.exec(text.slice(span.end, span.end + 4))
  const gluedPeriod = glued ? GLUED[glued[0].toLowerCase().replace('.', '')] : undefined
  if (gluedPeriod !== undefined) return [gluedPeriod]
  for (const stretch of stretchesAhead(around)) {
    const found = wordsAhead(around, stretch)
    if (found.length > 0) return found.map(({ period }) => period)
  }
  return PERIODS.filter((period) => firstWordWithin(words.of[period], span.start, span.end) !== null)
}

function isByTheWeek(around: Surroundings): boolean {
  const { text, words, span, right } = around
  const week = firstWordWithin(words.of.week, span.end, Math.min(right, span.end + WEEK_REACH))
  if (week === null || /\d/.test(text.slice(span.end, week.start))) return false
  return PERIODS.every((period) => firstWordWithin(words.of[period], span.end, week.start) === null)
}

/** The periods that the words around a figure name. */
export function readPeriods(around: Surroundings): Periods {
  const ahead = periodsAhead(around)
  const before = wordsBehind(around)
  const behind = before.map(({ period }) => period)
  const isOtherPeriod = isByTheWeek(around)
  const [nearest] = before
  const isAtFigure = nearest && around.text.slice(nearest.word.end, around.span.start).trim() === ''
  if (ahead.length === 0 && isAtFigure) return { attached: behind, behind: [], isOtherPeriod }
  return { attached: ahead, behind, isOtherPeriod }
}
