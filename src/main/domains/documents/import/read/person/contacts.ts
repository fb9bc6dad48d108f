import words from '#resources/resume-words.json' with { type: 'json' }
import type { ResumeLine, ResumeLink } from '../../file/resume-line.ts'
import { findSpans } from '../dates.ts'
import { labelled } from '../lexicon.ts'

export interface Found {
  readonly value: string
  readonly source: string
  readonly confidence: number
}

const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}/u
const PHONE = /(?:\+|\b00|\(\+?)?\s?\d[\d\s()./–-]{5,24}\d/gu
const MIN_DIGITS = 7
const MAX_DIGITS = 15
const SURE = 0.98
/** Lines in which a résumé says how to reach somebody. */
const HEAD_LINES = 60

/** The first address for letters by mail; one behind a link counts, too. Pure. */
export function findEmail(lines: readonly ResumeLine[], links: readonly ResumeLink[]): Found | null {
  for (const [index, { text }] of lines.entries()) {
    const close = text.replaceAll(/\s?\[?\(?(?:@|\bat\b\]|\(at\))\)?\]?\s?/gu, (sign) =>
      sign.includes('@') ? '@' : sign,
    )
    const match = EMAIL.exec(text) ?? EMAIL.exec(close)
    if (match)
      return { value: match[0].replace(/^['._-]+/u, ''), source: text, confidence: index < HEAD_LINES ? SURE : 0.8 }
  }
  const mail = links.find(({ url }) => /^mailto:[^?]+@/iu.test(url))
  const address = mail === undefined ? null : EMAIL.exec(mail.url.slice(7))
  return address === null || mail === undefined
    ? null
    : { value: address[0], source: mail.text || mail.url, confidence: 0.95 }
}

interface Number {
  readonly value: string
  readonly line: ResumeLine
  readonly worth: number
}

/** The number by which somebody is reached: one that is called so before one that only looks so. Country codes are not made up. Pure. */
export function findPhone(lines: readonly ResumeLine[]): Found | null {
  const numbers = lines.slice(0, 400).flatMap((line, index) => numbersIn(line, index))
  const best = numbers.toSorted((left, right) => right.worth - left.worth)[0]
  if (best === undefined) return null
  const confidence = best.worth >= 4 ? SURE : best.worth >= 3 ? 0.92 : 0.75
  return { value: best.value, source: best.line.text, confidence }
}

const LABEL = new RegExp(
  String.raw`(?:^|[^\p{L}])(?:${words.labels.phone.filter((word) => word.length > 1).join('|')})\.?(?![\p{Ll}])`,
  'iu',
)
const BIRTH = new RegExp(String.raw`(?:${words.labels.birth.join('|')})`, 'iu')

function numbersIn(line: ResumeLine, index: number): Number[] {
  if (line.isBullet && index >= HEAD_LINES) return []
  const { text } = line
  const own = labelled(text, line.cells)
  const isCalled = own?.kind === 'phone' || LABEL.test(text)
  if (BIRTH.test(text) && !isCalled) return []
  return [...text.matchAll(PHONE)].flatMap((match): Number[] => {
    const written = match[0].trim()
    const digits = written.replaceAll(/\D/gu, '')
    const isAbroad = /^\(?\+|^00/u.test(written)
    if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS) return []
    if (
      /[\p{L}\d/@=_]/u.test(text[match.index - 1] ?? '') ||
      /[\p{L}@_]/u.test(text[match.index + match[0].length] ?? '')
    )
      return []
    if (
      !isAbroad &&
      !isCalled &&
      (findSpans(written).length > 0 || index >= HEAD_LINES || /^\d{4}\s?[–-]/u.test(written))
    )
      return []
    if (!isAbroad && !isCalled && digits.length < 9) return []
    const worth = (isAbroad ? 2 : 0) + (isCalled ? 2 : 0) + (index < HEAD_LINES ? 1 : 0) - (/fax/iu.test(text) ? 3 : 0)
    return worth < 1 ? [] : [{ value: normalPhone(written), line, worth }]
  })
}

/** One space between the groups that were written, "00" as "+", without the "(0)" that is left out from abroad. Pure. */
function normalPhone(written: string): string {
  const bare = written.replace(/^\(?\+\)?\s*/u, '+').replace(/^00(?=\d)/u, '+')
  const abroad = bare.startsWith('+') ? bare.replace(/\(0\)/u, ' ') : bare
  const groups = abroad.replaceAll(/[^\d+]+/gu, ' ').trim()
  return groups.replace(/^\+\s+/u, '+')
}

const HOSTS = Object.entries(words.hosts)
const URL_TEXT =
  /(?:https?:\/\/|www\.)[^\s|,;()<>"]+|(?<![@\p{L}\p{N}.])(?:[\p{L}\p{N}-]+\.)+(?:com|org|net|io|dev|de|fr|es|pl|it|nl|pt|se|at|ch|be|eu|me|co|ai|app|info|tech)(?:\/[^\s|,;()<>"]*)?(?![\p{L}@])/giu
const MAX_LINKS = 20

export interface FoundLink {
  readonly label: string
  readonly url: string
  readonly source: string
  readonly confidence: number
}

/** Addresses of pages about the person: those of known hosts anywhere, others where the résumé says how to reach somebody. Pure. */
export function findLinks(
  lines: readonly ResumeLine[],
  { links, head }: { links: readonly ResumeLink[]; head: ReadonlySet<ResumeLine> },
): FoundLink[] {
  const written = lines.flatMap((line) => {
    if (line.text.length > 2000) return []
    const isHead = head.has(line)
    const urls = [...withoutEmails(line.text).matchAll(URL_TEXT)].map((match) => match[0].replace(/[.:]+$/u, ''))
    return urls.map((url) => ({ url, source: line.text, isHead }))
  })
  const headText = [...head].map(({ text }) => text).join('\n')
  const pressed = links
    .filter(({ url }) => /^https?:\/\//iu.test(url))
    .map(({ url, text }) => ({ url, source: text === '' ? url : text, isHead: text !== '' && headText.includes(text) }))
  const found = new Map<string, FoundLink>()
  for (const { url, source, isHead } of [...pressed, ...written]) {
    const link = linkOf(url)
    if (link === null || (!isHead && link.isOther)) continue
    const key = link.url
      .replace(/^https?:\/\/(?:www\.)?/iu, '')
      .replace(/\/$/u, '')
      .toLowerCase()
    if (found.size < MAX_LINKS && !found.has(key)) {
      found.set(key, { label: link.label, url: link.url, source, confidence: link.isOther ? 0.8 : 0.95 })
    }
  }
  return [...found.values()]
}

const withoutEmails = (text: string) => text.replaceAll(new RegExp(EMAIL.source, 'gu'), ' ')

function linkOf(written: string): { url: string; label: string; isOther: boolean } | null {
  const url = /^https?:\/\//iu.test(written) ? written : `https://${written}`
  if (!URL.canParse(url) || url.length > 2000) return null
  const { hostname, pathname } = new URL(url)
  const host = hostname.toLowerCase().replace(/^(?:www|[a-z]{2})\./u, '')
  const known = HOSTS.find(([name]) => host === name)
  if (known && pathname.length < 2) return null
  return { url, label: known?.[1] ?? host.slice(0, 60), isOther: known === undefined }
}
