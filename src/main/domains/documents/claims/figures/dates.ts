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
  /** "2022/23": the year and the next one, of a season or a school year. */
  readonly isSeason: boolean
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
/** "2022/23", "2019–21" */
const YEAR_PAIR = new RegExp(`(?<![\\d/–-])(${YEAR})\\s?([/–-])\\s?((?:19|20)?\\d\\d)(?![\\d/–-]|[.,]\\d)`, 'gu')
/** From when on a season counts to the year in which it begins, and until when to that in which it ends. */
const SEASON_FROM = 7
const SEASON_UNTIL = 9
/** Behind these nothing is counted: "seit 2020 Bank". */
const ONLY_DATES = /(?:since|seit|im jahr|in the year)\s$/iu
/** "from 2014 to 2019" needs no more than this before the date. */
const ROLE_REACH = 24

/** The dates in a text, in order, without overlaps: "May 2019", "05/2019", "2019-05", "Q3 2021", "2019". Pure; linear in its length. */
export function readDates(text: string, isNumber: (at: number) => boolean = () => false): DateSaid[] {
  const found = yearPairs(text)
  const isTaken = (at: number, end: number) => found.some((date) => at < date.end && end > date.at)
  for (const [pattern, partsOf] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [at, end] = [match.index, match.index + match[0].length]
      const [year, month, months = 1] = partsOf(match)
      const before = text.slice(Math.max(0, at - ROLE_REACH), at)
      if (isTaken(at, end) || (month === undefined && isNumber(at) && !ONLY_DATES.test(before))) continue
      const first = month === undefined || month === '' ? null : Number(month)
      const role = SINCE.test(before) ? 'start' : UNTIL.test(before) ? 'end' : null
      found.push({
        written: match[0].trim(),
        year: Number(year),
        month: first,
        lastMonth: first === null ? null : first + months - 1,
        role,
        isSeason: false,
        at,
        end,
      })
    }
  }
  return found.toSorted((one, other) => one.at - other.at)
}

/** "2022/23" is one date, "2019–21" two. */
function yearPairs(text: string): DateSaid[] {
  return Array.from(text.matchAll(YEAR_PAIR)).flatMap(
    ({ 0: written, 1: first = '', 2: sign, 3: second = '', index }) => {
      const [year, last] = [Number(first), Number(second.length === 2 ? first.slice(0, 2) + second : second)]
      const common = { year, month: null, lastMonth: null, role: null, at: index, end: index + written.length }
      if (last === year + 1 && (second.length === 2 || sign === '/')) return [{ ...common, written, isSeason: true }]
      // "2019-10" is a month.
      if (last <= year || second.length > 2 || (sign === '-' && Number(second) <= 12) || sign === '/') return []
      const from = { ...common, written: first, end: index + first.length, isSeason: false }
      return [from, { ...from, written: second, year: last, at: common.end - second.length, end: common.end }]
    },
  )
}

/** 'YYYY' or 'YYYY-MM' of a career. Pure. */
export function dateOfFact(date: string, role: DateSaid['role']): DateSaid {
  const month = date.length > 4 ? Number(date.slice(5, 7)) : null
  return {
    written: date,
    year: Number(date.slice(0, 4)),
    month,
    lastMonth: month,
    role,
    isSeason: false,
    at: 0,
    end: 0,
  }
}

/** Whether facts have a stated date; of a season both years, or a time within it. Pure. */
export function isDateBacked(said: DateSaid, facts: readonly DateSaid[]): boolean {
  if (facts.some((fact) => isSameDate(said, fact))) return true
  if (!said.isSeason) return false
  const isIn = (year: number) => facts.some((fact) => fact.year === year)
  return (isIn(said.year) && isIn(said.year + 1)) || facts.some((fact) => isWithin(said.year, fact))
}

function isWithin(season: number, { year, month }: DateSaid): boolean {
  return year === season ? month === null || month >= SEASON_FROM : year === season + 1 && (month ?? 0) <= SEASON_UNTIL
}

/** Whether a stated date is the one of a fact, or the same less exactly. Pure. */
export function isSameDate(said: DateSaid, fact: DateSaid): boolean {
  if (said.isSeason) return fact.isSeason && said.year === fact.year
  if (said.year !== fact.year) return fact.isSeason && said.year === fact.year + 1
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
