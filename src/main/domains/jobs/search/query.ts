import { ANY_JOB_TOKEN, skillToken, sourceToken } from './filter-tokens.ts'
import { allOf, anyOf, carries, quote, type Rule, without } from './rule.ts'
import { wordsOf } from './words.ts'

const WORDS_SEARCHED_MAX = 32
const GROUPS_DEEP_MAX = 8
const PREFIX_LETTERS_MIN = 3

/** What the user's text asks for: all of `required`, none of `excluded`; rules of quoted words and tokens only, valid for any
 *  input. */
export interface TextQuery {
  readonly required: readonly Rule[]
  readonly excluded: readonly Rule[]
  readonly hints: readonly string[]
}

/** Words that are looked for in one place only, or a value that a job has to have. */
type Field = 'title' | 'company' | 'city' | 'skill' | 'source'

/** The column of the index, for fields that hold words. */
const COLUMNS: Readonly<Partial<Record<Field, string>>> = { title: 'title', company: 'company', city: 'place' }
const FIELDS: ReadonlyMap<string, Field> = new Map(
  (['title', 'company', 'city', 'skill', 'source'] as const).map((field) => [field, field]),
)

type Piece =
  | {
      readonly kind: 'words'
      readonly words: readonly string[]
      readonly isPrefix: boolean
      readonly isExcluded: boolean
      readonly field: Field | null
    }
  | { readonly kind: 'token'; readonly token: string; readonly isExcluded: boolean }
  | { readonly kind: 'open'; readonly isExcluded: boolean }
  | { readonly kind: 'close' }
  | { readonly kind: 'or' }

/** Reads what a person types into the search field. Words must all be there; "a phrase"; prefix* (three letters and more);
 *  -word or NOT word must not be there; OR (or |) between two; parentheses group. Signs inside a word (CI/CD, Node.js,
 *  front-end) make it a phrase. title:, company:, city:, skill: and source: in front of a word or quote look there only. Whatever
 *  does not fit is read as plain words and said in a hint. Never throws. Pure. */
export function parseQuery(text: string): TextQuery {
  const hints = new Set<string>()
  const pieces = cutLongQuery(readPieces(text, hints), hints)
  const group = readGroup({ pieces, at: 0, hints }, 0)
  const isEmpty = group.required.length === 0 && group.excluded.length === 0
  return isEmpty ? plainWords(text, hints) : { ...group, hints: [...hints] }
}

/** For text that holds operators only, or no letters at all. */
function plainWords(text: string, hints: Set<string>): TextQuery {
  const words = wordsOf(text).slice(0, WORDS_SEARCHED_MAX)
  if (words.length === 0 && text.trim() !== '') hints.add('Only letters and digits are searched, and there were none.')
  const required = words.length === 0 ? [] : [allOf(words.map((word): Rule => ({ kind: 'words', match: quote(word) })))]
  return { required, excluded: [], hints: [...hints] }
}

/** A field with its value right behind it; a quote; an operator sign; a minus in front of a quote or group; or a run of anything
 *  else up to the next separator. */
const PIECE = /-*[a-z]+:(?=[^\s()|,;:/])|"|[()|]|-+(?=["(])|[^\s"()|,;:]+/giu
const FIELD = /^(-*)([a-z]+):$/iu
const ANY_QUOTE = /[“”„‟«»＂]/gu

function readPieces(text: string, hints: Set<string>): Piece[] {
  const source = text.replace(ANY_QUOTE, '"')
  const pieces: Piece[] = []
  let isExcluded = false
  let field: Field | null = null
  PIECE.lastIndex = 0
  for (let found = PIECE.exec(source); found !== null; found = PIECE.exec(source)) {
    const [sign] = found
    const [, minus = '', name = null] = FIELD.exec(sign) ?? []
    if (name !== null) {
      isExcluded ||= minus !== ''
      field = FIELDS.get(name.toLowerCase()) ?? null
      if (field !== null) continue
      hints.add(`“${name}:” is no field and was searched as a word; there are ${[...FIELDS.keys()].join(', ')}.`)
      pieces.push(...valuePieces({ text: name, isPrefix: false, isExcluded, field }, hints))
      isExcluded = false
    } else if (sign === '"') {
      const end = source.indexOf('"', PIECE.lastIndex)
      if (end === -1) {
        hints.add('A quote was not closed; what follows it was searched as single words.')
        continue
      }
      const phrase = source.slice(PIECE.lastIndex, end)
      PIECE.lastIndex = end + 1
      const isPrefix = phrase.endsWith('*') || source.startsWith('*', end + 1)
      pieces.push(...valuePieces({ text: phrase, isPrefix, isExcluded, field }, hints))
      isExcluded = false
      field = null
    } else if (/^-+$/.test(sign) || sign === 'NOT') {
      // A dash with space behind it is only a dash.
      isExcluded = sign === 'NOT' || /["(]/.test(source.charAt(PIECE.lastIndex))
    } else if (sign === '(') {
      pieces.push({ kind: 'open', isExcluded })
      isExcluded = false
    } else if (sign === ')') pieces.push({ kind: 'close' })
    else if (sign === 'OR' || sign === '|') pieces.push({ kind: 'or' })
    else if (sign !== 'AND') {
      const isMinus = isExcluded || sign.startsWith('-')
      pieces.push(...valuePieces({ text: sign, isPrefix: /[^*]\*+$/.test(sign), isExcluded: isMinus, field }, hints))
      isExcluded = false
      field = null
    }
  }
  return pieces
}

interface Typed {
  readonly text: string
  readonly isPrefix: boolean
  readonly isExcluded: boolean
  readonly field: Field | null
}

function valuePieces(typed: Typed, hints: Set<string>): Piece[] {
  const { isExcluded, field } = typed
  const words = wordsOf(typed.text)
  const last = words.at(-1)
  if (last === undefined) return []
  if (field === 'skill') return [{ kind: 'token', token: skillToken(typed.text), isExcluded }]
  if (field === 'source') return [{ kind: 'token', token: sourceToken(typed.text.trim()), isExcluded }]
  const isLongEnough = Array.from(last).length >= PREFIX_LETTERS_MIN
  if (typed.isPrefix && !isLongEnough) {
    hints.add(`“${last}*” was searched as the word “${last}”: a star needs three letters before it.`)
  }
  return [{ kind: 'words', words, isPrefix: typed.isPrefix && isLongEnough, isExcluded, field }]
}

function cutLongQuery(pieces: readonly Piece[], hints: Set<string>): Piece[] {
  let left = WORDS_SEARCHED_MAX
  const kept: Piece[] = []
  for (const piece of pieces) {
    if (piece.kind !== 'words' && piece.kind !== 'token') {
      kept.push(piece)
      continue
    }
    const length = piece.kind === 'words' ? piece.words.length : 1
    if (length > left) hints.add(`Only the first ${WORDS_SEARCHED_MAX} words were searched.`)
    if (left === 0) continue
    if (piece.kind === 'token') kept.push(piece)
    else kept.push({ ...piece, words: piece.words.slice(0, left), isPrefix: piece.isPrefix && length <= left })
    left -= Math.min(left, length)
  }
  return kept
}

interface Reading {
  readonly pieces: readonly Piece[]
  at: number
  readonly hints: Set<string>
}

interface Group {
  readonly required: readonly Rule[]
  readonly excluded: readonly Rule[]
}

/** One group, up to its closing parenthesis. OR binds closer than standing side by side: `a OR b c` is (a or b) and c. */
function readGroup(reading: Reading, depth: number): Group {
  const alternatives: Rule[][] = []
  const excluded: Rule[] = []
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
    const unit = piece.kind === 'open' ? groupRule(readGroup(reading, depth + 1)) : valueRule(piece)
    if (unit === null) continue
    const before = alternatives.at(-1)
    if (isOr && before !== undefined) before.push(piece.isExcluded ? allBut([unit]) : unit)
    else if (piece.isExcluded) excluded.push(unit)
    else alternatives.push([unit])
    isOr = false
  }
  if (!isClosed) reading.hints.add('A parenthesis had no partner and was left out.')
  return { required: alternatives.map(anyOf), excluded }
}

function valueRule(piece: Extract<Piece, { kind: 'words' | 'token' }>): Rule {
  if (piece.kind === 'token') return carries(piece.token)
  const { words, isPrefix, field } = piece
  const phrase = `${quote(words.join(' '))}${isPrefix ? '*' : ''}`
  const column = field === null ? undefined : COLUMNS[field]
  return { kind: 'words', match: column === undefined ? phrase : `${column} : ${phrase}` }
}

function groupRule({ required, excluded }: Group): Rule | null {
  if (required.length > 0) return without(allOf(required), excluded)
  return excluded.length === 0 ? null : allBut(excluded)
}

function allBut(rules: readonly Rule[]): Rule {
  return without(carries(ANY_JOB_TOKEN), rules)
}
