import visaPhrases from '#resources/visa-phrases.json' with { type: 'json' }
import { compilePhrases as compileMatcher } from '../phrase-matcher.ts'
import type { PhraseMatcher } from '../phrase-matcher.ts'
import { compilePhrases, findPhrases, hasPhrase } from '../phrase-pattern.ts'
import type { PhraseList } from '../phrase-pattern.ts'

type Concept = keyof (typeof visaPhrases.languages)['en']

/** One language's phrases about visas and the right to work, one compiled list a concept. */
export type VisaLexicon = Readonly<Record<Concept, PhraseList>> & { readonly language: string }

const CONCEPTS = Object.keys(visaPhrases.languages.en) as Concept[]
/** An expression is interpreted at its first use and compiled at its second, for letters of one byte and of two apart. */
const FIRST_TEXTS = [' a ', ' a ', ' – ', ' – ']

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

/** Makes what the reader makes at its first use, a part of a list a step, so that the steps can be spread over several turns. */
export function* wakeVisa(): Generator<void, void> {
  findVisaSubjects('')
  yield
  for (const lexicon of visaLexicons()) {
    for (const concept of CONCEPTS) {
      for (const text of FIRST_TEXTS) {
        hasPhrase(lexicon[concept], text)
        yield
      }
    }
  }
}

let listings: PhraseList | undefined

/** Whether a folded line is the heading of what the employer gives ("What you get"), in any language. */
export function opensListing(folded: string): boolean {
  listings ??= compilePhrases(Object.values(visaPhrases.languages).flatMap(({ listing }) => listing))
  return findPhrases(listings, folded)[0]?.start === 1
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
