import type { DateSaid } from '../dates.ts'
import type { NumberSaid } from '../number-said.ts'

/** When something began and ended; months since year 0, the ending month included. A year alone leaves the months open. */
export interface Stretch {
  readonly from: number
  readonly to: number
  /** By how many months each may be off. */
  readonly slack: number
}

/** A start and end of a career; no end: until now. Null without a start. Pure. */
export function stretchOf({ start, end }: { start: string | null; end: string | null }, now: number): Stretch | null {
  if (start === null) return null
  const today = new Date(now)
  const to = end === null ? today.getUTCFullYear() * 12 + today.getUTCMonth() : monthsOf(end)
  const slack = start.length === 4 || end?.length === 4 ? 6 : 0
  return { from: monthsOf(start), to, slack }
}

/** The time between the two dates of a sentence; null when it has none or more. Pure. */
export function stretchOfDates(dates: readonly DateSaid[]): Stretch | null {
  const [first, last] = dates
  if (dates.length !== 2 || !first || !last || first.year * MONTHS_OF_YEAR > last.year * MONTHS_OF_YEAR) return null
  const slack = first.month === null || last.lastMonth === null ? 6 : 0
  const from = first.year * MONTHS_OF_YEAR + (first.month ?? 1) - 1
  const to = last.year * MONTHS_OF_YEAR + (last.lastMonth ?? 1) - 1
  return to < from ? null : { from, to, slack }
}

/** From the one date that a sentence names as a beginning until now; null when it names none or more. Pure. */
export function stretchSince(dates: readonly DateSaid[], now: number): Stretch | null {
  const [date] = dates
  if (dates.length !== 1 || date?.role !== 'start') return null
  const today = new Date(now)
  const to = today.getUTCFullYear() * MONTHS_OF_YEAR + today.getUTCMonth()
  const from = date.year * MONTHS_OF_YEAR + (date.month ?? 1) - 1
  return to < from ? null : { from, to, slack: date.month === null ? 6 : 0 }
}

function monthsOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + (date.length > 4 ? Number(date.slice(5, 7)) - 1 : 0)
}

/** From the first beginning to the last end; empty for none. Pure. */
export function outerStretch(stretches: readonly Stretch[]): Stretch[] {
  if (stretches.length === 0) return []
  const from = Math.min(...stretches.map((one) => one.from))
  const to = Math.max(...stretches.map((one) => one.to))
  return [{ from, to, slack: Math.max(...stretches.map(({ slack }) => slack)) }]
}

/** The length of some stretches together, in months, each month once: without the last month and with it. Pure. */
function together(stretches: readonly Stretch[]): { least: number; most: number } {
  let [least, most, reached] = [0, 0, -Infinity]
  for (const { from, to, slack } of stretches.toSorted((one, other) => one.from - other.from)) {
    const begin = Math.max(from, reached)
    const length = to - begin
    if (length >= 0) {
      const isApart = begin > reached
      least += Math.max(0, length - (slack > 0 ? slack : 0))
      most += length + (isApart ? 1 : 0) + slack
    }
    reached = Math.max(reached, to)
  }
  return { least, most }
}

const MONTHS_OF_YEAR = 12
/** "Almost five years" is at most so much short of them. */
const NEARLY_MONTHS = 6

/** "Two and a half years" is told in half years. */
function unitOf({ value, written }: NumberSaid): number {
  if (/mon/i.test(written)) return 1
  return [MONTHS_OF_YEAR, MONTHS_OF_YEAR / 2].find((unit) => value % unit === 0) ?? 1
}

/** Whether some stretches lasted as long as is said: full years or months, never rounded up unless "almost" says so. Pure. */
export function isDuration(said: NumberSaid, stretches: readonly Stretch[]): boolean {
  if (said.is !== 'months' || stretches.length === 0) return false
  const { least, most } = together(stretches)
  const unit = unitOf(said)
  const full = (months: number) => Math.floor(months / unit) * unit
  switch (said.bound) {
    case 'over':
    case 'well':
    case 'atLeast':
      return most >= said.value && full(most) - unit <= said.value
    case 'nearly':
      return most < said.value + 1 && said.value - most <= NEARLY_MONTHS
    case 'about':
      return said.value >= least - NEARLY_MONTHS && said.value <= most + NEARLY_MONTHS
    case 'among':
    case 'under':
      return least < said.value
    case 'exact':
    case 'upTo':
      break
  }
  return said.value >= full(least) && said.value <= full(most)
}
