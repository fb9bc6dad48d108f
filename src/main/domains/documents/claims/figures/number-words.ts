import words from '#resources/claim-words.json' with { type: 'json' }
import { spaced, spacedPhrase, type Token } from '../read/tokens.ts'

export type Bound = 'exact' | 'over' | 'atLeast' | 'about' | 'nearly' | 'under' | 'upTo'

/** How a number moves: by how much, or from where to where; upwards or downwards; per which time. */
export interface NumberMoves {
  readonly preposition: 'by' | 'to' | 'from' | null
  readonly trend: 'up' | 'down' | null
  readonly rate: string | null
}

interface Span {
  readonly from: number
  readonly to: number
}

const BOUNDS: readonly (readonly [Bound, readonly string[]])[] = (
  ['nearly', 'under', 'upTo', 'over', 'atLeast', 'about'] as const
).map((bound) => [bound, words.bounds[bound].map(spacedPhrase)])
const AFTER = words.boundsAfter.map(spacedPhrase)
const RATES = Object.entries(words.rates).flatMap(([rate, phrases]) =>
  phrases.map((phrase) => [rate, spacedPhrase(phrase)] as const),
)
const BEFORE_REACH = 4
const MONEY_SIGNS = new Set(Object.keys(words.units.money))

/** "more than", "about", "up to" before the number, or "+" after it. Pure. */
export function boundOf(tokens: readonly Token[], { from, to }: Span): Bound {
  const first = MONEY_SIGNS.has(tokens[from - 1]?.plain ?? '') ? from - 1 : from
  const before = spaced(tokens.slice(Math.max(0, first - BEFORE_REACH), first))
  for (const [bound, phrases] of BOUNDS) if (phrases.some((phrase) => before.endsWith(phrase))) return bound
  const after = spaced(tokens.slice(to, to + 2))
  return AFTER.some((phrase) => after.startsWith(phrase)) ? 'atLeast' : 'exact'
}

/** Letters of a sentence around the number in which its rate is looked for. */
const RATE_TOKENS_BEFORE = 4
const RATE_TOKENS_AFTER = 6

export function movesOf(tokens: readonly Token[], span: Span): NumberMoves {
  return { preposition: prepositionOf(tokens, span), trend: trendOf(tokens, span), rate: rateOf(tokens, span) }
}

function prepositionOf(tokens: readonly Token[], { from }: Span): NumberMoves['preposition'] {
  const before = tokens
    .slice(Math.max(0, from - BEFORE_REACH), from)
    .findLast(({ plain }) => !MONEY_SIGNS.has(plain) && !BOUND_WORDS.has(plain))
  if (!before) return null
  for (const kind of ['by', 'to', 'from'] as const) {
    if (words.prepositions[kind].includes(before.plain)) return kind
  }
  return null
}
const BOUND_WORDS = new Set(
  Object.values(words.bounds)
    .flat()
    .filter((phrase) => !phrase.includes(' ')),
)

/** The word of growing or shrinking that is nearest before the number, else behind it. */
function trendOf(tokens: readonly Token[], { from, to }: Span): NumberMoves['trend'] {
  for (let at = from - 1; at >= 0; at--) {
    const trend = trendWord(tokens[at])
    if (trend) return trend
  }
  for (const token of tokens.slice(to)) {
    const trend = trendWord(token)
    if (trend) return trend
  }
  return null
}

function trendWord(token: Token | undefined): NumberMoves['trend'] {
  if (token?.is !== 'word') return null
  const has = (stems: readonly string[]) => stems.some((stem) => token.plain.startsWith(stem))
  if (has(words.trends.down)) return 'down'
  return has(words.trends.up) ? 'up' : null
}

/** The next number has its own rate. */
function rateOf(tokens: readonly Token[], { from, to }: Span): string | null {
  const after = tokens.slice(to, to + RATE_TOKENS_AFTER)
  const next = after.findIndex(({ is }) => is === 'digits')
  const before = tokens.slice(Math.max(0, from - RATE_TOKENS_BEFORE), from)
  const last = before.findLastIndex(({ is }) => is === 'digits')
  return rateIn(next === -1 ? after : after.slice(0, next + 1)) ?? rateIn(before.slice(last + 1))
}

function rateIn(tokens: readonly Token[]): string | null {
  const text = spaced(tokens)
  const found = RATES.find(([, phrase]) => {
    const at = text.indexOf(phrase)
    if (at === -1) return false
    const before = text.slice(0, at).split(' ').at(-1) ?? ''
    const next = text.slice(at + phrase.length).split(' ')[0] ?? ''
    if (NO_RATE_AFTER.has(before) || /^\d/.test(next) || next === 'of') return false
    return !ORDINAL_RATES.has(phrase) || next === '' || !/^\p{L}/u.test(next) || FUNCTION_WORDS.has(next)
  })
  return found ? found[0] : null
}
/** "in a year" is when, not how often; "a second team" is none of seconds. */
const NO_RATE_AFTER = new Set(words.ratesNotAfter)
const ORDINAL_RATES = new Set(words.ordinalRates.map(spacedPhrase))
const FUNCTION_WORDS = new Set(words.countedStops)
