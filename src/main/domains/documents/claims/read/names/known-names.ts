import brands from '#resources/brands.json' with { type: 'json' }
import names from '#resources/claim-names.json' with { type: 'json' }
import tables from '#resources/claim-words.json' with { type: 'json' }
import employers from '#resources/employers.json' with { type: 'json' }
import { foldLetters } from '#main/infra/text/fold.ts'
import { MORE_NOUNS } from './german-nouns.ts'
import { NOUN_NAMES } from './noun-table.ts'
import type { Word } from '../words.ts'

const PLAIN = new Set([...tables.plainCapitals, ...tables.titleCase].map(foldLetters))
/** Names of employers that nobody takes for a word, folded. */
export const WELL_KNOWN: ReadonlySet<string> = new Set([...tables.knownNames, ...names.employers.split(' ')])
/** Names of employers that are one word and no other, folded. */
export const KNOWN: ReadonlySet<string> = new Set(
  [
    ...employers.employers.map(({ name }) => name),
    ...brands.brands.flatMap((brand) => ('isWord' in brand && brand.isWord ? [] : brand.names)),
    ...WELL_KNOWN,
  ]
    .map((name) => foldLetters(name))
    .filter((name) => name.length > 2 && !name.includes(' ') && !isWord(name)),
)

function isWord(name: string): boolean {
  return NOUN_NAMES.has(name) || MORE_NOUNS.has(name) || PLAIN.has(name)
}

const PHRASES = Map.groupBy(
  names.employerPhrases.map((phrase) => phrase.split(' ')),
  ([first]) => first ?? '',
)
const LONGEST_PHRASE = 4

/** The words of the employer's name of several words that a word belongs to; null when it belongs to none. Pure. */
export function phraseAt(words: readonly Word[], at: number): readonly Word[] | null {
  for (let start = Math.max(0, at - LONGEST_PHRASE + 1); start <= at; start++) {
    const found = PHRASES.get(words[start]?.plain ?? '')?.find(
      (phrase) => start + phrase.length > at && phrase.every((part, next) => words[start + next]?.plain === part),
    )
    if (found) return words.slice(start, start + found.length)
  }
  return null
}

/** "Stadtsparkasse", "Handelsbank", but not "Datenbank" */
const BANK = /(?:bank|sparkasse|stadtwerke)$/
const NO_BANK = /(?:^|daten|haus|werk|power|noten|zentral|sitz|fest|samen|bio|wissens)bank$/

/** Whether a folded word is the name of a bank or the like, which are made of everyday words. Pure. */
export function isBankName(plain: string): boolean {
  return BANK.test(plain) && !NO_BANK.test(plain)
}

const EVERYDAY = new Set(names.everydayBrands.split(' '))
const EMPLOYER_BEFORE = new Set(tables.employerBefore)
const WITH = new Set(['with', 'mit', 'by', 'durch', 'zu'])
const COMPANY_NOUNS = names.companyNouns.split(' ')
const FUNCTION_WORDS = new Set(tables.countedStops)
const ADVERBIAL = names.adverbial.split(' ')
const LEAST_COMPOUND = 3
const LEAST_TOLD = 2
const LEAST_LETTERS = 4
/** So long a name is no other word. */
const LEAST_TELLING = 6
/** "hvv" */
const NO_VOWELS = /^[bcdfghjklmnpqrstvwxz]+$/
const VOWELLESS = new Set(names.vowelless.split(' '))

/** Whether a word in lower case is the name of an employer: one that is known, if it is short only behind "for" or "bei"; or in German any
 *  that is written like no other word behind a noun for a company ("zum Dienstleister synlab"). Words are folded; before is null at the
 *  start and behind a sign. Pure. */
export function isLowerBrand(said: { word: string; before: string | null; isGerman: boolean }): boolean {
  const { word, isGerman } = said
  const before = said.before ?? ''
  if (word.length < LEAST_TOLD || EVERYDAY.has(word) || FUNCTION_WORDS.has(word)) return false
  if (WELL_KNOWN.has(word) && word.length >= LEAST_LETTERS) return true
  if (said.before === null) return false
  const isAfterCompany = COMPANY_NOUNS.some(
    // Not "Sekunde".
    (noun) => before === noun || (before.endsWith(noun) && before.length >= noun.length + LEAST_COMPOUND),
  )
  if (NO_VOWELS.test(word) && (isAfterCompany || !VOWELLESS.has(word))) return true
  if (KNOWN.has(word) && word.length >= LEAST_LETTERS)
    return word.length >= LEAST_TELLING || isAfterCompany || EMPLOYER_BEFORE.has(before) || WITH.has(before)
  return isGerman && isAfterCompany && !ADVERBIAL.some((ending) => word.endsWith(ending))
}
