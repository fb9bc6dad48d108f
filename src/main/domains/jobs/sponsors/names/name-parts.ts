import { formAtEnd, type NameWord } from '../../pipeline/company-key.ts'
import { BRANCH, lexicon, type NamePart } from './lexicon.ts'

const MAX_PART_WORDS = 4
const UNIVERSITY = 'university'

/** The word that stands for all spellings of it. */
export function sameWord(key: string): string {
  return lexicon().sameWord.get(key) ?? key
}

/** Whether a word alone names a trade or a part, not a company. */
export function isGeneric(stem: string): boolean {
  return lexicon().generic.has(stem) || lexicon().parts.has(stem)
}

/** Whether a word behind a name only says what the company does, so that people leave it out: "Acme Technologies". What only many
 *  companies of one name could be told apart by ("Acme Bakery") is none. `isLarge`: the name also says that it is a part of a larger
 *  company, or is a longer one. */
export function isTrade(word: string, isLarge: boolean): boolean {
  return lexicon().trades.has(word) || (isLarge && lexicon().tradesOfLarge.has(word)) || lexicon().parts.has(word)
}

/** Whether a name is made of words that many institutions share: what follows ("of Leeds", "Medical Centre") tells them apart. */
export function isInstitution(words: readonly string[]): boolean {
  return words.some((word) => lexicon().institutions.has(word))
}

/** The words of a university's name in one order and language: "University of Leeds" and "Leeds University", "Universiteit Twente" and
 *  "University of Twente". Any other name stays as it is. */
export function sameOrder(words: readonly string[]): readonly string[] {
  const { universities, links } = lexicon()
  const [first = '', second = ''] = words
  if (words.length > 1 && universities.has(words.at(-1) ?? '')) return [...words.slice(0, -1), UNIVERSITY]
  const place = words.slice(links.has(second) ? 2 : 1)
  return universities.has(first) && place.length > 0 ? [...place, UNIVERSITY] : words
}

/** Whether a legal form is one of the country's own. */
export function isLocalForm(form: string, countryCode: string): boolean {
  return lexicon().formsByCountry.get(countryCode)?.has(form) ?? false
}

export interface WordsAtEnd<T> {
  readonly value: T
  readonly length: number
}

/** The legal form that ends the words, by one spelling for all of its ways of being written; null when none does. A firm's "Co" before
 *  it is no part of it. */
export function legalFormAtEnd(words: readonly NameWord[], from: number, to: number): WordsAtEnd<string> | null {
  if (!lexicon().formEndings.has(words[to - 1]?.key ?? '')) return null
  let length = formAtEnd(words, from, to)
  while (length > 1 && lexicon().firms.has(words[to - length]?.key ?? '')) length -= 1
  if (length === 0 || (length === 1 && lexicon().firms.has(words[to - 1]?.key ?? ''))) return null
  const key = words
    .slice(to - length, to)
    .map((word) => word.key)
    .join('')
  return { value: lexicon().sameForm.get(key) ?? key, length }
}

/** The longest phrase at the end of the words that names a part of a company. One that belongs to the name ("Bank of Ireland") is none.
 *  The town of a branch goes with it: "Acme N.V. London Branch". */
export function partAtEnd(words: readonly NameWord[], from: number, to: number): WordsAtEnd<NamePart> | null {
  if (!lexicon().lastPartWords.has(words[to - 1]?.key ?? '')) return null
  for (let length = Math.min(MAX_PART_WORDS, to - from - 1); length > 0; length -= 1) {
    const phrase = words.slice(to - length, to).map((word) => word.key)
    const value = lexicon().parts.get(phrase.join(' '))
    if (value === undefined) continue
    const before = words[to - length - 1]?.key ?? ''
    if (lexicon().links.has(before)) return null
    const isTownBefore = value.kind === 'branch' && legalFormAtEnd(words, from, to - length - 1) !== null
    return { value, length: isTownBefore ? length + 1 : length }
  }
  return null
}

/** How many words at the start say nothing of who it is ("The", "Koninklijke"), and the part that they name: "Filial af". */
export function honourAtStart(words: readonly NameWord[]): { readonly length: number; readonly part: NamePart | null } {
  const branch = lengthAtStart(words, lexicon().branchOf)
  if (branch > 0) return { length: branch, part: BRANCH }
  return { length: lengthAtStart(words, lexicon().honours), part: null }
}

function lengthAtStart(words: readonly NameWord[], phrases: readonly (readonly string[])[]): number {
  const found = phrases.find(
    (phrase) => phrase.length < words.length && phrase.every((key, index) => words[index]?.key === key),
  )
  return found?.length ?? 0
}
