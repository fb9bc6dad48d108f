import { skillToken, sourceToken } from './filter-tokens.ts'
import { wordsOf } from './words.ts'

export const WORDS_SEARCHED_MAX = 32
const PREFIX_LETTERS_MIN = 3
/** A prefix gathers the lists of all words that begin so: many of them would keep everybody else waiting. */
const PREFIXES_MAX = 8

/** Words that are looked for in one place only, or a value that a job has to have. */
export type Field = 'title' | 'company' | 'city' | 'skill' | 'source'

const FIELDS: ReadonlyMap<string, Field> = new Map(
  (['title', 'company', 'city', 'skill', 'source'] as const).map((field) => [field, field]),
)

export type Piece =
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

/** What a text is made of, in order; no more words and prefixes than are searched. What does not fit is said in a hint. Pure but for the
 *  hints. */
export function readPieces(text: string, hints: Set<string>): Piece[] {
  return cutPrefixes(cutLongQuery(cutIntoPieces(text, hints), hints), hints)
}

/** A field with its value behind it; a quote; an operator sign; a minus in front of a quote or group; or a run of anything else up to
 *  the next separator. */
const PIECE = /-*[a-z]+\s*:\s*(?=[^\s()|,;:/])|"|[()|]|-+(?=["(])|[^\s"()|,;:]+/giu
const FIELD = /^(-*)([a-z]+)(\s*:\s*)$/iu
const NEXT_RUN = /[^\s"()|,;:]+/uy
const COLON_BEHIND = /\s*:/y
const ANY_QUOTE = /[“”„‟«»＂]/gu

function cutIntoPieces(text: string, hints: Set<string>): Piece[] {
  const source = text.replace(ANY_QUOTE, '"')
  const pieces: Piece[] = []
  let isExcluded = false
  let field: Field | null = null
  const push = (typed: Pick<Typed, 'text' | 'isPrefix' | 'isExcluded'>): void => {
    pieces.push(...valuePieces({ ...typed, field }, hints))
    isExcluded = false
    field = null
  }
  PIECE.lastIndex = 0
  for (let found = PIECE.exec(source); found !== null; found = PIECE.exec(source)) {
    const [sign] = found
    const [, minus = '', name = null, colon = ''] = FIELD.exec(sign) ?? []
    if (name !== null) {
      isExcluded ||= minus !== ''
      field = fieldNamed(name)
      if (field !== null && (colon === ':' || isValueAt(source, PIECE.lastIndex))) continue
      if (field !== null) hints.add(valueMissing(name))
      else if (colon === ':') {
        hints.add(`“${name}:” is no field and was searched as a word; there are ${[...FIELDS.keys()].join(', ')}.`)
      }
      field = null
      push({ text: name, isPrefix: false, isExcluded })
    } else if (sign === '"') {
      const end = source.indexOf('"', PIECE.lastIndex)
      if (end === -1) {
        hints.add('A quote was not closed; what follows it was searched as single words.')
        continue
      }
      const phrase = source.slice(PIECE.lastIndex, end)
      PIECE.lastIndex = end + 1
      push({ text: phrase, isPrefix: phrase.endsWith('*') || source.startsWith('*', end + 1), isExcluded })
    } else if (/^-+$/.test(sign) || sign === 'NOT') {
      // A dash with space behind it is only a dash.
      isExcluded = sign === 'NOT' || /["(]/.test(source.charAt(PIECE.lastIndex))
    } else if (sign === '(') {
      pieces.push({ kind: 'open', isExcluded })
      isExcluded = false
    } else if (sign === ')') pieces.push({ kind: 'close' })
    else if (sign === 'OR' || sign === '|') pieces.push({ kind: 'or' })
    else if (sign !== 'AND') {
      if (fieldNamed(sign) !== null && isAt(COLON_BEHIND, source, PIECE.lastIndex)) hints.add(valueMissing(sign))
      push({ text: sign, isPrefix: /[^*]\*+$/.test(sign), isExcluded: isExcluded || sign.startsWith('-') })
    }
  }
  return pieces
}

function fieldNamed(name: string): Field | null {
  return FIELDS.get(name.replace(/^-+/, '').toLowerCase()) ?? null
}

/** Whether a value begins here: no operator, and no other field. */
function isValueAt(source: string, at: number): boolean {
  NEXT_RUN.lastIndex = at
  const [run = ''] = NEXT_RUN.exec(source) ?? []
  if (run === 'OR' || run === 'AND' || run === 'NOT') return false
  return fieldNamed(run) === null || !isAt(COLON_BEHIND, source, at + run.length)
}

function isAt(pattern: RegExp, source: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(source)
}

function valueMissing(name: string): string {
  const shown = name.replace(/^-+/, '')
  return `“${shown}:” had no word or quote behind it and was searched as a word: write it as ${shown.toLowerCase()}:word.`
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

function cutPrefixes(pieces: readonly Piece[], hints: Set<string>): Piece[] {
  const used = new Set<string>()
  return pieces.map((piece) => {
    if (piece.kind !== 'words' || !piece.isPrefix) return piece
    const prefix = `${piece.field ?? ''}:${piece.words.join(' ')}`
    if (used.has(prefix) || used.size < PREFIXES_MAX) {
      used.add(prefix)
      return piece
    }
    hints.add(
      `Only the first ${PREFIXES_MAX} words with a star were searched as beginnings, the others as whole words.`,
    )
    return { ...piece, isPrefix: false }
  })
}
