import { detectAll } from 'tinyld'
import languageWords from '#resources/language-words.json' with { type: 'json' }

/** Languages of European postings that the n-gram model is allowed to answer. */
const EUROPEAN = 'en de fr nl es pl sv it pt da no fi cs hu ro sk hr bg el et lv lt sl uk ru tr is ca ga'.split(' ')
/** Enough words to tell languages apart. Of a longer text pieces are read, from the beginning to past its middle: a greeting or
 *  an appendix in another language is not its body. */
const MAX_CHARS = 1800
const PIECES = 5
const MIN_CHARS_FOR_PIECES = 1000
const READ_SHARE = 0.75
/** The n-gram model costs about 4 µs a character, so it sees only a piece, and only when words did not decide. */
const MAX_MODEL_CHARS = 100
const MIN_LETTERS = 20
const MIN_WORD_HITS = 4
const FEW_WORD_HITS = 2
/** The winner must be ahead of the second by this factor; more where words are few. */
const MIN_LEAD = 1.25
const FEW_WORDS_LEAD = 2

type WordTable = ReadonlyMap<string, readonly string[]>

function tableOf(...lists: readonly Readonly<Record<string, string>>[]): WordTable {
  const table = new Map<string, string[]>()
  for (const [language, words] of lists.flatMap((list) => Object.entries(list))) {
    for (const word of new Set(words.split(' '))) table.set(word, [...(table.get(word) ?? []), language])
  }
  return table
}

const functionWords = tableOf(languageWords.words)
const tellingWords = tableOf(languageWords.words, languageWords.more)

/** How often each language's function words occur in a text. A word shared by several languages counts for all of them. */
export function countFunctionWords(text: string): Map<string, number> {
  return new Map([...weighWords(text, functionWords)].map(([language, { hits }]) => [language, hits]))
}

interface Weight {
  hits: number
  /** A word that several languages share says little for each of them. */
  weight: number
}

function weighWords(text: string, table: WordTable): Map<string, Weight> {
  const weights = new Map<string, Weight>()
  for (const word of wordsOf(text)) {
    const languages = table.get(word)
    if (languages === undefined) continue
    for (const language of languages) {
      const known = weights.get(language)
      if (known === undefined) weights.set(language, { hits: 1, weight: 1 / languages.length })
      else {
        known.hits += 1
        known.weight += 1 / languages.length
      }
    }
  }
  return weights
}

const FIRST_LETTERS_BEYOND_ASCII = 0xc0
const APOSTROPHE = 0x27

/** Words in lower case. Cuts at whatever is not a letter in ASCII; beyond it signs are rare and harmless. */
function wordsOf(text: string): string[] {
  const small = text.toLowerCase().replaceAll('’', "'")
  const words: string[] = []
  let start = 0
  for (let at = 0; at <= small.length; at++) {
    const unit = at === small.length ? 0 : small.charCodeAt(at)
    if ((unit >= 0x61 && unit <= 0x7a) || unit >= FIRST_LETTERS_BEYOND_ASCII || unit === APOSTROPHE) continue
    if (at > start) words.push(small.slice(start, at))
    start = at + 1
  }
  return words
}

/** The language a posting's body is written in, ISO 639-1; null when there is too little text to say, or only names. Function words
 *  decide, piece by piece, so that a language with many small words does not outweigh the body; where they leave it open the
 *  n-gram model of tinyld does, among the languages whose words there are. Pure. */
export function readLanguage(text: string): string | null {
  const pieces = piecesOf(text)
  const sample = pieces.join('\n')
  if (!LETTERS.test(sample)) return null
  const votes = new Map<string, number>()
  for (const vote of pieces.length === 1 ? [] : pieces.map(clearLanguage)) {
    if (vote !== null) votes.set(vote, (votes.get(vote) ?? 0) + 1)
  }
  const elected = [...votes].find(([, count]) => count > pieces.length / 2)?.[0]
  return elected ?? clearLanguage(sample) ?? modelLanguage(sample)
}

function rank(text: string): [language: string, weight: Weight][] {
  return [...weighWords(text, tellingWords)].sort(([, a], [, b]) => b.weight - a.weight)
}

function clearLanguage(text: string): string | null {
  const [first, second] = rank(text)
  if (!first) return null
  const [{ hits, weight }, next] = [first[1], second?.[1].weight ?? 0]
  const isClear = hits >= MIN_WORD_HITS && weight >= next * MIN_LEAD
  return isClear || (hits >= FEW_WORD_HITS && weight >= next * FEW_WORDS_LEAD) ? isoOf(first[0]) : null
}

function modelLanguage(text: string): string | null {
  const guess = detectAll(text.slice(0, MAX_MODEL_CHARS), { only: EUROPEAN })[0]?.lang
  const isSupported = rank(text).some(([language]) => isoOf(language) === guess)
  return guess !== undefined && isSupported ? guess : null
}

function isoOf(language: string): string {
  return language === 'nb' ? 'no' : language
}

function piecesOf(text: string): string[] {
  if (text.length <= MIN_CHARS_FOR_PIECES) return [text]
  const length = Math.min(MAX_CHARS, text.length * READ_SHARE) / PIECES
  const step = (text.length * READ_SHARE) / PIECES
  return Array.from({ length: PIECES }, (_, at) => text.slice(Math.floor(at * step), Math.floor(at * step + length)))
}

const LETTERS = new RegExp(String.raw`(?:\p{L}\P{L}*){${MIN_LETTERS}}`, 'u')
