import { careerDateSchema } from '#shared/career.ts'

const YEAR = /^\d{4}$/
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})$/
const MONTH_FIRST = /^(\d{1,2})[-/.](\d{4})$/
const NAMED = /^([a-z]{3,9})\.?\s+(\d{4})$/i
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** '2019' or '2019-05' of what people type: 2019, 2019-5, 05/2019, 5.2019, May 2019; null for what is no month. Pure. */
export function readMonth(text: string): string | null {
  const written = text.trim()
  const date = YEAR.test(written) ? written : monthIn(written)
  return date !== null && careerDateSchema.safeParse(date).success ? date : null
}

function monthIn(text: string): string | null {
  const [, firstYear, secondMonth] = YEAR_FIRST.exec(text) ?? []
  if (firstYear && secondMonth) return `${firstYear}-${secondMonth.padStart(2, '0')}`
  const [, firstMonth, secondYear] = MONTH_FIRST.exec(text) ?? []
  if (firstMonth && secondYear) return `${secondYear}-${firstMonth.padStart(2, '0')}`
  const [, name, year] = NAMED.exec(text) ?? []
  if (!name || !year) return null
  const at = MONTHS.indexOf(name.slice(0, 3).toLowerCase())
  const isMonth = at >= 0 && monthName(at).startsWith(name.toLowerCase())
  return isMonth || name.toLowerCase() === 'sept' ? `${year}-${String(at + 1).padStart(2, '0')}` : null
}

function monthName(at: number): string {
  return new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2020, at)).toLowerCase()
}

/** Whether an end is before its start, as far as both say. Pure. */
export function isReversed(start: string | null, end: string | null): boolean {
  if (start === null || end === null) return false
  const exact = Math.min(start.length, end.length)
  return end.slice(0, exact) < start.slice(0, exact)
}

/** 'May 2019 to now'; empty when nothing is said. Pure. */
export function spanWords({ start, end }: { readonly start: string | null; readonly end: string | null }): string {
  if (start === null) return end === null ? '' : `until ${monthWords(end)}`
  return `${monthWords(start)} to ${end === null ? 'now' : monthWords(end)}`
}

/** 'May 2019' or '2019'. Pure. */
export function monthWords(date: string): string {
  const [year, month] = date.split('-').map(Number)
  if (month === undefined) return date
  return new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year ?? 0, month - 1),
  )
}
