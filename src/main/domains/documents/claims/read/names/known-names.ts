import brands from '#resources/brands.json' with { type: 'json' }
import names from '#resources/claim-names.json' with { type: 'json' }
import tables from '#resources/claim-words.json' with { type: 'json' }
import employers from '#resources/employers.json' with { type: 'json' }
import { foldLetters } from '#main/infra/text/fold.ts'
import { NOUNS } from './german-nouns.ts'

const PLAIN = new Set([...tables.plainCapitals, ...tables.titleCase].map(foldLetters))
/** Names of employers that are one word and no other, folded. */
export const KNOWN: ReadonlySet<string> = new Set(
  [
    ...employers.employers.map(({ name }) => name),
    ...brands.brands.flatMap((brand) => ('isWord' in brand && brand.isWord ? [] : brand.names)),
    ...tables.knownNames,
  ]
    .map((name) => foldLetters(name))
    .filter((name) => name.length > 2 && !name.includes(' ') && !NOUNS.has(name) && !PLAIN.has(name)),
)
/** Those that nobody takes for a word. */
export const WELL_KNOWN: ReadonlySet<string> = new Set(tables.knownNames)

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

/** Whether a word in lower case is the name of an employer: one that is known behind "for" or "bei", or in German any that is written
 *  like no other word behind a noun for a company ("zum Dienstleister synlab"). Words are folded. Pure. */
export function isLowerBrand({ word, before, isGerman }: { word: string; before: string; isGerman: boolean }): boolean {
  if (word.length < LEAST_TOLD || EVERYDAY.has(word) || FUNCTION_WORDS.has(word)) return false
  const isAfterCompany = COMPANY_NOUNS.some(
    // Not "Sekunde".
    (noun) => before === noun || (before.endsWith(noun) && before.length >= noun.length + LEAST_COMPOUND),
  )
  if (NO_VOWELS.test(word) && (isAfterCompany || !VOWELLESS.has(word))) return true
  if (KNOWN.has(word) && word.length >= LEAST_LETTERS)
    return word.length >= LEAST_TELLING || isAfterCompany || EMPLOYER_BEFORE.has(before) || WITH.has(before)
  return isGerman && isAfterCompany && !ADVERBIAL.some((ending) => word.endsWith(ending))
}
