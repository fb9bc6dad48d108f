import type { SuggestionKind } from './vocabulary.ts'
import { textWords, type TextWord } from './words.ts'

/** The part of a search that is being typed. `kind`: a field word says what it can only be; then it stands for everything from `from`
 *  on, the field word included. */
export interface TypedPart {
  readonly kind: SuggestionKind | null
  readonly from: number
  readonly words: readonly TextWord[]
}

const WORDS_MAX = 5
const FIELD_KINDS: ReadonlyMap<string, SuggestionKind> = new Map([
  ['title', 'title'],
  ['company', 'company'],
  ['skill', 'skill'],
  ['city', 'city'],
])
/** A field with its value, a quote, a sign, or a run of anything else: as the parser of searches reads them. */
const PIECE = /(-*)([a-z]+):(?:"([^"]*)("?)|([^\s"()|,;]*))|(-*)"([^"]*)("?)|[()|,;]|[^\s"()|,;]+/giu
const ANY_QUOTE = /[“”„‟«»＂]/gu

/** The end of the text, as far back as it is plain words, or a field with its value, or a quote that is not closed. Null when it ends
 *  with something that nothing can be suggested for: an excluded word, an operator, a source. Pure. */
export function typedPart(text: string): TypedPart | null {
  const source = text.replace(ANY_QUOTE, '"')
  let start = 0
  let part: TypedPart | null = null
  for (const piece of source.matchAll(PIECE)) {
    const end = piece.index + piece[0].length
    const isLast = end === source.length
    part = null
    const [sign, minus = '', field, quoted, fieldQuote, value, phraseMinus = '', phrase, phraseQuote] = piece
    if (field !== undefined) {
      const isOpen = isLast && fieldQuote !== '"'
      const kind = FIELD_KINDS.get(field.toLowerCase()) ?? null
      start = end
      if (isOpen && minus === '' && kind !== null)
        part = partOf(source, { kind, from: piece.index, at: end - (quoted ?? value ?? '').length })
    } else if (phrase !== undefined) {
      start = end
      if (isLast && phraseQuote !== '"' && phraseMinus === '')
        part = partOf(source, { kind: null, from: piece.index, at: end - phrase.length })
    } else if (/^[()|,;]$|^(?:OR|AND|NOT)$|^-|\*$/.test(sign)) start = end
  }
  return part ?? plainPart(source, start)
}

function plainPart(source: string, start: number): TypedPart | null {
  const words = textWords(source.slice(start)).map((word) => ({ ...word, from: word.from + start }))
  const last = words.slice(-WORDS_MAX)
  const [first] = last
  return first === undefined ? null : { kind: null, from: first.from, words: last }
}

function partOf(source: string, place: { kind: SuggestionKind | null; from: number; at: number }): TypedPart | null {
  const words = textWords(source.slice(place.at)).slice(0, WORDS_MAX)
  return words.length === 0
    ? null
    : { kind: place.kind, from: place.from, words: words.map((word) => ({ ...word, from: place.from })) }
}
