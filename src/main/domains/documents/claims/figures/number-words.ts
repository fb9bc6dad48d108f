import words from '#resources/claim-words.json' with { type: 'json' }
import sums from '#resources/claim-sums.json' with { type: 'json' }
import { remembered } from '../remembered.ts'
import { valueOfWord } from './number-values.ts'
import { spaced, spacedPhrase, type Token } from '../read/tokens.ts'

export type Bound = 'exact' | 'over' | 'atLeast' | 'about' | 'nearly' | 'under' | 'among' | 'well' | 'upTo'

/** How a number moves: by how much, or from where to where; upwards or downwards; per which time. */
export interface NumberMoves {
  readonly preposition: 'by' | 'to' | 'from' | null
  readonly trend: 'up' | 'down' | null
  readonly rate: string | null
  /** "9 seconds shorter", "saved 9 seconds": how much lies between two others. */
  readonly isDifference: boolean
  /** "with three others": without the one who writes. */
  readonly isOthers: boolean
  /** "a team of four": with the one who writes. */
  readonly isGroup: boolean
  /** "25 students each" */
  readonly isEach: boolean
}

interface Span {
  readonly from: number
  readonly to: number
}

const BOUNDS: readonly (readonly [Bound, readonly string[]])[] = (
  ['nearly', 'under', 'among', 'upTo', 'well', 'over', 'atLeast', 'about'] as const
).map((bound) => [bound, words.bounds[bound].map(spacedPhrase)])
const AFTER = words.boundsAfter.map(spacedPhrase)
const RATES = Object.entries(words.rates).flatMap(([rate, phrases]) =>
  phrases.map((phrase) => [rate, spacedPhrase(phrase)] as const),
)
const NEGATED = new Set(words.boundsNegated)
const NEGATED_REACH = 8
const BEFORE_REACH = 4
const MONEY_SIGNS = new Set(Object.keys(words.units.money))

/** "more than", "about", "up to" before the number, or "+" after it. Pure. */
export function boundOf(tokens: readonly Token[], { from, to }: Span): Bound {
  const first = MONEY_SIGNS.has(tokens[from - 1]?.plain ?? '') ? from - 1 : from
  const before = spaced(tokens.slice(Math.max(0, first - BEFORE_REACH), first))
  for (const [bound, phrases] of BOUNDS) {
    if (!phrases.some((phrase) => before.endsWith(phrase))) continue
    // "never for more than five minutes"
    const isNegated =
      bound === 'over' &&
      tokens.slice(Math.max(0, first - NEGATED_REACH), first).some(({ plain }) => NEGATED.has(plain))
    return isNegated ? 'upTo' : bound
  }
  const after = spaced(tokens.slice(to, to + 2))
  return AFTER.some((phrase) => after.startsWith(phrase)) ? 'atLeast' : 'exact'
}

/** Letters of a sentence around the number in which its rate is looked for. */
const RATE_TOKENS_BEFORE = 4
const RATE_TOKENS_AFTER = 6

export function movesOf(tokens: readonly Token[], span: Span): NumberMoves {
  const preposition = prepositionOf(tokens, span)
  return {
    preposition,
    trend: trendOf(tokens, span),
    rate: rateOf(tokens, span),
    isDifference: preposition === 'by' || (preposition === null && isDifference(tokens, span)),
    isOthers: isOthers(tokens, span),
    isGroup: isGroup(tokens, span),
    isEach: isEach(tokens, span),
  }
}

const setOf = (list: string) => new Set(list.split(' '))
const SAVING = setOf(sums.saving)
const CHANGES = setOf(sums.changes)
const CHANGES_OF = setOf(sums.changesOf)
const SIGNS = setOf(sums.signs)
const COMPARED = setOf(sums.compared)
const OTHERS = setOf(sums.others)
const MATES = setOf(sums.mates)
const BESIDE = setOf(sums.beside)
const GROUPS = setOf(sums.groups)
const GROUP_JOINTS = setOf(sums.groupJoints)
const EACH = setOf(sums.each)

/** The words before a number without those of its bound ("about"), the nearest first. */
function wordsBefore(tokens: readonly Token[], from: number): string[] {
  return tokens
    .slice(Math.max(0, from - BEFORE_REACH), from)
    .toReversed()
    .map(({ plain }) => plain)
    .filter((plain) => !MONEY_SIGNS.has(plain) && !BOUND_WORDS.has(plain))
}

function isDifference(tokens: readonly Token[], { from, to }: Span): boolean {
  const [before = '', beforeThat = ''] = wordsBefore(tokens, from)
  if (SAVING.has(before) || SIGNS.has(before) || (CHANGES_OF.has(before) && CHANGES.has(beforeThat))) return true
  const after = tokens.slice(to, to + COMPARED_REACH)
  const end = after.findIndex(({ is, plain }) => is !== 'word' || NO_COMPARISON.has(plain))
  const near = end === -1 ? after : after.slice(0, end)
  const at = near.findIndex(({ plain }) => COMPARED.has(plain))
  // "takes less than" compares what follows.
  return at !== -1 && !(at > 0 && tokens[to + at + 1]?.plain === 'than')
}
const COMPARED_REACH = 4
const NO_COMPARISON = setOf(`${sums.towards} and und but aber no not nicht nicht`)

function isOthers(tokens: readonly Token[], { from, to }: Span): boolean {
  const [next = '', afterNext = ''] = tokens.slice(to, to + 2).map(({ plain }) => plain)
  if (OTHERS.has(next)) return true
  const [before = ''] = wordsBefore(tokens, from)
  return BESIDE.has(before) && (MATES.has(next) || MATES.has(afterNext))
}

function isGroup(tokens: readonly Token[], { from }: Span): boolean {
  const [before = '', beforeThat = ''] = wordsBefore(tokens, from)
  return GROUP_JOINTS.has(before) && GROUPS.has(beforeThat)
}

/** How far behind the number "each" stands. */
const EACH_REACH = 4

function isEach(tokens: readonly Token[], { from, to }: Span): boolean {
  const after = tokens.slice(to, to + EACH_REACH)
  const end = after.findIndex(({ is, text }) => is === 'digits' || /[.;,]/.test(text))
  return (
    EACH.has(tokens[from - 1]?.plain ?? '') ||
    (end === -1 ? after : after.slice(0, end)).some(({ plain }) => EACH.has(plain))
  )
}

function prepositionOf(tokens: readonly Token[], { from }: Span): NumberMoves['preposition'] {
  const [before] = wordsBefore(tokens, from)
  if (before === undefined) return null
  for (const kind of ['by', 'to', 'from'] as const) {
    if (words.prepositions[kind].includes(before)) return kind
  }
  return null
}
const BOUND_WORDS = new Set(
  Object.values(words.bounds)
    .flat()
    .filter((phrase) => !phrase.includes(' ')),
)

/** An ordinary sentence is shorter. */
const TREND_REACH = 60

/** The word of growing or shrinking that is nearest before the number, else behind it. */
function trendOf(tokens: readonly Token[], { from, to }: Span): NumberMoves['trend'] {
  for (let at = from - 1; at >= Math.max(0, from - TREND_REACH); at--) {
    const trend = trendWord(tokens[at])
    if (trend) return trend
  }
  for (const token of tokens.slice(to, to + TREND_REACH)) {
    const trend = trendWord(token)
    if (trend) return trend
  }
  return null
}

function trendWord(token: Token | undefined): NumberMoves['trend'] {
  return token?.is === 'word' ? trendOfWord(token.plain) : null
}

const trendOfWord = remembered((plain): NumberMoves['trend'] => {
  const has = (stems: readonly string[]) => stems.some((stem) => plain.startsWith(stem))
  if (has(words.trends.down)) return 'down'
  return has(words.trends.up) ? 'up' : null
})

/** The next number has its own rate. */
function rateOf(tokens: readonly Token[], { from, to }: Span): string | null {
  const after = tokens.slice(to, to + RATE_TOKENS_AFTER)
  const next = after.findIndex(
    ({ is, isGlued, plain }, at) =>
      (is === 'digits' && !isGlued) ||
      isTimes(plain, after[at + 1]) ||
      TURNS.has(`${plain} ${after[at + 1]?.plain ?? ''}`),
  )
  const before = tokens.slice(Math.max(0, from - RATE_TOKENS_BEFORE), from)
  const last = before.findLastIndex(({ is, isGlued }) => is === 'digits' && !isGlued)
  return rateIn(next === -1 ? after : after.slice(0, next + 1)) ?? rateIn(before.slice(last + 1))
}

/** "from seven hours to 50 minutes, and from once a month": another change begins. */
const TURNS = new Set(['from once', 'to once', 'to every', 'to each'])

/** "four times an hour" has a rate of its own. */
function isTimes(plain: string, next: Token | undefined): boolean {
  return next?.plain === 'times' && valueOfWord(plain) !== null
}

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
  if (NO_RATE_AFTER.has(before) || /^\d/.test(next) || next === 'of') return false
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
