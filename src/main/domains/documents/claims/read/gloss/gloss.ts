import { remembered } from '../../remembered.ts'
import { GLOSSED, type LanguageTable, type Piece, piecesOf, tableOf } from './language-tables.ts'
import { numberAt } from './number-phrases.ts'

/** A sentence with the words that tell of numbers, times, posts and degrees in English, and all others as they were. */
export interface Gloss {
  readonly text: string
  /** Where in the sentence itself a place of the gloss lies. */
  readonly ownStart: (at: number) => number
  readonly ownEnd: (at: number) => number
  /** The words of the sentence itself for a stretch of the gloss. */
  readonly ownWords: (at: number, end: number) => string
  /** Where in the gloss a place of the sentence lies. */
  readonly placeOf: (at: number) => number
}

interface Change {
  readonly start: number
  readonly end: number
  readonly english: string
}

/** A stretch of the sentence from `start` and where it lies in the gloss. */
interface Stretch extends Change {
  readonly from: number
  readonly to: number
}

const readers = new Map(
  GLOSSED.map((language) => [language, remembered((text): Gloss => readGloss(text, tableOf(language)))]),
)
const asItIs = remembered((text): Gloss => glossWith(text, []))

/** A sentence as its numbers, times, posts and degrees are read: English and German as they stand, any other language of documents by the
 *  English words for them. Pure; linear in the length of the text. */
export function glossOf(text: string, language: string): Gloss {
  return (readers.get(language) ?? asItIs)(text)
}

function readGloss(text: string, table: LanguageTable | null): Gloss {
  if (!table) return glossWith(text, [])
  const pieces = piecesOf(text)
  const changes: Change[] = []
  const ends = new Set<number>()
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]
    if (!piece || (isName(pieces, at) && !ends.has(at))) continue
    const change = ends.has(at) ? null : (fromToAt(table, pieces, at, ends) ?? phraseAt(table, pieces, at))
    const read = ends.has(at) ? { to: at + sizeOf(table.to, pieces, at), english: 'to' } : change
    if (!read || read.to <= at) continue
    changes.push({ start: piece.start, end: pieces[read.to - 1]?.end ?? piece.end, english: read.english })
    at = read.to - 1
  }
  return glossWith(text, changes)
}

/** A capital inside a sentence is a name's: "Due Diligence", "La Poste". */
function isName(pieces: readonly Piece[], at: number): boolean {
  const [before, piece] = [pieces[at - 1], pieces[at]]
  if (!piece || !before || !/^\p{Lu}/u.test(piece.text)) return false
  // "2 M€"
  return !/^(?:[.!?:;,•–—(|-]|\d.*)$/.test(before.text)
}

interface Read {
  readonly to: number
  readonly english: string
}

/** How many pieces a word of a list takes at a place, with the apostrophe behind it; 0 where none stands. */
function sizeOf(list: ReadonlySet<string>, pieces: readonly Piece[], at: number): number {
  const plain = pieces[at]?.plain ?? ''
  if (pieces[at + 1]?.plain === "'" && list.has(`${plain}'`)) return 2
  return list.has(plain) ? 1 : 0
}

const PAIR_REACH = 9
const ENDS = /^[.;:()]$/

/** "de 120 a 35 ms", "dal 68% all'87%": the word before the second number is marked in `ends`. */
function fromToAt(table: LanguageTable, pieces: readonly Piece[], at: number, ends: Set<number>): Read | null {
  const size = sizeOf(table.from, pieces, at)
  if (size === 0 || !isNumber(table, pieces, at + size)) return null
  for (let next = at + size + 1; next < at + size + PAIR_REACH; next++) {
    if (ENDS.test(pieces[next]?.text ?? '.')) break
    const toSize = sizeOf(table.to, pieces, next)
    if (toSize === 0 || !isNumber(table, pieces, next + toSize)) continue
    ends.add(next)
    return { to: at + size, english: 'from' }
  }
  return null
}

function isNumber(table: LanguageTable, pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at]
  if (!piece) return false
  if (/^\d/.test(piece.text)) return true
  if (MONTHS.has(longest(table, pieces, at)?.english ?? '')) return true
  const isOne = table.ones.has(piece.plain)
  if (isOne || sizeOf(table.ones, pieces, at) > 0) return true
  return numberAt(table, pieces, at) !== null || /^\d/.test(longest(table, pieces, at)?.english ?? '')
}
const MONTHS = new Set(
  'january february march april may june july august september october november december'.split(' '),
)

function longest(table: LanguageTable, pieces: readonly Piece[], at: number): Read | null {
  for (const { pieces: phrase, english, isShare } of table.phrases.get(pieces[at]?.plain ?? '') ?? []) {
    if (phrase.some((word, next) => pieces[at + next]?.plain !== word)) continue
    const to = at + phrase.length
    if (isShare && !isShareBefore(table, pieces, to)) continue
    return { to, english }
  }
  return null
}

/** Behind a share stands nothing, "of" or the like; behind an ordinal what it counts. */
function isShareBefore(table: LanguageTable, pieces: readonly Piece[], at: number): boolean {
  if (!/^\p{L}/u.test(pieces[at]?.text ?? '') || sizeOf(table.of, pieces, at) > 0) return true
  return (table.phrases.get(pieces[at]?.plain ?? '') ?? []).some(({ english }) => SMALL.has(english))
}
const SMALL = new Set('of the my in on with and by for or'.split(' '))

function phraseAt(table: LanguageTable, pieces: readonly Piece[], at: number): Read | null {
  const phrase = longest(table, pieces, at)
  if (phrase && phrase.to > at + 1) return phrase.english.includes(PLACE) ? withNumber(table, pieces, phrase) : phrase
  if (table.afterYear.has(pieces[at]?.plain ?? '') && YEAR.test(pieces[at - 1]?.text ?? ''))
    return { to: at + 1, english: '' }
  const half = halfScaleAt(table, pieces, at)
  if (half) return half
  const number = numberAt(table, pieces, at)
  if (number) {
    const below = table.parts.get(pieces[number.to]?.plain ?? '')
    if (below !== undefined && number.value < below)
      return { to: number.to + 1, english: `${shareOf(number.value / below)} percent` }
    const isScale = /\d$/.test(pieces[at - 1]?.text ?? '') && SCALES.has(number.value)
    return isScale ? { to: number.to, english: SCALES.get(number.value) ?? '' } : number
  }
  if (isBeforeDate(table, pieces, at)) return { to: at + sizeOf(table.sinceDate, pieces, at), english: 'since' }
  if (isBy(table, pieces, at)) return { to: at + 1, english: 'by' }
  if (phrase) return phrase
  return sizeOf(table.ones, pieces, at) > 0 ? { to: at + sizeOf(table.ones, pieces, at), english: 'one' } : null
}
/** Stands in an English phrase for the number that follows in the sentence: "divisé par six" is "reduced 6 times". */
const PLACE = '#'

function withNumber(table: LanguageTable, pieces: readonly Piece[], { to, english }: Read): Read | null {
  const digits = /^\d/.test(pieces[to]?.text ?? '') ? { to: to + 1, english: pieces[to]?.text ?? '' } : null
  const number = digits ?? numberAt(table, pieces, to)
  return number && { to: number.to, english: english.replace(PLACE, number.english) }
}

const SHARE_DIGITS = 6

function shareOf(share: number): string {
  return String(Number((share * 100).toPrecision(SHARE_DIGITS)))
}

/** "sete milhões e meio", "un milione e mezzo": the half is of the scale. */
function halfScaleAt(table: LanguageTable, pieces: readonly Piece[], at: number): Read | null {
  const one = sizeOf(table.ones, pieces, at)
  const number = one > 0 ? { to: at + one, value: 1 } : (numberAt(table, pieces, at) ?? { to: at, value: 1 })
  const scale = longest(table, pieces, number.to)
  if (!scale || !LARGE.has(scale.english)) return null
  const half = longest(table, pieces, scale.to)
  return half?.english === AND_A_HALF ? { to: half.to, english: `${number.value + 0.5} ${scale.english}` } : null
}
const LARGE = new Set(['million', 'billion'])
const AND_A_HALF = 'and a half'

const SCALES: ReadonlyMap<number, string> = new Map([
  [100, 'hundred'],
  [1000, 'thousand'],
])

function isBeforeDate(table: LanguageTable, pieces: readonly Piece[], at: number): boolean {
  const size = sizeOf(table.sinceDate, pieces, at)
  const next = pieces[at + size]?.text ?? ''
  const isYear = YEAR.test(next) && sizeOf(table.of, pieces, at) === 0
  return size > 0 && (isYear || MONTHS.has(longest(table, pieces, at + size)?.english ?? ''))
}

const YEAR = /^(?:19|20)\d\d$/

const BY_REACH = 3

/** "met 30%", "o 0,09": by how much; "met 38 mensen" is with whom. */
function isBy(table: LanguageTable, pieces: readonly Piece[], at: number): boolean {
  if (!table.by.has(pieces[at]?.plain ?? '') || !isNumberLike(table, pieces, at + 1)) return false
  if (SHORT_BY.has(pieces[at]?.plain ?? '')) return true
  return pieces
    .slice(at + 1, at + 1 + BY_REACH)
    .some(
      (piece, next) =>
        piece.text === '%' || longest(table, pieces, at + 1 + next)?.english.endsWith('percent') === true,
    )
}
/** Means nothing else before a number. */
const SHORT_BY = new Set(['o'])

function isNumberLike(table: LanguageTable, pieces: readonly Piece[], at: number): boolean {
  if (isNumber(table, pieces, at)) return true
  return (
    BOUNDS.test(longest(table, pieces, at)?.english ?? '') &&
    isNumber(table, pieces, longest(table, pieces, at)?.to ?? at)
  )
}
const BOUNDS = /^(?:more than|at least|about|nearly|less than|up to|just over)$/

function glossWith(text: string, changes: readonly Change[]): Gloss {
  if (changes.length === 0) {
    const same = (at: number) => at
    return { text, ownStart: same, ownEnd: same, placeOf: same, ownWords: (at, end) => text.slice(at, end) }
  }
  let [gloss, last] = ['', 0]
  const stretches: Stretch[] = []
  for (const change of changes) {
    gloss += text.slice(last, change.start)
    if (/[\p{L}\p{N}'’]/u.test(text.charAt(change.start - 1)) && !gloss.endsWith(' ')) gloss += ' '
    const from = gloss.length
    gloss += change.english
    stretches.push({ ...change, from, to: gloss.length })
    if (/[\p{L}\p{N}]/u.test(text.charAt(change.end))) gloss += ' '
    last = change.end
  }
  gloss += text.slice(last)
  const ownStart = (at: number) => {
    const stretch = stretches.findLast(({ from }) => from <= at)
    if (!stretch) return at
    return at < stretch.to ? stretch.start : clamp(stretch.end + at - stretch.to - gapOf(gloss, text, stretch))
  }
  const ownEnd = (at: number) => {
    const stretch = stretches.findLast(({ from }) => from < at)
    if (!stretch) return at
    return at <= stretch.to ? stretch.end : clamp(stretch.end + at - stretch.to - gapOf(gloss, text, stretch))
  }
  const clamp = (at: number) => Math.max(0, Math.min(text.length, at))
  return {
    text: gloss,
    ownStart,
    ownEnd,
    ownWords: (at, end) => text.slice(ownStart(at), ownEnd(end)),
    placeOf: (at) => {
      const stretch = stretches.findLast(({ start }) => start <= at)
      if (!stretch) return at
      return at < stretch.end ? stretch.from : stretch.to + at - stretch.end + gapOf(gloss, text, stretch)
    },
  }
}

/** A space that was put in behind a change. */
function gapOf(gloss: string, text: string, { to, end }: Stretch): number {
  return gloss.charAt(to) === ' ' && text.charAt(end) !== ' ' ? 1 : 0
}
