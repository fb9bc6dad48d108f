import type { ResumeLine } from '../../file/resume-line.ts'
import type { DateSpan } from '../dates.ts'
import { labelled } from '../lexicon.ts'

/** A line of a section of entries, with what it looks like. */
export interface Typed {
  readonly line: ResumeLine
  /** The lines of the file that it is made of. */
  readonly parts: readonly ResumeLine[]
  readonly kind: 'date' | 'short' | 'text'
  readonly span: DateSpan | null
}

/** Points from which on a line is set in, and from which on it stands in another column. */
const INDENT = 4
const COLUMN = 60

/** The lines with those as text that are set in below the headers of the entries: what is said of a post, whatever dates it names.
 *  Only where several lines are set in alike. Pure, linear. */
export function withIndents(typed: readonly Typed[]): Typed[] {
  const isDate = ({ kind, line }: Typed) => kind === 'date' && !line.isBullet && line.right > 0
  const left = mostOf(typed.filter(isDate).map(({ line }) => line.x))
  if (left === null) return [...typed]
  const dated = typed.flatMap((each, at) => (isDate(each) && isNear(each.line.x, left) ? [at] : []))
  const below = mostOf(dated.flatMap((at) => belowOf(typed, at, left)))
  const counts = new Map<number, number>()
  for (const { line } of typed) counts.set(Math.round(line.x), (counts.get(Math.round(line.x)) ?? 0) + 1)
  const isSetIn = ({ x }: ResumeLine) => {
    if ((counts.get(Math.round(x)) ?? 0) < 2 || (below !== null && isNear(x, below))) return false
    return [left, ...(below === null ? [] : [below])].some((edge) => x - edge > INDENT && x - edge < COLUMN)
  }
  return typed.map((each) =>
    each.line.right > 0 &&
    !isBesideDate(each) &&
    isSetIn(each.line) &&
    labelled(each.line.text, each.line.cells) === null
      ? { ...each, kind: 'text', span: null }
      : each,
  )
}

/** A span in a cell of its own: a column of dates may be set from the right. */
function isBesideDate({ line, kind, span }: Typed): boolean {
  return kind === 'date' && span !== null && isDateCell(line, span)
}

/** Whether a span of time fills the first cell of several. Pure. */
export function isDateCell({ cells }: ResumeLine, { from, to, isRange }: DateSpan): boolean {
  const [first = '', ...others] = cells
  return isRange && others.length > 0 && from <= 1 && first.length <= to + 2
}

/** Where the header goes on below a date that stands alone, or beside it in a column of its own. */
function belowOf(typed: readonly Typed[], at: number, left: number): number[] {
  const [above, date, next] = [typed[at - 1], typed[at], typed[at + 1]]
  if (date === undefined || next === undefined || next.kind === 'date') return []
  const isAlone = date.span !== null && date.span.to - date.span.from >= date.line.text.length - 4
  const isHeaderAbove = above?.kind === 'short' && isNear(above.line.x, left)
  return next.line.x - left > COLUMN || (isAlone && !isHeaderAbove) ? [next.line.x] : []
}

const isNear = (left: number, right: number) => Math.abs(left - right) < 3

/** The most frequent one, the smallest of them; null for none. */
function mostOf(values: readonly number[]): number | null {
  const count = (value: number) => values.filter((other) => isNear(other, value)).length
  const sorted = [...new Set(values)].toSorted((a, b) => a - b)
  return sorted.reduce<number | null>(
    (best, value) => (best === null || count(value) > count(best) ? value : best),
    null,
  )
}
