import names from '#resources/claim-names.json' with { type: 'json' }
import tables from '#resources/claim-words.json' with { type: 'json' }
import { isNoun } from './german-nouns.ts'
import { NOUN_NAMES } from './noun-table.ts'
import { readTokens, spaced, spacedPhrase } from '../tokens.ts'
import { wordsOf } from '../words.ts'

const KINDS = names.schoolKinds.map((phrases) => phrases.map(spacedPhrase))
const HEADS = new Set(tables.institutionHeads)
const PLAIN = new Set([...tables.titleCase, ...tables.plainCapitals, ...tables.legal, ...tables.institutions])
const LEAST_LETTERS = 4

/** The words by which a school is also called: "TU" of a "University of Technology". Pure. */
export function otherSchoolWords(school: string): string[] {
  const text = spaced(readTokens(school))
  return KINDS.filter((phrases) => phrases.some((phrase) => text.includes(phrase))).flatMap((phrases) =>
    phrases.flatMap(wordsOf),
  )
}

/** Whether a name is one of a school. Pure. */
export function isSchool(name: string): boolean {
  return wordsOf(name).some((word) => HEADS.has(word))
}

/** The word by which an employer is told from others; none where its first is an everyday one. Pure. */
export function tellingWords(employer: string): string[] {
  const [first = ''] = wordsOf(employer)
  const isEveryday = PLAIN.has(first) || (isNoun(first) && !NOUN_NAMES.has(first))
  return first.length < LEAST_LETTERS || isEveryday ? [] : [first]
}
