import words from '#resources/resume-dates.json' with { type: 'json' }
import { foldSame } from './fold-same.ts'

/** 'YYYY' or 'YYYY-MM'. */
export interface DateSpan {
  readonly start: string | null
  readonly end: string | null
  /** Whether it says that it goes on. */
  readonly isOpen: boolean
  /** Whether two ends, or one with a word for the other, are said. */
  readonly isRange: boolean
  /** Where it stands in the text. */
  readonly from: number
  readonly to: number
}

const escaped = (word: string) =>
  foldSame(word)
    .replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
    .replaceAll(/\s+/gu, String.raw`\s+`)
const oneOf = (list: readonly string[]) =>
  [...new Set(list.map(escaped))].toSorted((a, b) => b.length - a.length).join('|')

const months = new Map<string, string>()
for (const [month, names] of Object.entries(words.months)) {
  for (const name of names) months.set(foldSame(name), month.padStart(2, '0'))
}
const MONTH = oneOf([...months.keys()])
const SEASON = oneOf(words.seasons)
const PRESENT = oneOf(words.present)
const SINCE = oneOf(words.since)
const UNTIL = oneOf(words.until)
const JOINT = oneOf(words.joints)
/** What stands before the first of two ends. */
const FROM = `(?:(?:${SINCE}|${oneOf(words.from)})\\s+|d['’])?`
const YEAR = String.raw`(?:19[3-9]\d|20[0-4]\d)`
const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`
const MON = String.raw`(?:0[1-9]|1[0-2]|[1-9])`

/** In this order: the first that fits is what is meant. */
const FORMS: readonly string[] = [
  String.raw`${DAY}[./-]${MON}[./-]${YEAR}`,
  String.raw`${YEAR}[./-](?:0[1-9]|1[0-2])(?:[./-]${DAY})?(?!\d)`,
  String.raw`${YEAR}/\d\d(?!\d)`,
  String.raw`(?:0?[1-9]|1[0-2])\s?[./-]\s?${YEAR}`,
  String.raw`(?:${DAY}\.?\s(?:de\s)?)?(?:${MONTH})\.?,?(?:\s+de|\s+del)?[\s./-]*${YEAR}`,
  String.raw`(?:${MONTH})\.?\s+${DAY}(?:st|nd|rd|th)?,?\s+${YEAR}`,
  String.raw`(?:${MONTH})\.?\s*'\d\d`,
  String.raw`(?:${SEASON})\.?(?:\s+de|\s+of)?\s*${YEAR}(?:/\d\d(?:\d\d)?)?`,
  String.raw`${YEAR}\s?q[1-4]`,
  YEAR,
]
const SHORT = String.raw`(?:0[1-9]|1[0-2])[./]\d\d`
const EDGE = String.raw`(?<![\p{L}\p{N}/.+-])`
const CLOSE = String.raw`(?![\p{L}\p{N}])`
const ATOM = `(?:${FORMS.join('|')})`
const SPAN = new RegExp(
  [
    `${EDGE}${FROM}(?<a>${ATOM})\\s*(?:${JOINT})\\s*(?:(?:${JOINT})\\s+)?(?:(?<b>${ATOM})|(?<open>${PRESENT}))${CLOSE}`,
    `${EDGE}${FROM}(?<m1>${MONTH})\\.?\\s*(?:${JOINT})\\s*(?<m2>${MONTH})\\.?\\s*(?<my>${YEAR})${CLOSE}`,
    `${EDGE}(?<n1>0[1-9]|1[0-2])\\s*[–—-]\\s*(?<n2>0[1-9]|1[0-2])[./](?<ny>${YEAR})${CLOSE}`,
    `${EDGE}(?<y1>${YEAR})/(?<y2>${YEAR}|\\d\\d)${CLOSE}`,
    `${EDGE}(?<y3>${YEAR})(?:[–—](?<y4>\\d\\d)|-(?<y5>1[3-9]|[2-9]\\d))${CLOSE}(?![./-]\\d)`,
    `${EDGE}(?<s1>${SHORT})\\s*[–—-]\\s*(?:(?<s2>${SHORT})|(?<sopen>${PRESENT}))${CLOSE}`,
    `${EDGE}(?:${SINCE})\\s+(?<since>${ATOM})${CLOSE}`,
    `${EDGE}(?:${UNTIL})\\s+(?<until>${ATOM})${CLOSE}`,
    // What parted them was lost, or is empty space.
    `^\\s*(?<e1>${ATOM})\\s+(?<e2>${ATOM})\\s*$`,
    `${EDGE}(?<half>${ATOM})\\s*[–—-](?=\\s{2}|\\s*(?:$|[\\t)|]))`,
    `${EDGE}(?<one>${ATOM})${CLOSE}`,
  ].join('|'),
  'gu',
)
/** No number of a telephone is a year. */
const PHONE = /(?:^|[\s(:])\+\d/u
const MAX_CHARS = 400
const TWO_DIGIT_TURN = 50

/** The dates and spans of time in a line, in order. A season or quarter counts as its year: no month is made up. Pure, bounded. */
export function findSpans(text: string): DateSpan[] {
  if (!/\d\d/u.test(text) || PHONE.test(text)) return []
  const folded = foldSame(text.slice(0, MAX_CHARS))
  const spans: DateSpan[] = []
  for (const match of folded.matchAll(SPAN)) {
    const { groups = {}, index } = match
    const at = { from: index, to: index + match[0].length }
    const span = spanOf(groups)
    if (span !== null) spans.push({ ...span, ...at })
  }
  return spans
}

/** Whether a date stands in a text. */
export const hasDate = (text: string): boolean => findSpans(text).length > 0

type Groups = Readonly<Record<string, string | undefined>>

function spanOf(groups: Groups): Omit<DateSpan, 'from' | 'to'> | null {
  const { a, b, open, e1, e2, m1, m2, my, n1, n2, ny, y1, y2, y3, y4, y5, s1, s2, sopen, since, until, half, one } =
    groups
  const range = (start: string | null, end: string | null, isOpen = false) =>
    start !== null && end !== null && end.slice(0, 4) < start.slice(0, 4) ? null : { start, end, isOpen, isRange: true }
  if (a !== undefined) return range(...endsOf(a, b), open !== undefined)
  if (e1 !== undefined) return range(...endsOf(e1, e2))
  if (my !== undefined) return range(`${my}-${months.get(m1 ?? '') ?? ''}`, `${my}-${months.get(m2 ?? '') ?? ''}`)
  if (ny !== undefined) return range(`${ny}-${n1 ?? ''}`, `${ny}-${n2 ?? ''}`)
  if (y1 !== undefined && y2 !== undefined) return y2.length === 4 ? range(y1, y2) : shortRange(y1, y2)
  if (y3 !== undefined) return shortRange(y3, y4 ?? y5 ?? '')
  if (s1 !== undefined) return range(shortDate(s1), s2 === undefined ? null : shortDate(s2), sopen !== undefined)
  if (since !== undefined || half !== undefined) return range(endsOf(since ?? half ?? '')[0], null, true)
  if (until !== undefined) return range(null, endsOf('', until)[1])
  const date = dateOf(one ?? '')
  return date === null ? null : { start: date, end: date, isOpen: false, isRange: false }
}

/** "2009/10" is the academic year from 2009 to 2010, unless the other end says a month in that way. */
function endsOf(from: string, to = ''): [string | null, string | null] {
  const [first, last] = [academicYears(from), academicYears(to)]
  const start = first !== null && !isYearMonth(to) ? first.start : dateOf(from)
  return [start, last !== null && !isYearMonth(from) ? last.end : dateOf(to)]
}

function academicYears(text: string): { readonly start: string; readonly end: string } | null {
  const [, year, next] = /^(\d{4})\/(\d\d)$/u.exec(text) ?? []
  if (year === undefined || Number(next) !== (Number(year) + 1) % 100) return null
  return { start: year, end: String(Number(year) + 1) }
}

const isYearMonth = (text: string) => /^\d{4}\/(?:0[1-9]|1[0-2])$/u.test(text) && academicYears(text) === null

/** "2016–17" and "1999/00"; "2019/05" goes no way back, so that it is a month. */
function shortRange(year: string, digits: string): Omit<DateSpan, 'from' | 'to'> | null {
  const sameCentury = `${year.slice(0, 2)}${digits}`
  const end = academicYears(`${year}/${digits}`)?.end ?? sameCentury
  if (end >= year) return { start: year, end, isOpen: false, isRange: true }
  if (!/^(?:0[1-9]|1[0-2])$/u.test(digits)) return null
  const month = `${year}-${digits}`
  return { start: month, end: month, isOpen: false, isRange: false }
}

function dateOf(text: string): string | null {
  const year = new RegExp(YEAR, 'u').exec(text)?.[0]
  if (year === undefined) return /'\d\d$/u.test(text) ? namedMonth(text, century(text.slice(-2))) : null
  if (/^\d/u.test(text)) {
    const iso = /^(\d{4})[./-](0[1-9]|1[0-2])/u.exec(text)
    if (iso) return `${iso[1]}-${iso[2]}`
    const last = /^(?:\d{1,2}[./-])?(\d{1,2})\s?[./-]\s?\d{4}$/u.exec(text)
    if (last?.[1] !== undefined) return `${year}-${last[1].padStart(2, '0')}`
  }
  return namedMonth(text, year)
}

function namedMonth(text: string, year: string): string {
  const name = text
    .match(/\p{L}+/gu)
    ?.map((word) => months.get(word))
    .find((month) => month !== undefined)
  return name === undefined ? year : `${year}-${name}`
}

function shortDate(text: string): string {
  return `${century(text.slice(-2))}-${text.slice(0, 2)}`
}

function century(digits: string): string {
  return Number(digits) < TWO_DIGIT_TURN ? `20${digits}` : `19${digits}`
}
