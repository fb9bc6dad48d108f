import words from '#resources/resume-words.json' with { type: 'json' }
import type { ResumeDoubt } from '#shared/resume-import.ts'
import { isKnownSkill } from '../../../../jobs/match/matching.service.ts'
import type { ResumeLine, ResumeLink } from '../../file/resume-line.ts'
import { findSpans } from '../dates.ts'
import { doubtsOf } from '../doubts.ts'
import { labelled } from '../lexicon.ts'

export interface Found {
  readonly value: string
  readonly source: string
  readonly doubts: readonly ResumeDoubt[]
}

const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}/u
const PHONE = /(?:\+|\b00|\(\+?)?\s?\d[\d\s()./–-]{5,24}\d/gu
const MIN_DIGITS = 7
const MAX_DIGITS = 15
/** As numbers of eight digits are written in Norway and Denmark. */
const GROUPED = /^(?:\d\d \d\d \d\d \d\d|\d{3} \d\d \d{3})$/u
/** Lines in which a résumé says how to reach somebody. */
const HEAD_LINES = 60

const AT = /\s?(?:[([{]\s?(?:at|ät|arroba|chiocciola)\s?[)\]}]|@)\s?/giu
const DOT = /\s?[([{]\s?(?:dot|punkt|point|punto|kropka)\s?[)\]}]\s?/giu

/** The first address for letters by mail; one that is spelled out, wrapped or behind a link counts, too. Pure. */
export function findEmail(lines: readonly ResumeLine[], links: readonly ResumeLink[]): Found | null {
  for (const [index, { text }] of lines.entries()) {
    const next = lines[index + 1]
    const below = next?.text ?? ''
    const address = EMAIL.exec(text)?.[0] ?? EMAIL.exec(spelledOut(text))?.[0]
    const wrapped = address === undefined && isSameColumn(lines[index], next) ? wrappedEmail(text, below) : null
    const value = (address ?? wrapped)?.replace(/^['._-]+/u, '')
    if (value === undefined) continue
    const source = wrapped === null ? text : `${text}\n${below}`
    const isOpenAbove = LONE_PIECE.test(lines[index - 1]?.text ?? '')
    const doubts = doubtsOf({ passing: index >= HEAD_LINES, unlabelled: wrapped !== null || isOpenAbove })
    return { value, source, doubts }
  }
  const mail = links.find(({ url }) => /^mailto:[^?]+@/iu.test(url))
  const address = mail === undefined ? null : EMAIL.exec(mail.url.slice(7))
  return address === null || mail === undefined
    ? null
    : { value: address[0], source: mail.text || mail.url, doubts: [] }
}

const spelledOut = (text: string) => text.replaceAll(AT, '@').replaceAll(DOT, '.')

/** What may be the beginning of an address that goes on below. */
const LONE_PIECE = /^[\p{L}\p{N}._%+-]+[._-]$/u
/** Points by which lines of one column begin apart. */
const SAME_EDGE = 3

function isSameColumn(above: ResumeLine | undefined, below: ResumeLine | undefined): boolean {
  if (above === undefined || below === undefined) return false
  const isBelow = above.flow === below.flow && above.page === below.page
  // What has a label may go on below its value.
  return isBelow && (Math.abs(above.x - below.x) < SAME_EDGE || above.cells.length > 1)
}

/** An address that a narrow column broke at its sign, a dot or a hyphen: alone in its line or behind its label. What is whole by itself
 *  begins where it begins. */
function wrappedEmail(text: string, below: string): string | null {
  const [last = '', first = ''] = [
    /^(?:[^:@]{1,30}:\s*|\p{L}[\p{L}-]{1,20}\s{2,})?(\S+)$/u.exec(text)?.[1],
    /^\S+/u.exec(below)?.[0],
  ]
  if (last === '' || EMAIL.exec(first)?.index === 0) return null
  const isBroken = /[@.-]$/u.test(last) || /^[@.]/u.test(first) || last.includes('@')
  if (!isBroken || `${last}${first}`.split('@').length !== 2) return null
  const match = EMAIL.exec(`${last}${first}`)
  return match !== null && match.index < last.length && match.index + match[0].length > last.length ? match[0] : null
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
  const isRival = ({ value, worth }: Number) => worth === best.worth && digitsOf(value) !== digitsOf(best.value)
  const doubts = doubtsOf({ unlabelled: best.worth < 3, rivals: numbers.some(isRival) })
  return { value: best.value, source: best.line.text, doubts }
}

const digitsOf = (text: string) => text.replaceAll(/\D/gu, '')
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
  const isBirth = BIRTH.test(text) && !isCalled
  return [...text.matchAll(PHONE)].flatMap((match): Number[] => {
    const written = match[0].trim()
    const digits = digitsOf(written)
    const isAbroad = /^\(?\+|^00/u.test(written)
    if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS || (isBirth && !isAbroad)) return []
    const at = match.index + match[0].length - match[0].trimStart().length
    if (/[\p{L}\d/@=_]/u.test(text[at - 1] ?? '') || /[\p{L}@_]/u.test(text[match.index + match[0].length] ?? ''))
      return []
    if (
      !isAbroad &&
      !isCalled &&
      (findSpans(written).length > 0 || index >= HEAD_LINES || /^\d{4}\s?[–-]/u.test(written))
    )
      return []
    if (!isAbroad && !isCalled && digits.length < 9 && !GROUPED.test(written)) return []
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
  /(?:https?:\/\/|www\.)[^\s|,;()<>"]+|(?<![@\p{L}\p{N}.])(?:[\p{L}\p{N}-]+\.)+(?:com|org|net|io|dev|de|fr|es|pl|it|nl|pt|se|at|ch|be|eu|me|co|ai|app|info|tech|codes|design|studio|page|site|online|blog|cloud|xyz|work|works|digital|no|dk|fi|cz|sk|hu|ro|gr|ie|uk|in|us|ca|br|tr|jp|kr|za|lt|lv|ee|si|hr|bg|lu|is)(?:\/[^\s|,;()<>"]*)?(?![\p{L}@])/giu
const MAX_LINKS = 20

export interface FoundLink {
  readonly label: string
  readonly url: string
  readonly source: string
  readonly doubts: readonly ResumeDoubt[]
}

/** Addresses of pages about the person: those of known hosts anywhere, others where the résumé says how to reach somebody. Pure. */
export function findLinks(
  lines: readonly ResumeLine[],
  { links, head }: { links: readonly ResumeLink[]; head: ReadonlySet<ResumeLine> },
): FoundLink[] {
  const written = lines.flatMap((line, index) => {
    if (line.text.length > 2000) return []
    const isHead = head.has(line)
    const [above, below] = [lines[index - 1]?.text ?? '', lines[index + 1]?.text ?? '']
    // The end of an address for mail that a narrow column broke is no page.
    const found = urlsIn(line.text, below).filter(({ url }) => !above.endsWith('@') || !line.text.startsWith(url))
    return found.map((each) => ({ ...each, isHead }))
  })
  const headText = [...head].map(({ text }) => text).join('\n')
  const pressed = links
    .filter(({ url }) => /^https?:\/\//iu.test(url))
    .map(({ url, text }) => ({ url, source: text === '' ? url : text, isHead: text !== '' && headText.includes(text) }))
  const shownUrls = new Map(written.map(({ url }) => [bareUrl(url), url]))
  const found = new Map<string, FoundLink>()
  for (const { url: target, source, isHead } of [...pressed, ...written]) {
    const shown = isPlainQuery(target) ? shownUrls.get(bareUrl(target)) : undefined
    const url = shown ?? target
    const link = linkOf(url)
    if (link === null || (!isHead && (link.isOther || link.isPart))) continue
    if (found.size < MAX_LINKS && !found.has(link.key)) {
      found.set(link.key, { label: link.label, url: link.url, source, doubts: doubtsOf({ unlabelled: link.isOther }) })
    }
  }
  return [...found.values()]
}

const bareUrl = (url: string) => (url.split('?')[0] ?? '').replace(/^https?:\/\//iu, '')

/** Whether a page is named without what follows its "?", unlike that of a user of Google Scholar. */
const isPlainQuery = (url: string) => url.includes('?') && !/[?&](?:user|id)=/iu.test(url)

/** The addresses in a line; one that ends it with a slash or hyphen goes on in the next. "Node.js" and "ASP.NET" are skills. */
function urlsIn(text: string, below: string): { url: string; source: string }[] {
  const bare = withoutEmails(text)
  return [...bare.matchAll(URL_TEXT)].flatMap((match) => {
    const url = match[0].replace(/[.:]+$/u, '')
    if (isKnownSkill(url)) return []
    const isOpen = /[/_-]$/u.test(url) && match.index + match[0].length === bare.trimEnd().length
    const rest = isOpen ? (/^[^\s@|,;()<>"]+(?=$|\s+\([^()]*\)$)/u.exec(below)?.[0] ?? '') : ''
    return [rest === '' ? { url, source: text } : { url: `${url}${rest}`, source: `${text}\n${below}` }]
  })
}

const withoutEmails = (text: string) => text.replaceAll(new RegExp(EMAIL.source, 'gu'), ' ')

/** Where a path of several parts is that of a piece of work. */
const CODE_HOSTS: ReadonlySet<string> = new Set(['github.com', 'gitlab.com', 'bitbucket.org', 'huggingface.co'])

function linkOf(written: string) {
  const url = /^https?:\/\//iu.test(written) ? written : `https://${written}`
  if (!URL.canParse(url) || url.length > 2000) return null
  const { hostname, pathname } = new URL(url)
  const host = hostname.toLowerCase().replace(/^(?:www|[a-z]{2})\./u, '')
  const known = HOSTS.find(([name]) => host === name)
  if (known && pathname.length < 2) return null
  const path = pathname.replace(/\/$/u, '')
  const isPart = CODE_HOSTS.has(host) && path.split('/').length > 2
  const key = `${host}${path}`.toLowerCase()
  return { url, label: known?.[1] ?? host.slice(0, 60), isOther: known === undefined, isPart, key }
}
