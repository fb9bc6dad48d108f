import visaPhrases from '#resources/visa-phrases.json' with { type: 'json' }
import { compilePhrases as compileMatcher } from '../phrase-matcher.ts'
import type { PhraseMatcher } from '../phrase-matcher.ts'
import { compilePhrases } from '../phrase-pattern.ts'
import type { PhraseList } from '../phrase-pattern.ts'

type Concept = keyof (typeof visaPhrases.languages)['en']

/** One language's phrases about visas and the right to work, one compiled list a concept. */
export type VisaLexicon = Readonly<Record<Concept, PhraseList>> & { readonly language: string }

let lexicons: VisaLexicon[] | undefined

/** The lexicons of all languages; a list is compiled at its first use, because most postings need those of one language. */
export function visaLexicons(): readonly VisaLexicon[] {
  lexicons ??= Object.entries(visaPhrases.languages).map(([language, concepts]) => readLexicon(language, concepts))
  return lexicons
}

function readLexicon(language: string, concepts: Readonly<Record<Concept, readonly string[]>>): VisaLexicon {
  const lists = Object.entries(concepts).map(([concept, phrases]) => {
    let compiled: PhraseList | undefined
    return [concept, { enumerable: true, get: () => (compiled ??= compilePhrases(phrases)) }] as const
  })
  return Object.defineProperties({ language }, Object.fromEntries(lists)) as VisaLexicon
}

let subjects: PhraseMatcher | undefined

/** Where a text mentions anything that a statement about visas may be about (offsets, ascending). A posting without any is not
 *  read further, which is most of them. */
export function findVisaSubjects(text: string): number[] {
  subjects ??= compileMatcher(visaPhrases.stems)
  return subjects
    .scan(text)
    .map(({ start }) => start)
    .sort((a, b) => a - b)
}
