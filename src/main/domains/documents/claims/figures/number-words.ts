import words from '#resources/claim-words.json' with { type: 'json' }
import sums from '#resources/claim-sums.json' with { type: 'json' }
import { remembered } from '../remembered.ts'
import { spaced, spacedPhrase, type Token } from '../read/tokens.ts'
import { rateOf, type Span } from './rates.ts'
import { classOf, type Unit } from './units.ts'

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

const BOUNDS: readonly (readonly [Bound, readonly string[]])[] = (
  ['nearly', 'under', 'among', 'upTo', 'well', 'over', 'atLeast', 'about'] as const
).map((bound) => [bound, words.bounds[bound].map(spacedPhrase)])
const ALL_BOUNDS = Object.values(words.bounds).flat()
const AFTER = words.boundsAfter.map(spacedPhrase)
const NEGATED = new Set(words.boundsNegated)
const NEGATED_REACH = 8
const BEFORE_REACH = 4
/** "um eine Viertelstunde" */
const GERMAN_ONE = new Set(['eine', 'einen', 'einem', 'einer', 'ein'])
const MONEY_SIGNS = new Set(Object.keys(words.units.money))

/** "more than", "about", "up to" before the number, or "+" after it. Pure. */
export function boundOf(tokens: readonly Token[], { from, to }: Span): Bound {
  const first = MONEY_SIGNS.has(tokens[from - 1]?.plain ?? '') ? from - 1 : from
  const before = spaced(tokens.slice(Math.max(0, first - BEFORE_REACH), first))
  for (const [bound, phrases] of BOUNDS) {
    const phrase = phrases.find((one) => before.endsWith(one))
    if (phrase === undefined) continue
    if (phrase === ' over ' && isAcross(tokens[first - 2])) return 'exact'
    // "never for more than five minutes"
    const isNegated = bound === 'over' && isNegatedBefore(tokens, first - phrase.trim().split(' ').length)
    return isNegated ? 'upTo' : bound
  }
  const after = spaced(tokens.slice(to, to + 2))
  return AFTER.some((phrase) => after.startsWith(phrase)) ? 'atLeast' : 'exact'
}

/** "never for more than five minutes", "no outage of more than five"; "without a crash above 99 %" denies the crash alone. */
function isNegatedBefore(tokens: readonly Token[], at: number): boolean {
  const near = tokens.slice(Math.max(0, at - NEGATED_REACH), at)
  const from = near.findLastIndex(({ plain }) => NEGATED.has(plain))
  if (from === -1) return false
  const isOfThing = NEGATED_THINGS.has(near[from]?.plain ?? '') && from < near.length - 1
  const link = near.at(-1)?.plain ?? ''
  return !isOfThing || NEGATED_LINKS.has(link) || tokens[at]?.plain === 'longer' || tokens[at]?.plain === 'langer'
}
const NEGATED_THINGS = new Set(sums.negatedThings.split(' '))
const NEGATED_LINKS = new Set(sums.negatedLinks.split(' '))

/** "88 % over 14 crops", "(0.91) over 1,150 exams" */
function isAcross(before: Token | undefined): boolean {
  return before?.is === 'digits' || before?.text === ')' || before?.text === '%'
}

/** How the number between two tokens moves. Pure. */
export function movesOf(tokens: readonly Token[], span: Span, unit: Pick<Unit, 'is'>): NumberMoves {
  const preposition = prepositionOf(tokens, span)
  const isMoved = preposition === 'by' || (preposition === null && isDifference(tokens, span))
  return {
    preposition,
    trend: preposition !== null || isMoved ? trendOf(tokens, span) : trendWord(tokens[span.from - 1]),
    rate: rateOf(tokens, span, unit),
    isDifference: isMoved,
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
  return tokensBefore(tokens, from).map(({ plain }) => plain)
}

function tokensBefore(tokens: readonly Token[], from: number): Token[] {
  const before = MONEY_SIGNS.has(tokens[from - 1]?.plain ?? '') ? from - 1 : from
  const bound = BOUND_PHRASES.find((phrase) =>
    phrase.every((word, at) => tokens[before - phrase.length + at]?.plain === word),
  )
  return tokens
    .slice(Math.max(0, from - BEFORE_REACH), before - (bound?.length ?? 0))
    .toReversed()
    .filter(({ plain }) => !MONEY_SIGNS.has(plain) && !BOUND_WORDS.has(plain) && !GERMAN_ONE.has(plain))
}

function isDifference(tokens: readonly Token[], { from, to }: Span): boolean {
  const [before, beforeThat] = tokensBefore(tokens, from)
  if (before && (SAVING.has(before.plain) || SIGNS.has(before.plain))) return true
  // "im besten Fall von 3,1" is none.
  if (
    before &&
    beforeThat &&
    beforeThat.text !== 'Fall' &&
    CHANGES_OF.has(before.plain) &&
    CHANGES.has(beforeThat.plain)
  )
    return true
  const after = tokens.slice(to, to + COMPARED_REACH)
  const end = after.findIndex(({ is, plain }) => is !== 'word' || NO_COMPARISON.has(plain))
  const near = end === -1 ? after : after.slice(0, end)
  const at = near.findIndex(({ plain }) => COMPARED.has(plain))
  // "takes less than" compares what follows, "three less experienced colleagues" each other.
  if (at > 0) return near[at + 1]?.plain !== 'than'
  return at === 0 && !(GRADES.has(near[0]?.plain ?? '') && near[1] && near[2] && !classOf(near[1]) && classOf(near[2]))
}
const COMPARED_REACH = 4
const NO_COMPARISON = setOf(`${sums.towards} and und but aber no not nicht nicht`)
const GRADES = setOf('less more better')

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

/** "25 students each", "je 25 Studierende", "25 per class" */
function isEach(tokens: readonly Token[], { from, to, after }: Span): boolean {
  if (EACH.has(tokens[from - 1]?.plain ?? '')) return true
  const near = tokens.slice(to, Math.min(after, to + EACH_REACH))
  const end = near.findIndex(({ text }) => /[.;,]/.test(text))
  const own = end === -1 ? near : near.slice(0, end)
  // "zwei Gruppen mit je 25" says it of the next number.
  return own.some(
    ({ plain }, index) => (EACH.has(plain) && to + index + 1 < after) || (PER.has(plain) && !isTime(own[index + 1])),
  )
}
const PER = setOf('per pro je')

function isTime(token: Token | undefined): boolean {
  return (
    token === undefined ||
    token.plain in words.units.seconds ||
    token.plain in words.units.months ||
    NO_THING.has(token.plain)
  )
}
const NO_THING = setOf('quarter quartal cent annum sql email mail hand')

function prepositionOf(tokens: readonly Token[], { from }: Span): NumberMoves['preposition'] {
  const [before] = wordsBefore(tokens, from)
  if (before === undefined) return null
  for (const kind of ['by', 'to', 'from'] as const) {
    if (words.prepositions[kind].includes(before)) return kind
  }
  return null
}
const BOUND_WORDS = new Set(ALL_BOUNDS.filter((phrase) => !phrase.includes(' ')))
/** "by more than 60 %" */
const BOUND_PHRASES = ALL_BOUNDS.filter((phrase) => phrase.includes(' ')).map((phrase) => phrase.split(' '))

/** An ordinary clause is shorter. */
const TREND_REACH = 30
const CLAUSE_ENDS = new Set(['.', ';', ':', '('])
/** Behind a number another deed may follow. */
const DEED_ENDS = new Set([...CLAUSE_ENDS, ',', 'and', 'und', 'while', 'aber', 'but'])

/** The word of growing or shrinking that is nearest before the number, else behind it, in its clause. */
function trendOf(tokens: readonly Token[], { from, to }: Span): NumberMoves['trend'] {
  for (let at = from - 1; at >= Math.max(0, from - TREND_REACH); at--) {
    if (CLAUSE_ENDS.has(tokens[at]?.text ?? '')) break
    const trend = trendWord(tokens[at])
    if (trend) return trend
  }
  for (const token of tokens.slice(to, to + TREND_REACH)) {
    if (DEED_ENDS.has(token.plain)) break
    const trend = trendWord(token)
    if (trend) return trend
  }
  return null
}

function trendWord(token: Token | undefined): NumberMoves['trend'] {
  return token?.is === 'word' && token.text !== 'Lower' ? trendOfWord(token.plain) : null
}

const trendOfWord = remembered((plain): NumberMoves['trend'] => {
  const has = (stems: readonly string[]) => stems.some((stem) => plain.startsWith(stem))
  if (has(words.trends.down)) return 'down'
  return has(words.trends.up) ? 'up' : null
})
