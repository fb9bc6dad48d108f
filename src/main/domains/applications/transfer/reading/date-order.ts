import { type DateOrder, instantOfDate, orderOf, readDate } from './read-date.ts'

const LOOKED_AT = 5000
const DAY_MS = 86_400_000

export interface OrderHints {
  /** What the tracker is known to write; null: not known. */
  readonly preset: DateOrder | null
  readonly delimiter: string
  readonly now: number
}

/** How the days of a column are written: as the values that leave no choice are; else so that fewer lie in the future; else as the
 *  tracker writes them, with "AM" and "PM" the month first, and the day first for all others. 'iso' when no value leaves a choice. Pure. */
export function dateOrder(values: readonly string[], hints: OrderHints): DateOrder {
  const looked = values.slice(0, LOOKED_AT)
  const orders = looked.map(orderOf)
  const count = (order: string) => orders.filter((other) => other === order).length
  const [dayFirst, monthFirst] = [count('day_first'), count('month_first')]
  if (dayFirst !== monthFirst) return dayFirst > monthFirst ? 'day_first' : 'month_first'
  const unclear = looked.filter((_, index) => orders[index] === 'either')
  if (unclear.length === 0) return hints.preset ?? 'iso'
  const ahead = (order: DateOrder) => unclear.filter((value) => isAhead(value, order, hints.now)).length
  const [aheadDay, aheadMonth] = [ahead('day_first'), ahead('month_first')]
  if (aheadDay !== aheadMonth) return aheadDay < aheadMonth ? 'day_first' : 'month_first'
  if (hints.preset !== null && hints.preset !== 'iso') return hints.preset
  return hints.delimiter !== ';' && unclear.some((value) => /\d\s*[ap]\.?m\b/i.test(value))
    ? 'month_first'
    : 'day_first'
}

function isAhead(value: string, order: DateOrder, now: number): boolean {
  const date = readDate(value, order)
  const at = date === null ? null : instantOfDate(date, { zone: 'UTC', timeOfDay: '00:00' })
  return at !== null && at > now + DAY_MS
}
