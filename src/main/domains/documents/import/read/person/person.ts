import type { ResumeLine } from '../../file/resume-line.ts'
import type { Found } from './contacts.ts'
import { hasDate } from '../dates.ts'
import { foldSame } from '../fold-same.ts'
import {
  companyWords,
  headingKind,
  isDocumentWord,
  labelKind,
  labelled,
  titleWords,
  withoutDocumentWord,
} from '../lexicon.ts'
import { countryOf, isCity, isPlace, withoutPostal } from './places.ts'

const MAX_NAME_WORDS = 6
const NAME =
  /^(?:(?:dr|prof|dipl|ing|mgr|inż|mag|ir|drs|msc|mr|mrs|ms|herr|frau|dott|dra?|lic)\b\.?(?:-\p{L}+\.?)?\s?)*\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:von|van|de|der|den|del|della|di|da|dos|das|do|la|le|el|ter|ten|zu|zum|af|bin|al|y|e|ibn)|d['’]\p{L}+|\p{Lu}[\p{L}'’.-]*))+(?:,?\s(?:ph\.?\s?d\.?|m\.?\s?sc\.?|mba|b\.?\s?sc\.?))?$/iu
const PIECES = /\s*[|·•,‖]\s*|\s+[–—-]\s+|\s{2,}|\t/u

interface Candidate {
  readonly value: string
  readonly line: ResumeLine
  readonly worth: number
}

/** The person's name: the one that is called so, that the address for letters bears, or that is written largest on top. Pure. */
export function findName(lines: readonly ResumeLine[], email: string | null): Found | null {
  const top = lines.filter(({ page }) => page === 0).slice(0, 150)
  const largest = Math.max(0, ...top.map(({ size }) => size))
  const candidates = top.flatMap((line, index) => namesIn(line, { next: top[index + 1], index, largest, email }))
  const best = candidates.toSorted((left, right) => right.worth - left.worth)[0]
  if (best === undefined || best.worth < 2) return null
  const confidence = best.worth >= 7 ? 0.98 : best.worth >= 5 ? 0.92 : best.worth >= 4 ? 0.8 : 0.6
  return { value: inTitleCase(best.value), source: best.line.text, confidence }
}

interface Around {
  readonly next: ResumeLine | undefined
  readonly index: number
  readonly largest: number
  readonly email: string | null
}

function namesIn(line: ResumeLine, { next, index, largest, email }: Around): Candidate[] {
  const field = labelled(line.text, line.cells)
  if (field !== null && field.kind !== 'name') return []
  const whole = withoutDocumentWord(field?.value ?? line.text)
  const texts = [whole, whole.split(PIECES)[0] ?? '']
  const isTwoLines =
    next !== undefined &&
    next.size === line.size &&
    !/\s/u.test(whole) &&
    !/\s/u.test(next.text) &&
    line.size >= largest * 0.95
  if (isTwoLines) texts.push(`${whole} ${next.text}`)
  return [...new Set(texts)].flatMap((text): Candidate[] => {
    const value = text.replace(/[,;:]+$/u, '').trim()
    if (!isNameLike(value)) return []
    const worth =
      (field?.kind === 'name' ? 5 : 0) +
      (line.size >= largest * 0.97 ? 2 : line.size >= largest * 0.8 ? 1 : 0) +
      (index < 3 ? 2 : index < 8 ? 1 : 0) +
      (email !== null && isInEmail(value, email) ? 4 : 0) +
      (text === whole || isTwoLines ? 0.5 : 0) -
      (titleWords(value) > 0 ? 3 : 0) -
      (companyWords(value) > 0 ? 1.5 : 0) -
      (isPlace(value) ? 3 : 0) -
      (line.isBullet ? 2 : 0)
    return [{ value, line, worth }]
  })
}

function isNameLike(text: string): boolean {
  if (text.length < 4 || text.length > 60 || /[\d@/\\]/u.test(text) || text.split(/\s+/u).length > MAX_NAME_WORDS)
    return false
  return (
    NAME.test(text) &&
    /^\p{Lu}/u.test(text) &&
    headingKind(text) === null &&
    labelKind(text) === null &&
    !isDocumentWord(text)
  )
}

function isInEmail(name: string, email: string): boolean {
  const local = foldSame(email.split('@')[0] ?? '')
  const umlauts = (word: string) =>
    word.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')
  const parts = name.split(/[\s'’.-]+/u).filter((part) => part.length > 2)
  return parts.some((part) => [foldSame(part), umlauts(part)].some((word) => local.includes(word)))
}

/** A name in capitals as names are written. */
function inTitleCase(name: string): string {
  const isLoud = (word: string) => word.length > 2 && word === word.toUpperCase() && word !== word.toLowerCase()
  return name
    .split(' ')
    .map((word) =>
      isLoud(word) && !word.includes('.')
        ? word
            .toLowerCase()
            .replaceAll(/(^|[-'’])(\p{L})/gu, (_, sign: string, letter: string) => sign + letter.toUpperCase())
        : word,
    )
    .join(' ')
}

/** What stands under the name in words of job titles. Pure. */
export function findHeadline(head: readonly ResumeLine[], name: Found | null): Found | null {
  const at = name === null ? -1 : head.findIndex(({ text }) => text === name.source)
  if (at === -1 || name === null) return null
  const rest = restOfName(head[at]?.text ?? '', name.value)
  const lines = [
    ...(rest === '' ? [] : [{ text: rest, line: head[at] }]),
    ...head.slice(at + 1, at + 4).map((line) => ({ text: line.text, line })),
  ]
  for (const { text, line } of lines) {
    if (
      line === undefined ||
      hasDate(text) ||
      /[@\d]{2}|@/u.test(text) ||
      text.length > 120 ||
      labelled(text, line.cells) !== null
    )
      continue
    if (titleWords(text) > 0 && !/[.!?]$/u.test(text))
      return { value: text.replaceAll(/\s+/gu, ' '), source: line.text, confidence: 0.85 }
  }
  return null
}

function restOfName(text: string, name: string): string {
  return foldSame(text).startsWith(foldSame(name)) ? text.slice(name.length).replace(/^[\s|·•,–—-]+/u, '') : ''
}

/** Where the person lives, as far as the lines say it that tell how to reach them. The country is not guessed from the city. Pure. */
export function findHome(head: readonly ResumeLine[]): { city: Found | null; countryCode: Found | null } {
  let city: Found | null = null
  let countryCode: Found | null = null
  for (const line of head) {
    const field = labelled(line.text, line.cells)
    if (field !== null && field.kind !== 'address' && field.kind !== 'place') continue
    if (hasDate(line.text) && field === null) continue
    const parts = (field?.value ?? line.text).split(/[,|·•;/]|\s[–—-]\s|\s{2,}/u).map((part) => part.trim())
    for (const part of parts) {
      if (part.includes('@') || (part.match(/\d/gu)?.length ?? 0) > 7) continue
      const country = countryOf(part)
      const confidence = field === null ? 0.8 : 0.92
      if (country !== null && part.length > 2) countryCode ??= { value: country, source: line.text, confidence }
      else if (isHome(part, { parts, isAddress: field !== null }))
        city ??= { value: withoutPostal(part), source: line.text, confidence }
    }
  }
  return { city, countryCode }
}

function isHome(part: string, { parts, isAddress }: { parts: readonly string[]; isAddress: boolean }): boolean {
  if (!isCity(part)) return false
  const hasPostal = withoutPostal(part) !== part
  // A lone name may be a person's, a street's or a company's.
  return (
    hasPostal ||
    isAddress ||
    parts.some((other) => other !== part && (countryOf(other) !== null || /\d/u.test(other) || other.includes('@'))) ||
    parts.length === 1
  )
}
