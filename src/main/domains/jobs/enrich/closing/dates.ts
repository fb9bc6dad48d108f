import words from '#resources/closing-words.json' with { type: 'json' }
import { stripAccents } from '#main/infra/text/fold.ts'

/** A calendar day as a text writes it. `year` is null where none is written; `other` is the day that the same figures are where the
 *  month stands first. */
export interface WrittenDate {
  readonly start: number
  readonly end: number
  readonly year: number | null
  readonly month: number
  readonly day: number
  readonly other: { readonly month: number; readonly day: number } | null
}

const monthByName = new Map(
  words.months.flatMap((names, at) => names.map((name) => [stripAccents(name), at + 1] as const)),
)

const ISO = String.raw`(?<isoYear>20\d{2})[-/.](?<isoMonth>\d{1,2})[-/.](?<isoDay>\d{1,2})`
const FIGURES = String.raw`(?<first>\d{1,2})(?<sign>[./-])\s?(?<second>\d{1,2})(?:\k<sign>\s?(?<figureYear>20\d{2}|\d{2})|\.)?`
const DAY_NAME = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|re|º|ª|°|\.|:e|e)?\s(?:of\s|de\s|d')?(?<name>\p{L}{3,12})\.?(?:,?\s(?:de\s|of\s|del\s)?(?<year>20\d{2}))?`
const NAME_DAY = String.raw`(?<nameFirst>\p{L}{3,12})\.?\s(?<dayAfter>\d{1,2})(?:st|nd|rd|th)?(?:,?\s(?<yearAfter>20\d{2}))?`
const DATE = new RegExp(String.raw`(?<![\p{L}\d.,/-])(?:${ISO}|${FIGURES}|${DAY_NAME}|${NAME_DAY})(?![\p{L}\d])`, 'gu')

/** The dates in a short piece of text, in order. Pure; linear in its length. */
export function findDates(text: string): WrittenDate[] {
  const dates: WrittenDate[] = []
  DATE.lastIndex = 0
  for (let match = DATE.exec(text); match !== null; match = DATE.exec(text)) {
    const read = readDate(match.groups ?? {})
    if (read !== null) dates.push({ ...read, start: match.index, end: match.index + match[0].length })
    // "zum 15.01.": what looked like a month and its day may hide a date.
    else DATE.lastIndex = match.index + (/^\p{L}+/u.exec(match[0])?.[0].length ?? match[0].length)
  }
  return dates
}

type Groups = Readonly<Record<string, string | undefined>>
type Read = Omit<WrittenDate, 'start' | 'end'>

function readDate(groups: Groups): Read | null {
  if (groups['isoYear'] !== undefined) {
    return checked({
      year: Number(groups['isoYear']),
      month: Number(groups['isoMonth']),
      day: Number(groups['isoDay']),
    })
  }
  if (groups['first'] !== undefined) return readFigures(groups)
  const name = groups['name'] ?? groups['nameFirst'] ?? ''
  const month = monthByName.get(stripAccents(name))
  const year = groups['year'] ?? groups['yearAfter']
  if (month === undefined) return null
  return checked({
    year: year === undefined ? null : Number(year),
    month,
    day: Number(groups['day'] ?? groups['dayAfter']),
  })
}

/** Day before month, as in Europe; where that is no date, or in ISO's shape, the other way round. Two figures with a dash or slash
 *  and no year are a range or a fraction, not a date. */
function readFigures(groups: Groups): Read | null {
  const [first, second, written] = [Number(groups['first']), Number(groups['second']), groups['figureYear']]
  if (written === undefined && groups['sign'] !== '.') return null
  const year = written === undefined ? null : Number(written.length === 2 ? `20${written}` : written)
  const swapped = { month: first, day: second }
  const dayFirst = checked({ year, month: second, day: first })
  if (dayFirst === null) return checked({ year, ...swapped })
  const isEither = groups['sign'] === '/' && first !== second && isDay({ year, ...swapped })
  return { ...dayFirst, other: isEither ? swapped : null }
}

function checked(date: { year: number | null; month: number; day: number }): Read | null {
  return isDay(date) ? { ...date, other: null } : null
}

function isDay({ year, month, day }: { year: number | null; month: number; day: number }): boolean {
  // A leap year, where none is written: 29 February may be meant.
  const midnight = new Date(Date.UTC(year ?? 2028, month - 1, day))
  return midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day
}
