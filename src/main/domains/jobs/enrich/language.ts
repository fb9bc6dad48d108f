import { detectAll } from 'tinyld'
import languageWords from '#resources/language-words.json' with { type: 'json' }

/** Languages of European postings that the n-gram model is allowed to answer. */
const EUROPEAN = 'en de fr nl es pl sv it pt da no fi cs hu ro sk hr bg el et lv lt sl uk ru tr is ca ga'.split(' ')
/** Enough words to tell languages apart; the rest of a posting is not read. */
const MAX_PREFIX_CHARS = 1500
/** The n-gram model costs about 4 µs a character, so it sees only a piece, and only when words did not decide. */
const MAX_MODEL_CHARS = 100
const MIN_LETTERS = 20
const MIN_WORD_HITS = 4
/** The winner must be ahead of the second by this factor; close languages (da/nb, es/pt) fall to the model otherwise. */
const MIN_LEAD = 1.25

const languagesByWord = new Map<string, string[]>()
for (const [language, words] of Object.entries(languageWords.words)) {
  for (const word of new Set(words.split(' '))) {
    languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), language])
  }
}

/** How often each language's function words occur in a text. A word shared by several languages counts for all of them. */
export function countFunctionWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of text.toLowerCase().match(/[\p{L}']+/gu) ?? []) {
    for (const language of languagesByWord.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return counts
}

/** The language a posting is written in, ISO 639-1; null when there is too little text to say. Reads the beginning only:
 *  function words decide, and where they do not (short or listing text) the n-gram model of tinyld does. Pure. */
export function readLanguage(text: string): string | null {
  const prefix = text.slice(0, MAX_PREFIX_CHARS)
  if ((prefix.match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS) return null
  const ranked = [...countFunctionWords(prefix)].sort((a, b) => b[1] - a[1])
  const [first, second] = ranked
  if (first && first[1] >= MIN_WORD_HITS && first[1] >= (second?.[1] ?? 0) * MIN_LEAD)
    return first[0] === 'nb' ? 'no' : first[0]
  const guess = detectAll(prefix.slice(0, MAX_MODEL_CHARS), { only: EUROPEAN })[0]?.lang
  return guess ?? (first ? first[0] : null)
}
