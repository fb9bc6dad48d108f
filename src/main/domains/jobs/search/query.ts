import { ANY_JOB_TOKEN } from './filter-tokens.ts'
import { type Field, type Piece, readPieces, WORDS_SEARCHED_MAX } from './query-pieces.ts'
import { allOf, anyOf, carries, type NameColumn, type Rule, says, without } from './rule.ts'
import { wordsOf } from './words.ts'

const GROUPS_DEEP_MAX = 8
const HINTS_MAX = 4

/** What the user's text asks for: all of `required`, none of `excluded`; rules of quoted words and tokens only, valid for any
 *  input. */
export interface TextQuery {
  readonly required: readonly Rule[]
  readonly excluded: readonly Rule[]
  readonly hints: readonly string[]
}

/** The column of the index, for fields that hold words. */
const COLUMNS: Readonly<Partial<Record<Field, NameColumn>>> = { title: 'title', company: 'company', city: 'place' }

/** Reads what a person types into the search field. Words must all be there; "a phrase"; prefix* (three letters and more);
 *  -word or NOT word must not be there; OR (or |) between two; parentheses group. Signs inside a word (CI/CD, Node.js,
 *  front-end) make it a phrase. title:, company:, city:, skill: and source: in front of a word or quote look there only, also with
 *  space at the colon. Whatever does not fit is read as plain words and said in a hint. Never throws. Pure. */
export function parseQuery(text: string): TextQuery {
  const hints = new Set<string>()
  const pieces = readPieces(text, hints)
  const group = readGroup({ pieces, at: 0, hints }, 0)
  const isEmpty = group.required.length === 0 && group.excluded.length === 0
  return isEmpty ? plainWords(text, hints) : { ...group, hints: fewOf(hints) }
}

/** For text that holds operators only, or no letters at all. */
function plainWords(text: string, hints: Set<string>): TextQuery {
  const words = wordsOf(text).slice(0, WORDS_SEARCHED_MAX)
  if (words.length === 0 && text.trim() !== '') hints.add('Only letters and digits are searched, and there were none.')
  const required = words.length === 0 ? [] : [allOf(words.map((word) => says([word])))]
  return { required, excluded: [], hints: fewOf(hints) }
}

function fewOf(hints: ReadonlySet<string>): string[] {
  const told = [...hints].slice(0, HINTS_MAX)
  return hints.size === told.length ? told : [...told, 'More of the text did not fit and was read as plain words.']
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
  return says(words, { isStart: isPrefix, column: field === null ? null : (COLUMNS[field] ?? null) })
}

function groupRule({ required, excluded }: Group): Rule | null {
  if (required.length > 0) return without(allOf(required), excluded)
  return excluded.length === 0 ? null : allBut(excluded)
}

function allBut(rules: readonly Rule[]): Rule {
  return without(carries(ANY_JOB_TOKEN), rules)
}
