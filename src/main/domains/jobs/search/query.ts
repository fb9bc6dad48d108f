import { ANY_JOB_TOKEN, quote } from './filter-tokens.ts'
import { wordsOf } from './words.ts'

const WORDS_SEARCHED_MAX = 32
const GROUPS_DEEP_MAX = 8
const PREFIX_LETTERS_MIN = 3

/** What the user's text asks for. `match` is what must be there, `exclude` what must not: FTS5 expressions of quoted words
 *  only, valid for any input; null for nothing. `isEmpty`: the text asks for nothing at all. */
export interface TextQuery {
  readonly match: string | null
  readonly exclude: string | null
  readonly hints: readonly string[]
  readonly isEmpty: boolean
}

type Piece =
  | {
      readonly kind: 'words'
      readonly words: readonly string[]
      readonly isPrefix: boolean
      readonly isExcluded: boolean
    }
  | { readonly kind: 'open'; readonly isExcluded: boolean }
  | { readonly kind: 'close' }
  | { readonly kind: 'or' }

/** Reads what a person types into the search field. Words must all be there; "a phrase"; prefix* (three letters and more);
 *  -word or NOT word must not be there; OR (or |) between two; parentheses group. Signs inside a word (CI/CD, Node.js,
 *  front-end) make it a phrase. Whatever does not fit is read as plain words and said in a hint. Never throws. Pure. */
export function parseQuery(text: string): TextQuery {
  const hints = new Set<string>()
  const pieces = cutLongQuery(readPieces(text, hints), hints)
  const group = readGroup({ pieces, at: 0, hints }, 0)
  const isEmpty = group.required.length === 0 && group.excluded.length === 0
  if (isEmpty) return plainWords(text, hints)
  return {
    match: group.required.length === 0 ? null : group.required.join(' AND '),
    exclude: group.excluded.length === 0 ? null : group.excluded.join(' OR '),
    hints: [...hints],
    isEmpty,
  }
}

/** For text that holds operators only, or no letters at all. */
function plainWords(text: string, hints: Set<string>): TextQuery {
  const words = wordsOf(text).slice(0, WORDS_SEARCHED_MAX)
  if (words.length > 0) {
    return { match: words.map(quote).join(' AND '), exclude: null, hints: [...hints], isEmpty: false }
  }
  if (text.trim() !== '') hints.add('Only letters and digits are searched, and there were none.')
  return { match: null, exclude: null, hints: [...hints], isEmpty: true }
}

/** A quote; an operator sign; a minus in front of a quote or group; or a run of anything else up to the next separator. */
const PIECE = /"|[()|]|-+(?=["(])|[^\s"()|,;:]+/gu
const ANY_QUOTE = /[“”„‟«»＂]/gu

function readPieces(text: string, hints: Set<string>): Piece[] {
  const source = text.replace(ANY_QUOTE, '"')
  const pieces: Piece[] = []
  let isExcluded = false
  PIECE.lastIndex = 0
  for (let found = PIECE.exec(source); found !== null; found = PIECE.exec(source)) {
    const [sign] = found
    if (sign === '"') {
      const end = source.indexOf('"', PIECE.lastIndex)
      if (end === -1) {
        hints.add('A quote was not closed; what follows it was searched as single words.')
        continue
      }
      const phrase = source.slice(PIECE.lastIndex, end)
      PIECE.lastIndex = end + 1
      const isPrefix = phrase.endsWith('*') || source.startsWith('*', end + 1)
      pieces.push(...wordsPiece({ text: phrase, isPrefix, isExcluded }, hints))
      isExcluded = false
    } else if (/^-+$/.test(sign) || sign === 'NOT') {
      // A dash with space behind it is only a dash.
      isExcluded = sign === 'NOT' || /["(]/.test(source.charAt(PIECE.lastIndex))
    } else if (sign === '(') {
      pieces.push({ kind: 'open', isExcluded })
      isExcluded = false
    } else if (sign === ')') pieces.push({ kind: 'close' })
    else if (sign === 'OR' || sign === '|') pieces.push({ kind: 'or' })
    else if (sign !== 'AND') {
      const word = { text: sign, isPrefix: /[^*]\*+$/.test(sign), isExcluded: isExcluded || sign.startsWith('-') }
      pieces.push(...wordsPiece(word, hints))
      isExcluded = false
    }
  }
  return pieces
}

function wordsPiece(typed: { text: string; isPrefix: boolean; isExcluded: boolean }, hints: Set<string>): Piece[] {
  const words = wordsOf(typed.text)
  const last = words.at(-1)
  if (last === undefined) return []
  const isLongEnough = Array.from(last).length >= PREFIX_LETTERS_MIN
  if (typed.isPrefix && !isLongEnough) {
    hints.add(`“${last}*” was searched as the word “${last}”: a star needs three letters before it.`)
  }
  return [{ kind: 'words', words, isPrefix: typed.isPrefix && isLongEnough, isExcluded: typed.isExcluded }]
}

function cutLongQuery(pieces: readonly Piece[], hints: Set<string>): Piece[] {
  let left = WORDS_SEARCHED_MAX
  const kept: Piece[] = []
  for (const piece of pieces) {
    if (piece.kind !== 'words') {
      kept.push(piece)
      continue
    }
    if (piece.words.length > left) hints.add(`Only the first ${WORDS_SEARCHED_MAX} words were searched.`)
    const words = piece.words.slice(0, left)
    if (words.length === 0) continue
    kept.push({ ...piece, words, isPrefix: piece.isPrefix && words.length === piece.words.length })
    left -= words.length
  }
  return kept
}

interface Reading {
  readonly pieces: readonly Piece[]
  at: number
  readonly hints: Set<string>
}

interface Group {
  readonly required: readonly string[]
  readonly excluded: readonly string[]
}

/** One group, up to its closing parenthesis. OR binds closer than standing side by side: `a OR b c` is (a or b) and c. */
function readGroup(reading: Reading, depth: number): Group {
  const alternatives: string[][] = []
  const excluded: string[] = []
  let isOr = false
  let isClosed = depth === 0
  while (reading.at < reading.pieces.length) {
    const piece = reading.pieces[reading.at]
    reading.at += 1
    if (piece === undefined) break
    if (piece.kind === 'close') {
      isClosed = depth > 0
      if (isClosed) break
      reading.hints.add('A parenthesis had no partner and was left out.')
      continue
    }
    if (piece.kind === 'or') {
      isOr = true
      continue
    }
    if (piece.kind === 'open' && depth >= GROUPS_DEEP_MAX) {
      reading.hints.add(`Parentheses deeper than ${GROUPS_DEEP_MAX} were left out.`)
      continue
    }
    const unit = piece.kind === 'open' ? groupExpression(readGroup(reading, depth + 1)) : wordsExpression(piece)
    if (unit === null) continue
    const before = alternatives.at(-1)
    if (isOr && before !== undefined) before.push(piece.isExcluded ? allBut([unit]) : unit)
    else if (piece.isExcluded) excluded.push(unit)
    else alternatives.push([unit])
    isOr = false
  }
  if (!isClosed) reading.hints.add('A parenthesis had no partner and was left out.')
  const required = alternatives.map((units) =>
    units.length === 1 ? units.join('') : `(${distinct(units).join(' OR ')})`,
  )
  return { required: distinct(required), excluded: distinct(excluded) }
}

function wordsExpression(piece: { words: readonly string[]; isPrefix: boolean }): string {
  const phrase = quote(piece.words.join(' '))
  return piece.isPrefix ? `${phrase}*` : phrase
}

function groupExpression(group: Group): string | null {
  const { required, excluded } = group
  if (required.length === 0) return excluded.length === 0 ? null : allBut(excluded)
  if (excluded.length === 0) return required.length === 1 ? required.join('') : `(${required.join(' AND ')})`
  return `((${required.join(' AND ')}) NOT (${excluded.join(' OR ')}))`
}

function allBut(units: readonly string[]): string {
  return `(${quote(ANY_JOB_TOKEN)} NOT (${units.join(' OR ')}))`
}

function distinct(units: readonly string[]): string[] {
  return [...new Set(units)]
}
