import companyWords from '#resources/company-words.json' with { type: 'json' }
import legalForms from '#resources/legal-forms.json' with { type: 'json' }
import { foldForKey, foldSpelling } from '#main/infra/text/fold.ts'
import { remember } from '#main/infra/text/remember.ts'

const compact = (form: string) => foldSpelling(form).replace(/[^\p{L}\p{N}]+/gu, '')
const NEVER = new Set(legalForms.neverStripped)
const TRAILING = new Set(
  Object.values(legalForms.trailing)
    .flat()
    .map(compact)
    .filter((form) => !NEVER.has(form)),
)
const LEADING = new Set(legalForms.leading.map(compact))
const AMBIGUOUS = new Set(legalForms.ambiguous.map(compact))
const MAX_FORM_WORDS = 7
const WORKING_AT = companyWords.workingAt.map((phrase) => phrase.split(' '))

/** The company as deduplication compares it: lower case, no diacritics and punctuation, no legal form (all EU countries,
 *  resources/legal-forms.json), no leading "the", "groupe" or "careers at". "Müller & Söhne GmbH & Co. KG" → "muller sohne". Words such as "group"
 *  or a country stay: they often are another employer. '' when no company is named. Pure, idempotent enough to compare. */
export const companyKey = remember((company) => {
  const words = nameWords(company)
  let end = words.length
  let start = 0
  for (let length = formAtEnd(words, start, end); length > 0; length = formAtEnd(words, start, end)) end -= length
  if (end - start > 1 && LEADING.has(words[start]?.key ?? '') && isWrittenAsForm(words[start])) start += 1
  start += workingAt(words, start, end)
  if (end - start > 1 && words[start]?.key === 'the') start += 1
  return words
    .slice(start, end)
    .map((word) => word.key)
    .join(' ')
})

/** A word of a company's name as it is written, and as it is compared. */
export interface NameWord {
  readonly raw: string
  readonly key: string
}

const BETWEEN_WORDS = /[^\p{L}\p{N}+]+/u
const wordKey = remember((raw) => foldSpelling(raw).replace(/[^\p{L}\p{N}+]+/gu, ''))

/** The words of a company's name, without punctuation and "and". Pure. */
export function nameWords(company: string): NameWord[] {
  let spelled = company.replace(/[’'`´]/g, '')
  // "S.A." and "z o.o." are words, not sentences.
  if (spelled.includes('.')) spelled = spelled.replace(/(?<=(?<![\p{L}\p{N}])\p{L})\.(?=\p{L})/gu, '')
  // "A/S" and "H&M" too.
  if (/[/&]/.test(spelled)) {
    spelled = spelled.replace(/(?<=(?<![\p{L}\p{N}])\p{L})\s?[/&]\s?(?=\p{L}(?![\p{L}\p{N}]))/gu, '')
  }
  const words: NameWord[] = []
  for (const raw of spelled.split(BETWEEN_WORDS)) {
    const key = wordKey(raw)
    if (key !== '' && key !== 'and' && key !== 'und' && key !== 'et') words.push({ raw, key })
  }
  return words
}

/** How many words at the start only say that it is a page for applicants, or a group: "Careers at Acme", "Groupe Acme". */
function workingAt(words: readonly NameWord[], start: number, end: number): number {
  const phrase = WORKING_AT.find((at) => at.every((word, index) => words[start + index]?.key === word))
  return phrase !== undefined && end - start > phrase.length ? phrase.length : 0
}

/** How many words at the end are one legal form; the longest wins. A name is never taken away whole. */
export function formAtEnd(words: readonly NameWord[], start: number, end: number): number {
  for (let length = Math.min(MAX_FORM_WORDS, end - start - 1); length > 0; length -= 1) {
    const tail = words.slice(end - length, end)
    const key = tail.map((word) => word.key).join('')
    if (!TRAILING.has(key)) continue
    if (length === 1 && AMBIGUOUS.has(key) && !isWrittenAsForm(tail[0])) continue
    return length
  }
  return 0
}

/** "S.p.A.", "SpA" and "AS" are forms; "Spa" and "as" are words. */
function isWrittenAsForm(word: NameWord | undefined): boolean {
  if (word === undefined) return false
  const key = foldForKey(word.raw)
  return !AMBIGUOUS.has(compact(key)) || /\p{Lu}.*\p{Lu}|\.|^Co$|^Fa$/u.test(word.raw)
}
