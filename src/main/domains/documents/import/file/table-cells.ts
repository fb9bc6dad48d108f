import { hasDate } from '../read/dates.ts'
import { institutionWords } from '../read/lexicon.ts'
import { isNamedCity, isPlace, splitPlace } from '../read/person/places.ts'
import type { Segment } from './page-lines.ts'
import type { PdfPage } from './pdf-pages.ts'
import { withoutBullet } from './repair-text.ts'

type Row = readonly Segment[]

/** Points by which what stands in one column begins apart. */
const SAME_EDGE = 2
/** In heights of its letters. */
const MAX_STEP = 1.9
const MAX_REST_WORDS = 3

/** The rows of a table of dates with each cell whole: what a narrow column broke is one piece again, and what stands below the first line
 *  of a row follows column by column. Other rows as they are. Pure, linear. */
export function withWholeCells(rows: readonly Row[], pages: readonly Pick<PdfPage, 'width'>[]): Row[] {
  const whole: Row[] = []
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? []
    const below = isDated(row) ? belowOf(rows, at) : []
    if (below.length === 0) whole.push(row)
    else whole.push(...entryRows(row, { below, edge: edgeOf(rows, pages[row[0]?.page ?? 0]) }))
    at += below.length
  }
  return whole
}

/** Where the text of the page ends at the latest: its margins are alike. */
function edgeOf(rows: readonly Row[], page: Pick<PdfPage, 'width'> | undefined): number {
  const [left, right] = rows
    .flat()
    .reduce(([least, most], each) => [Math.min(least, each.x), Math.max(most, each.right)], [Infinity, 0])
  return Math.max(right, (page?.width ?? 0) - left)
}

const isDated = ([date, ...others]: Row) => date !== undefined && others.length > 0 && hasDate(date.text)

/** The rows below that have nothing under the date, and whose pieces all begin where those of the first row do. */
function belowOf(rows: readonly Row[], at: number): Row[] {
  const [date, ...cells] = rows[at] ?? []
  const below: Row[] = []
  let above = date
  for (const row of rows.slice(at + 1)) {
    const [first] = row
    if (first === undefined || above === undefined || first.page !== above.page) break
    if (first.y - above.y > MAX_STEP * first.size || (date !== undefined && first.x <= date.x + SAME_EDGE)) break
    if (!row.every(({ x }) => cells.some((cell) => x >= cell.x - SAME_EDGE))) break
    below.push(row)
    above = first
  }
  return below
}

function entryRows(row: Row, { below, edge }: { below: readonly Row[]; edge: number }): Row[] {
  const [date, ...cells] = row
  const columns = cells.map((cell, at) => {
    const from = cell.x - SAME_EDGE
    const next = cells[at + 1]?.x
    const own = below.flatMap((each) => each.filter(({ x }) => x >= from && x < (next ?? Infinity) - SAME_EDGE))
    return wholeCell(
      cell,
      own,
      next === undefined ? { edge, isLast: true } : { edge: next - cell.size / 2, isLast: false },
    )
  })
  if (date === undefined) return []
  // A line of its own stays one: its pieces may stand beside each other.
  const rest = cells.length === 1 ? below.filter((each) => each.every((part) => columns[0]?.rest.includes(part))) : []
  return [
    [date, ...columns.map(({ cell }) => cell)],
    ...(cells.length === 1 ? rest : columns.flatMap((column) => column.rest.map((each) => [each]))),
  ]
}

/** A cell with the lines that its words were wrapped into, and what stands below that. */
function wholeCell(
  cell: Segment,
  below: readonly Segment[],
  { edge, isLast }: { edge: number; isLast: boolean },
): { cell: Segment; rest: readonly Segment[] } {
  let whole = cell
  let last = cell
  let count = 0
  for (const next of below) {
    if (!isWrap(last, next, edge) || (isLast && !isRest(last, next))) break
    whole = { ...whole, text: `${whole.text}${/\p{L}-$/u.test(whole.text) ? '' : ' '}${next.text}` }
    last = next
    count += 1
  }
  return { cell: whole, rest: below.slice(count) }
}

/** Whether the first word below had no room in the line above. */
function isWrap(above: Segment, below: Segment, edge: number): boolean {
  const isSameLook = above.isBold === below.isBold || (above.looks?.length ?? 0) > 1
  const isAlike = above.size === below.size && isSameLook && Math.abs(above.x - below.x) <= SAME_EDGE
  if (!isAlike || withoutBullet(below.text).isBullet) return false
  if ((isPlace(below.text) || isNamedCity(below.text)) && !isOpen(above.text)) return false
  const width = (below.right - below.x) / Math.max(below.text.length, 1)
  const word = /^\S+/u.exec(below.text)?.[0].length ?? 0
  return above.right + (word + 1) * width > edge
}

/** What was done stands below as well: only few words, or a place, are the rest of a header that does not end with its place. */
function isRest({ text: above }: Segment, { text }: Segment): boolean {
  return splitPlace(above).place === '' && (text.split(' ').length <= MAX_REST_WORDS || splitPlace(text).place !== '')
}

/** "Technische Universität" and "University of": the name of the place belongs to it. */
function isOpen(text: string): boolean {
  const last = /\S+$/u.exec(text)?.[0] ?? ''
  return institutionWords(last) > 0 || /^(?:of|de|di|do|zu|da|van|w|för)$/u.test(last)
}
