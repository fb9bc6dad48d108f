import sums from '#resources/claim-sums.json' with { type: 'json' }
import words from '#resources/claim-words.json' with { type: 'json' }
import { spaced, spacedPhrase, type Token } from '../read/tokens.ts'
import type { Unit } from './units.ts'

/** The tokens of a number with its unit, those between it and the numbers beside it. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly after: number
  readonly before: number
}

const RATES = Object.entries(words.rates).flatMap(([rate, phrases]) =>
  phrases.map((phrase) => [rate, spacedPhrase(phrase)] as const),
)
/** Tokens around the number among which its rate stands. */
const REACH_BEFORE = 4
const REACH_AFTER = 6
/** Behind these something else begins. */
const ENDS = new Set([';', ':', '.', ',', '(', ')', 'and', 'und', 'from', 'to', 'auf', 'with', 'mit'])

/** The time that a number is per ("a day"), which no other number and no other part of the sentence has. Pure. */
export function rateOf(
  tokens: readonly Token[],
  { from, to, before, after }: Span,
  { is }: Pick<Unit, 'is'>,
): string | null {
  const behind = tokens.slice(to, Math.min(after, to + REACH_AFTER))
  const end = behind.findIndex(({ plain }) => ENDS.has(plain))
  const ahead = tokens.slice(Math.max(before, from - REACH_BEFORE), from)
  const start = ahead.findLastIndex(({ plain }) => ENDS.has(plain))
  const own = ahead.slice(start + 1)
  // "the daily report took six minutes" each time.
  const isOfNoun =
    is !== 'count' && is !== 'money' && own.some(({ plain }, at) => at + 1 < own.length && OF_NOUN.has(plain))
  return rateIn(end === -1 ? behind : behind.slice(0, end)) ?? (isOfNoun ? null : rateIn(own))
}
const OF_NOUN = new Set(sums.often.split(' '))

/** Every time that a text names behind "per" or the like. Pure. */
export function ratesIn(tokens: readonly Token[]): string[] {
  const text = spaced(tokens)
  return RATES.filter(([, phrase]) => isRate(text, phrase)).map(([rate]) => rate)
}

function isRate(text: string, phrase: string): boolean {
  const at = text.indexOf(phrase)
  if (at === -1) return false
  const before = text.slice(0, at).split(' ').at(-1) ?? ''
  const next = text.slice(at + phrase.length).split(' ')[0] ?? ''
  // "in daily use" is how often.
  if ((phrase.trim().includes(' ') && NO_RATE_AFTER.has(before)) || /^\d/.test(next) || next === 'of') return false
  return !ORDINAL_RATES.has(phrase) || next === '' || !/^\p{L}/u.test(next) || FUNCTION_WORDS.has(next)
}

function rateIn(tokens: readonly Token[]): string | null {
  const text = spaced(tokens)
  return RATES.find(([, phrase]) => isRate(text, phrase))?.[0] ?? null
}
/** "in a year" is when, not how often; "a second team" is none of seconds. */
const NO_RATE_AFTER = new Set(words.ratesNotAfter)
const ORDINAL_RATES = new Set(words.ordinalRates.map(spacedPhrase))
const FUNCTION_WORDS = new Set(words.countedStops)
