import { foldLetters } from '#main/infra/text/fold.ts'
import { DOCUMENT_LANGUAGES } from '#shared/documents.ts'

/** A date that a sentence states, or that a fact has. `month` 1 to 12; `lastMonth` differs for a quarter or half. `role`: where a span
 *  begins or ends; null where that is not said. */
export interface DateSaid {
  readonly written: string
  readonly year: number
  readonly month: number | null
  readonly lastMonth: number | null
  readonly role: 'start' | 'end' | null
  readonly at: number
  readonly end: number
}

const MONTHS = monthNames()
const MONTH_WORDS = [...MONTHS.keys()].toSorted((one, other) => other.length - one.length).join('|')
const YEAR = '(?:19[3-9]\\d|20\\d\\d)'
const PATTERNS: readonly (readonly [
  RegExp,
  (match: RegExpMatchArray) => readonly [string | undefined, string | undefined, number?],
])[] = [
  [new RegExp(`(?<![\\d-])(${YEAR})-(0[1-9]|1[0-2])(?:-\\d\\d)?(?![\\d])`, 'gu'), ([, year, month]) => [year, month]],
  [
    new RegExp(`(?<!\\d)(?:[0-3]?\\d\\.\\s?)?(0?[1-9]|1[0-2])\\s?[./]\\s?(${YEAR})(?!\\d)`, 'gu'),
    ([, month, year]) => [year, month],
  ],
  [
    new RegExp(`(?<![\\p{L}])(${MONTH_WORDS})\\.?,?\\s(?:de\\s|of\\s)?(${YEAR})(?!\\d)`, 'giu'),
    ([, name, year]) => [year, String(MONTHS.get(name?.toLowerCase() ?? '') ?? '')],
  ],
  [
    new RegExp(`(?<![\\p{L}\\d])Q([1-4])[\\s/]+(${YEAR})(?!\\d)`, 'giu'),
    ([, quarter, year]) => [year, String(Number(quarter) * 3 - 2), 3],
  ],
  [
    new RegExp(`(?<![\\p{L}\\d])H([12])[\\s/]+(${YEAR})(?!\\d)`, 'giu'),
    ([, half, year]) => [year, String(Number(half) * 6 - 5), 6],
  ],
  [
    new RegExp(`(?<![\\p{L}\\d.,€$£])(${YEAR})(?![\\d]|[.,]\\d|\\p{L}|\\s?[%€$£])`, 'gu'),
    ([, year]) => [year, undefined],
  ],
]
const SINCE =
  /(?:since|from|seit|ab|von|starting|began|started)(?:\s(?:dem jahr|the year|anfang|early|late|mitte))?[\s(]*$/iu
const UNTIL = /(?:until|till|to|bis|through|ended)[\s(]*$|\d[\s]?[–—-][\s]?$/iu
/** "from 2014 to 2019" needs no more than this before the date. */
const ROLE_REACH = 24

/** The dates in a text, in order, without overlaps: "May 2019", "05/2019", "2019-05", "Q3 2021", "2019". Pure; linear in its length. */
export function readDates(text: string, isNumber: (at: number) => boolean = () => false): DateSaid[] {
  const found: DateSaid[] = []
  const isTaken = (at: number, end: number) => found.some((date) => at < date.end && end > date.at)
  for (const [pattern, partsOf] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [at, end] = [match.index, match.index + match[0].length]
      const [year, month, months = 1] = partsOf(match)
      if (isTaken(at, end) || (month === undefined && isNumber(at))) continue
      const first = month === undefined || month === '' ? null : Number(month)
      const before = text.slice(Math.max(0, at - ROLE_REACH), at)
      const role = SINCE.test(before) ? 'start' : UNTIL.test(before) ? 'end' : null
      found.push({
        written: match[0].trim(),
        year: Number(year),
        month: first,
        lastMonth: first === null ? null : first + months - 1,
        role,
        at,
        end,
      })
    }
  }
  return found.toSorted((one, other) => one.at - other.at)
}

/** 'YYYY' or 'YYYY-MM' of a career. Pure. */
export function dateOfFact(date: string, role: DateSaid['role']): DateSaid {
  const month = date.length > 4 ? Number(date.slice(5, 7)) : null
  return { written: date, year: Number(date.slice(0, 4)), month, lastMonth: month, role, at: 0, end: 0 }
}

/** Whether a stated date is the one of a fact, or the same less exactly. Pure. */
export function isSameDate(said: DateSaid, fact: DateSaid): boolean {
  if (said.year !== fact.year) return false
  if (said.role !== null && fact.role !== null && said.role !== fact.role) return false
  if (said.month === null || said.lastMonth === null) return true
  return fact.month !== null && fact.month >= said.month && fact.month <= said.lastMonth
}

/** Month names in every language in which documents are written, long and short. */
function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  for (const language of DOCUMENT_LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      for (const form of [{ month: style }, { month: style, year: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' })
        for (let month = 1; month <= 12; month++) {
          const name =
            format.formatToParts(Date.UTC(2021, month - 1, 15)).find(({ type }) => type === 'month')?.value ?? ''
          for (const key of [name.toLowerCase(), foldLetters(name)]) {
            const bare = key.replaceAll('.', '')
            if (/^\p{L}+$/u.test(bare) && !names.has(bare)) names.set(bare, month)
          }
        }
      }
    }
  }
  return names.set('sept', 9).set('jänner', 1)
}
