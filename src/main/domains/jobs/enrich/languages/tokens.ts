import { stripAccents } from '#main/infra/text/fold.ts'
import { type AskKind, findAskWords, glueWords, type NameHit } from './lexicon.ts'

/** A piece of a sentence: a language, words that say something of one, a word between, a sign, or any other word. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly is: 'language' | 'says' | 'glue' | 'sign' | 'other'
  readonly name: NameHit | null
  readonly kinds: readonly AskKind[]
  /** A level of the European framework ("B2"). */
  readonly cefr: string | null
  /** The word in plain letters, or the sign. */
  readonly plain: string
}

const LEVEL = /^[ABC][12](?=\+?$)/
const SIGNS: ReadonlySet<string> = new Set(',;:()[]/|–—+-')
const PIECES = /\p{L}[\p{L}\p{N}'’+]*|\p{N}+|[,;:()[\]/|–—+-]/gu

/** The tokens of one sentence; `names` are the languages in it, offsets within the sentence. Linear in its length. */
export function readTokens(sentence: string, names: readonly NameHit[]): Token[] {
  const tokens: Token[] = []
  const spans = [
    ...names.map(nameToken(sentence)),
    ...findAskWords(sentence).filter(isFree(names)).map(askToken(sentence)),
  ]
  spans.sort((a, b) => a.start - b.start)
  let at = 0
  let reached = 0
  for (const { index, 0: piece } of sentence.matchAll(PIECES)) {
    while ((spans[at]?.start ?? Infinity) <= index) {
      const span = spans[at++]
      if (span) tokens.push(span)
      reached = Math.max(reached, span?.end ?? 0)
    }
    // "l'anglais": the article ends where the language begins.
    const free = piece.slice(0, Math.max(0, (spans[at]?.start ?? Infinity) - index))
    if (index >= reached) tokens.push(pieceToken(free, index))
  }
  tokens.push(...spans.slice(at))
  return tokens
}

function isFree(names: readonly NameHit[]): (hit: { start: number; end: number }) => boolean {
  return (hit) => !names.some((name) => name.start < hit.end && name.end > hit.start)
}

const EMPTY = { name: null, kinds: [], cefr: null } as const

function nameToken(sentence: string): (name: NameHit) => Token {
  return (name) => {
    const { start, end } = name
    return { ...EMPTY, start, end, is: 'language', name, plain: stripAccents(sentence.slice(start, end)) }
  }
}

function askToken(sentence: string): (hit: { start: number; end: number; kinds: readonly AskKind[] }) => Token {
  return ({ start, end, kinds }) => {
    const plain = stripAccents(sentence.slice(start, end))
    return { ...EMPTY, start, end, is: kinds.includes('notThis') ? 'other' : 'says', kinds, plain }
  }
}

function pieceToken(piece: string, start: number): Token {
  const base = { ...EMPTY, start, end: start + piece.length }
  if (SIGNS.has(piece)) return { ...base, is: 'sign', plain: piece }
  const level = LEVEL.exec(piece)?.[0]
  if (level !== undefined) return { ...base, is: 'says', cefr: level, plain: level }
  // Italian "è" is no "e".
  const plain = piece.length === 1 ? piece.toLowerCase() : stripAccents(piece)
  return { ...base, is: isGlue(plain) ? 'glue' : 'other', plain }
}

/** "l'", "d'un" are of the words between as well. */
function isGlue(plain: string): boolean {
  if (glueWords.has(plain)) return true
  if (!plain.includes("'") && !plain.includes('’')) return false
  return plain.split(/['’]/).every((part) => part === '' || glueWords.has(part))
}

export function isAnyOf(token: Token | undefined, kinds: readonly AskKind[]): boolean {
  return token !== undefined && kinds.some((kind) => token.kinds.includes(kind))
}
