import companyWords from '#resources/company-words.json' with { type: 'json' }
import { likeness } from './compare-titles.ts'
import { THRESHOLDS } from './thresholds.ts'

/** same: equal keys · related: they differ by words that name a part of one group · typo: spelled nearly alike · namesake: one
 *  begins as the other does, as a short and a full name do, or two strangers · different: the rest, and whenever a side names no
 *  company. */
export type CompanyVerdict = 'same' | 'related' | 'typo' | 'namesake' | 'different'

export interface CompanyComparison {
  readonly verdict: CompanyVerdict
  readonly similarity: number
}

const PART_WORDS = new Set(companyWords.parts)
const RECRUITER_WORDS = new Set(companyWords.recruiterWords)
const RECRUITERS = new Set(companyWords.recruiters)
const GENERIC = new Set(companyWords.generic)
/** Below this a letter more or less makes another name. */
const MIN_TYPO_LENGTH = 6
/** In a name of this length one letter may be wrong in a short word too ("Atelier Nuna"). */
const MIN_ONE_LETTER_LENGTH = 8
const MIN_SHORT_WORD = 4
const MIN_NAMESAKE_LENGTH = 4
const MIN_STEM_LENGTH = 6

/** Compares two company keys. "acme" and "acme deutschland" are related, "datadog" and "data dog" the same,
 *  "siemens" and "simens" a typing error, "kruidhof" and "kruidhof supermarkten" namesakes, "meta" and "metallica" different.
 *  Pure, symmetric. */
export function compareCompanies(keyA: string, keyB: string): CompanyComparison {
  if (keyA === '' || keyB === '') return { verdict: 'different', similarity: 0 }
  if (keyA === keyB) return { verdict: 'same', similarity: 1 }
  const joinedA = keyA.replaceAll(' ', '')
  const joinedB = keyB.replaceAll(' ', '')
  if (joinedA === joinedB) return { verdict: 'same', similarity: 1 }
  const similarity = likeness(joinedA, joinedB)
  const wordsA = keyA.split(' ')
  const wordsB = keyB.split(' ')
  const onlyA = wordsA.filter((word) => !wordsB.includes(word))
  const onlyB = wordsB.filter((word) => !wordsA.includes(word))
  const shared = wordsA.length - onlyA.length
  const isPart = [...onlyA, ...onlyB].every((word) => PART_WORDS.has(word))
  if (isPart && shared > 0) return { verdict: 'related', similarity: Math.max(similarity, THRESHOLDS.company) }
  const length = Math.min(joinedA.length, joinedB.length)
  const isAlike = similarity >= THRESHOLDS.company && length >= MIN_TYPO_LENGTH
  if (isAlike && isTypo({ onlyA, onlyB, length })) return { verdict: 'typo', similarity }
  return { verdict: isNamesake(wordsA, wordsB) ? 'namesake' : 'different', similarity }
}

/** One word of the names differs, and only in its letters: "Systems" for "Solutions" is another company. */
function isTypo(names: { onlyA: readonly string[]; onlyB: readonly string[]; length: number }): boolean {
  const { onlyA, onlyB, length } = names
  if (onlyA.length !== 1 || onlyB.length !== 1) return false
  const [a = '', b = ''] = [onlyA[0], onlyB[0]]
  if (/\d/.test(a + b)) return false
  const alike = likeness(a, b)
  const isOneLetter = length >= MIN_ONE_LETTER_LENGTH && a.length === b.length && a.length >= MIN_SHORT_WORD
  return alike >= THRESHOLDS.company || (isOneLetter && alike >= 1 - 1 / a.length)
}

/** "Kruidhof" and "Kruidhof Supermarkten", "Sternberg Versicherungen" and "Sternberg Versicherungsverein"; not "Nordwind Systems" and
 *  "Nordwind Solutions". */
function isNamesake(a: readonly string[], b: readonly string[]): boolean {
  const [first = ''] = a
  if (first !== b[0] || first.length < MIN_NAMESAKE_LENGTH || GENERIC.has(first)) return false
  const at = a.findIndex((word, index) => word !== b[index])
  const [wordA, wordB] = [a[at], b[at]]
  if (at === -1 || wordA === undefined || wordB === undefined) return true
  return wordA.slice(0, MIN_STEM_LENGTH) === wordB.slice(0, MIN_STEM_LENGTH) && wordA.length >= MIN_STEM_LENGTH
}

/** Whether a company places people with others: its postings share a template, whoever the client is. Pure. */
export function isRecruiter(companyKey: string): boolean {
  if (RECRUITERS.has(companyKey)) return true
  const words = companyKey.split(' ')
  return (
    words.some((word) => RECRUITER_WORDS.has(word)) ||
    RECRUITERS.has(words[0] ?? '') ||
    RECRUITERS.has(words.slice(0, 2).join(' '))
  )
}
