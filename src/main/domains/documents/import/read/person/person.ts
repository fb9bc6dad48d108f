import type { ResumeDoubt } from '#shared/resume-import.ts'
import type { ResumeLine } from '../../file/resume-line.ts'
import type { Found } from './contacts.ts'
import { hasDate } from '../dates.ts'
import { doubtsOf } from '../doubts.ts'
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
  /^(?:(?:dr|prof|dipl|ing|mgr|inż|mag|ir|drs|msc|mr|mrs|ms|herr|frau|dott|dra?|lic)\b\.?(?:-\p{L}+\.?)?\s?)*\p{Lu}[\p{L}'’.-]*(?:\s+(?:[“"„'‘(]\p{Lu}[\p{L}'’.-]*[”"“'’)]\s+)?(?:(?:von|van|de|der|den|del|della|di|da|dos|das|do|la|le|el|ter|ten|zu|zum|af|bin|al|y|e|ibn)|d['’]\p{L}+|\p{Lu}[\p{L}'’.-]*))+(?:,?\s(?:ph\.?\s?d\.?|m\.?\s?sc\.?|mba|b\.?\s?sc\.?))?$/iu
const PIECES = /\s*[|·•,‖]\s*|\s+[–—-]\s+|\s{2,}|\t/u

/** On top, written largest and alone in its line; or what the file calls so, or the address for letters bears, in such a place. */
const SURE_WORTH = 4.5

interface Candidate {
  readonly value: string
  readonly lines: readonly ResumeLine[]
  readonly worth: number
}

/** The person's name: the one that is called so, that the address for letters bears, or that is written largest on top. Pure. */
export function findName(lines: readonly ResumeLine[], email: string | null): Found | null {
  const top = lines.filter(({ page }) => page === 0).slice(0, 150)
  const largest = Math.max(0, ...top.map(({ size }) => size))
  const candidates = top.flatMap((line, index) => {
    // Beside a name of two lines, other columns may have lines of their own in between.
    const next = top.slice(index + 1, index + 3).find(({ size }) => size === line.size)
    return namesIn(line, { next, index, largest, email })
  })
  const best = candidates.toSorted((left, right) => right.worth - left.worth)[0]
  if (best === undefined || best.worth < 2) return null
  const isRival = ({ value, worth }: Candidate) => worth > best.worth - 1 && !isWithin(value, best.value)
  const doubts = doubtsOf({ unlabelled: best.worth < SURE_WORTH, rivals: candidates.some(isRival) })
  return { value: inTitleCase(best.value), source: best.lines.map(({ text }) => text).join('\n'), doubts }
}

const isWithin = (left: string, right: string) => left.includes(right) || right.includes(left)

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
  const [above, below] = [line.cells[0] ?? '', next?.cells[0] ?? '']
  const isTwoLines =
    next !== undefined &&
    field === null &&
    headingKind(above) === null &&
    headingKind(below) === null &&
    !/\s/u.test(above) &&
    !/\s/u.test(below) &&
    line.size >= largest * 0.95
  const twoLines = isTwoLines ? `${above} ${below}` : ''
  if (isTwoLines) texts.push(twoLines)
  return [...new Set(texts)].flatMap((text): Candidate[] => {
    const value = text.replace(/[,;:]+$/u, '').trim()
    if (!isNameLike(value)) return []
    const worth =
      (field?.kind === 'name' ? 5 : 0) +
      (line.size >= largest * 0.97 ? 2 : line.size >= largest * 0.8 ? 1 : 0) +
      (index < 3 ? 2 : index < 8 ? 1 : 0) +
      (email !== null && isInEmail(value, email) ? 4 : 0) +
      (text === whole || text === twoLines ? 0.5 : 0) -
      (titleWords(value) > 0 ? 3 : 0) -
      (companyWords(value) > 0 ? 1.5 : 0) -
      (isPlace(value) ? 3 : 0) -
      (line.isBullet ? 2 : 0)
    const lines = text === twoLines && next !== undefined ? [line, next] : [line]
    return [{ value, lines, worth }]
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
            .replaceAll(/(^|[-'’“„"(])(\p{L})/gu, (_, sign: string, letter: string) => sign + letter.toUpperCase())
        : word,
    )
    .join(' ')
}

/** What stands under the name in words of job titles. Pure. */
export function findHeadline(head: readonly ResumeLine[], name: Found | null): Found | null {
  const last = name?.source.split('\n').at(-1)
  const at = head.findIndex(({ text }) => text === last)
  if (at === -1 || name === null) return null
  const rest = restOfName(head[at]?.text ?? '', name.value)
  const lines = [
    ...(rest === '' ? [] : [{ text: rest, line: head[at] }]),
    ...head.slice(at + 1, at + 4).map((line) => ({ text: line.text, line })),
  ]
  for (const [index, { text, line }] of lines.entries()) {
    if (
      line === undefined ||
      hasDate(text) ||
      /[@\d]{2}|@/u.test(text) ||
      text.length > 120 ||
      labelled(text, line.cells) !== null
    )
      continue
    if (titleWords(text) > 0 && !/[.!?]$/u.test(text))
      return { value: text.replaceAll(/\s+/gu, ' '), source: line.text, doubts: doubtsOf({ unlabelled: index > 0 }) }
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
  const named = new Set<string>()
  for (const line of head) {
    const field = labelled(line.text, line.cells)
    if (field !== null && field.kind !== 'address' && field.kind !== 'place') continue
    if (field === null && hasDate(line.text.replaceAll(/\([^()]*\)/gu, ''))) continue
    const parts = withoutContacts(field?.value ?? line.text)
      .split(/[,|·•;/→]|\s[–—-]\s|\s{2,}/u)
      .map((part) => part.replace(/^[^\p{L}\p{N}]+/u, '').trim())
    for (const part of parts) {
      if (part.includes('@') || (part.match(/\d/gu)?.length ?? 0) > 7) continue
      const country = countryOf(part)
      const doubts = doubtsOf({ unlabelled: field === null && parts.length === 1 })
      if (country !== null && part.length > 2) countryCode ??= { value: country, source: line.text, doubts }
      else if (isHome(part, { parts, isAddress: field !== null })) {
        const value = cityIn(part)
        named.add(value)
        city ??= { value, source: line.text, doubts }
        const inBrackets = countryOf(/\(([^()]+)\)$/u.exec(part)?.[1] ?? '')
        if (inBrackets !== null) countryCode ??= { value: inBrackets, source: line.text, doubts }
      }
    }
  }
  return { city: city === null || named.size < 2 ? city : withDoubt(city, 'rivals'), countryCode }
}

/** Numbers, addresses of mail and pages stand beside the home without a sign between them, too. */
const withoutContacts = (text: string) =>
  text.replaceAll(
    /\S+@\S+|https?:\/\/\S+|\+\d[\d\s()./-]{6,}\d|(?<!\d)0\d[\d\s()./-]{7,}\d/gu,
    (found) => ` | ${found} | `,
  )

/** Without postal code, district and what stands in brackets. */
function cityIn(part: string): string {
  return withoutPostal(part)
    .replace(/(?:\s*\([^()]*\))+$/u, '')
    .replace(/\s(?:\d{1,2}|[NSEWCVØ]|SE|SW|NE|NW)$/u, '')
}

function withDoubt(found: Found, doubt: ResumeDoubt): Found {
  return { ...found, doubts: [...found.doubts, doubt] }
}

function isHome(part: string, { parts, isAddress }: { parts: readonly string[]; isAddress: boolean }): boolean {
  if (!isCity(cityIn(part))) return false
  const hasPostal = withoutPostal(part) !== part
  // A lone name may be a person's, a street's or a company's.
  return (
    hasPostal ||
    isAddress ||
    parts.some((other) => other !== part && (countryOf(other) !== null || /\d/u.test(other) || other.includes('@'))) ||
    parts.length === 1
  )
}
