import type { ResumeLine } from '../../file/resume-line.ts'
import { findSpans } from '../dates.ts'
import type { WholeLine } from './whole-lines.ts'

/** How many lines below its first half the second half of a span stands, at most: the title may stand between. */
const REACH = 2
const MAX_CHARS = 24

/** The lines with the spans of a narrow column of dates as one: "2022-03 -" beside a title over "obecnie" beside its employer. What stood
 *  beside the second half stays a line of its own. Pure, linear. */
export function withWholeSpans(lines: readonly ResumeLine[]): WholeLine[] {
  const whole: WholeLine[] = lines.map((line) => ({ line, parts: [line] }))
  for (const [at, { line, parts }] of whole.entries()) {
    const first = line.cells[0] ?? ''
    if (line.isBullet || !isOpenEnd(first)) continue
    const below = whole.slice(at + 1, at + 1 + REACH).findIndex((next) => isOtherEnd(first, next.line))
    const other = whole[at + 1 + below]
    if (below === -1 || other === undefined || other.line.flow !== line.flow) continue
    const [end = '', ...rest] = other.line.cells
    const joined = withCells(line, [`${first} ${end}`, ...line.cells.slice(1)])
    whole[at] = { line: joined, parts: rest.length === 0 ? [...parts, ...other.parts] : parts }
    whole[at + 1 + below] = { line: withCells(other.line, rest), parts: other.parts }
  }
  return whole.filter(({ line }) => line.text !== '')
}

const withCells = (line: ResumeLine, cells: readonly string[]): ResumeLine => ({
  ...line,
  text: cells.join('  '),
  cells,
})

/** "2022-03 –": a date and the sign that parts it from another. */
function isOpenEnd(text: string): boolean {
  if (text.length > MAX_CHARS || !/[–—-]\s*$/u.test(text)) return false
  const spans = findSpans(text.replace(/\s*[–—-]\s*$/u, ''))
  const [span] = spans
  return spans.length === 1 && span !== undefined && !span.isRange && span.from <= 1
}

/** A date, or a word for today, that alone fills its cell and ends the span. */
function isOtherEnd(first: string, { cells: [end = ''], isBullet }: ResumeLine): boolean {
  if (isBullet || end.length > MAX_CHARS) return false
  const [span, other] = findSpans(`${first} ${end}`)
  if (span === undefined || other !== undefined || !span.isRange) return false
  return span.to >= first.length + 1 + end.length && span.to > first.length + 1
}
