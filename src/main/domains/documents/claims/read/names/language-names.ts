import { foldLetters } from '#main/infra/text/fold.ts'
import { listOf } from '../gloss/language-tables.ts'
import type { Word } from '../words.ts'

/** Whether sentences of a language are read by its table; none of them writes headings with capitals throughout. Pure. */
export function isGlossed(language = ''): boolean {
  return listOf(language, 'letters').length > 0
}

const ARTICLE = /^\p{Ll}{1,6}['’](?=\p{Lu})/u

/** The words of a sentence without the articles that an apostrophe joins to them: "l’Inserm" is Inserm. Pure. */
export function withoutArticles(words: readonly Word[], language = ''): Word[] {
  if (!isGlossed(language)) return [...words]
  return words.map((word) => {
    const article = ARTICLE.exec(word.text)?.[0] ?? ''
    if (article === '') return word
    const text = word.text.slice(article.length)
    return { ...word, text, plain: foldLetters(text).replaceAll('’', "'"), start: word.start + article.length }
  })
}

const plain = new Map<string, ReadonlySet<string>>()

/** Whether a language writes a folded word with a capital although it names nothing: forms of address, days, fields of study. Pure. */
function isPlainIn(word: string, language: string): boolean {
  const known = plain.get(language) ?? new Set(listOf(language, 'names').map(foldLetters))
  plain.set(language, known)
  return known.has(word)
}

const endings = new Map<string, readonly string[]>()
const LEAST_STEM = 3
const LEAST_KNOWN = 3

/** Whether a folded word is a form of one that is known: in Polish names are declined ("w Krakowie" of "Kraków"). Both must be one stem
 *  with an ending of the language. Pure. */
function isInflected(word: string, { language, isFact }: { language: string; isFact: (word: string) => boolean }) {
  const known = endings.get(language) ?? ['', ...new Set(listOf(language, 'cases').map(foldLetters))]
  endings.set(language, known)
  if (known.length === 1) return false
  return known.some((ending) => {
    const stem = word.slice(0, word.length - ending.length)
    if (!word.endsWith(ending) || stem.length < (ending.length < LEAST_STEM ? LEAST_STEM : LEAST_STEM - 1)) return false
    return known.some((other) => stem.length + other.length >= LEAST_KNOWN && isFact(stem + other))
  })
}

interface LanguageReading {
  readonly language?: string
  readonly allowed: ReadonlySet<string>
  readonly isFact: (word: string) => boolean
}

/** Whether a word with a capital is no name in the language of a sentence, or a form of a name that is known. Pure. */
export function isOfLanguage(
  { plain: word, text }: Word,
  { language = '', allowed, isFact }: LanguageReading,
): boolean {
  if (!isGlossed(language) || !/^\p{Lu}/u.test(text)) return false
  return isPlainIn(word, language) || isInflected(word, { language, isFact: (one) => isFact(one) || allowed.has(one) })
}
