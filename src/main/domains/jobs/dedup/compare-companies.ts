import companyWords from '#resources/company-words.json' with { type: 'json' }
import { likeness } from './compare-titles.ts'
import { THRESHOLDS } from './thresholds.ts'

/** same: equal keys · related: they differ by words that name a part of one group · typo: spelled nearly alike ·
 *  different: the rest, and whenever a side names no company. */
export type CompanyVerdict = 'same' | 'related' | 'typo' | 'different'

export interface CompanyComparison {
  readonly verdict: CompanyVerdict
  readonly similarity: number
}

const PART_WORDS = new Set(companyWords.parts)
const RECRUITER_WORDS = new Set(companyWords.recruiterWords)
const RECRUITERS = new Set(companyWords.recruiters)
/** Below this a letter more or less makes another name. */
const MIN_TYPO_LENGTH = 6

/** Compares two company keys. "acme" and "acme deutschland" are related, "datadog" and "data dog" the same,
 *  "siemens" and "simens" a typing error, "meta" and "metallica" different. Pure, symmetric. */
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
  if (similarity < THRESHOLDS.company || Math.min(joinedA.length, joinedB.length) < MIN_TYPO_LENGTH) {
    return { verdict: 'different', similarity }
  }
  return { verdict: isTypo(onlyA, onlyB) ? 'typo' : 'different', similarity }
}

/** One word of the names differs, and only in its letters: "Systems" for "Solutions" is another company. */
function isTypo(onlyA: readonly string[], onlyB: readonly string[]): boolean {
  if (onlyA.length !== 1 || onlyB.length !== 1) return false
  const [a = '', b = ''] = [onlyA[0], onlyB[0]]
  if (/\d/.test(a + b)) return false
  return likeness(a, b) >= THRESHOLDS.company
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
