import { findSpans, hasDate } from '../read/dates.ts'
import { isHeadingText, isLabelText } from '../read/lexicon.ts'
import type { Segment } from './page-lines.ts'

/** A part of a page that is read from top to bottom: rows across it, or columns side by side. `gutters`: where each column but the
 *  first begins. */
export type Band =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly Segment[])[] }
  | { readonly kind: 'columns'; readonly gutters: readonly number[]; readonly columns: readonly (readonly Row[])[] }

type Row = readonly Segment[]

const MIN_ROWS = 4
const MIN_CLEAN_ROWS = 2
/** Most of what one side of a table holds. */
const TABLE_SHARE = 0.7
const NAMED_SHARE = 0.45
const MAX_CROSSING_SHARE = 0.35
/** Two texts side by side share no baselines but by chance. */
const BESIDE_SHARE = 0.85
/** How many edges are tried as that of a column, those first at which most lines begin. */
const MAX_EDGES = 40

/** How a page is to be read. Two columns of text are read one after the other; a table (dates or labels on one side) row by row. Pure. */
export function bandsOf(segments: readonly Segment[]): Band[] {
  const rows = rowsOf(segments)
  const gutter = findGutter(segments)
  if (gutter === null) return [{ kind: 'rows', rows }]
  const groups: { rows: Row[]; isAcross: boolean }[] = []
  for (const row of rows) {
    const isWide = row.some((segment) => isAcross(segment, gutter))
    const last = groups.at(-1)
    if (last !== undefined && last.isAcross === isWide) last.rows.push(row)
    else groups.push({ rows: [row], isAcross: isWide })
  }
  const sides = groups.map((group) => (group.isAcross ? null : sidesOf(group.rows, gutter)))
  // Too few rows to tell by themselves are read as the others of the page are.
  const hasTable = sides.some((side) => side !== null && side.rows.length > 1 && isTable(side))
  return groups.map((group, at): Band => {
    const side = sides[at] ?? null
    if (side === null) return { kind: 'rows', rows: group.rows }
    const isPartOfTable = isTable(side) || (hasTable && !hasHeading(side.right))
    return isPartOfTable ? { kind: 'rows', rows: joinWrapped(side.rows, gutter) } : columnsOf(side)
  })
}

interface Sides {
  readonly gutter: number
  readonly rows: readonly Row[]
  readonly left: readonly Row[]
  readonly right: readonly Row[]
}

/** Null where nothing stands on one side. */
function sidesOf(rows: readonly Row[], gutter: number): Sides | null {
  const left = rows.map((row) => row.filter((segment) => isLeft(segment, gutter))).filter((row) => row.length > 0)
  const right = rows.map((row) => row.filter((segment) => !isLeft(segment, gutter))).filter((row) => row.length > 0)
  return left.length === 0 || right.length === 0 ? null : { gutter, rows, left, right }
}

const isHeading = (row: Row) => row.some(({ text }) => isHeadingText(text))
const hasHeading = (side: readonly Row[]) => side.some(isHeading)

function rowsOf(segments: readonly Segment[]): Row[] {
  const rows: Segment[][] = []
  for (const segment of segments) {
    const last = rows.at(-1)
    const [first] = last ?? []
    if (last && first && Math.abs(first.y - segment.y) <= 0.45 * Math.min(first.size, segment.size, 14))
      last.push(segment)
    else rows.push([segment])
  }
  return rows.map((row) => row.toSorted((left, right) => left.x - right.x))
}

const isLeft = (segment: Segment, gutter: number) => segment.right <= gutter
const isAcross = (segment: Segment, gutter: number) => !isLeft(segment, gutter) && segment.x < gutter - 1

/** Where the right column begins: an edge at which many lines begin and which few lines cross. `isClean`: no line may cross it, and few
 *  need to begin there. */
function findGutter(segments: readonly Segment[], isClean = false): number | null {
  const least = isClean ? MIN_CLEAN_ROWS : MIN_ROWS
  const edges = new Map<number, number>()
  for (const { x } of segments) edges.set(Math.round(x / 3), (edges.get(Math.round(x / 3)) ?? 0) + 1)
  let best: { gutter: number; worth: number } | null = null
  const likely = [...edges].filter(([, count]) => count >= least).toSorted((a, b) => b[1] - a[1])
  for (const [edge, count] of likely.slice(0, MAX_EDGES)) {
    const gutter = segments.reduce(
      (smallest, { x }) => (Math.abs(Math.round(x / 3) - edge) <= 1 ? Math.min(smallest, x) : smallest),
      Infinity,
    )
    const left = segments.filter((segment) => isLeft(segment, gutter)).length
    const across = segments.filter((segment) => isAcross(segment, gutter)).length
    const right = segments.length - left - across
    if (left < least || right < least || across > (isClean ? 0 : MAX_CROSSING_SHARE * segments.length)) continue
    const worth = Math.min(left, right) + count - 3 * across
    if (best === null || worth > best.worth) best = { gutter, worth }
  }
  return best?.gutter ?? null
}

/** Two columns, or three where one of them holds two under headings of their own. */
function columnsOf({ gutter, left, right }: Sides): Band {
  const [one, two] = [partedOf(left), partedOf(right)]
  if (one !== null) return { kind: 'columns', gutters: [one.gutter, gutter], columns: [one.left, one.right, right] }
  if (two !== null) return { kind: 'columns', gutters: [gutter, two.gutter], columns: [left, two.left, two.right] }
  return { kind: 'columns', gutters: [gutter], columns: [left, right] }
}

function partedOf(rows: readonly Row[]): Sides | null {
  const gutter = findGutter(rows.flat(), true)
  const sides = gutter === null ? null : sidesOf(rows, gutter)
  return sides !== null && hasHeading(sides.left) && hasHeading(sides.right) && !isTable(sides) ? sides : null
}

function isTable({ gutter, rows, left, right }: Sides): boolean {
  const both = rows.filter(
    (row) => row.some((each) => isLeft(each, gutter)) && row.some((each) => !isLeft(each, gutter)),
  )
  const besideLeft = both.length / left.length
  const besideRight = both.length / right.length
  const dated = (side: readonly Row[]) =>
    side.filter((row) => row.some(({ text }) => hasDate(text))).length / side.length
  const marked =
    left.filter((row) => row.some(({ text }) => hasDate(text) || isHeadingText(text) || isLabelText(text))).length /
    left.length
  const texts = left.map((row) => row.map(({ text }) => text).join(' '))
  const named = texts.filter((text, at) => hasDate(text) || isPartOfLabel(texts, at)).length / left.length
  if ((marked >= TABLE_SHARE || named >= NAMED_SHARE) && besideLeft >= 0.5) return true
  if (dated(left) >= 0.4 && besideLeft >= BESIDE_SHARE) return true
  if (marginOfDates(left) >= TABLE_SHARE && besideLeft >= BESIDE_SHARE) return true
  if (dated(right) >= 0.4 && besideRight >= TABLE_SHARE) return true
  const headings = (side: readonly Row[]) => side.filter(isHeading).length
  // Parts one below the other, their headings at the left edge, and a value beside every line.
  const fields = left.filter((row) => !isHeading(row)).length
  if (headings(right) === 0 && headings(left) > 1 && both.length / fields >= TABLE_SHARE) return true
  // Nothing tells what stands on the right but what stands beside it.
  if (headings(right) === 0 && headings(left) > 0 && dated(left) >= 0.25 && besideRight >= 0.6) return true
  return headings(right) === 0 && besideRight >= BESIDE_SHARE && left.length >= right.length
}

/** The share of the left column that is dates, or what stands right under one: the place. A column with headings of its own has none. */
function marginOfDates(left: readonly Row[]): number {
  if (left.some(isHeading)) return 0
  const isDated = left.map((row) => row.some(({ text }) => hasDate(text)))
  return (
    left.filter((row, at) => isDated[at] === true || isUnder(left[at - 1], row, isDated[at - 1] === true)).length /
    left.length
  )
}

function isUnder(above: Row | undefined, row: Row, isDate: boolean): boolean {
  const [one, other] = [above?.[0], row[0]]
  return (
    isDate && one !== undefined && other !== undefined && one.page === other.page && other.y - one.y <= 2 * one.size
  )
}

/** A label may take two lines. */
function isPartOfLabel(texts: readonly string[], at: number): boolean {
  const [before, text, after] = [texts[at - 1] ?? '', texts[at] ?? '', texts[at + 1] ?? '']
  return isLabelText(text) || isLabelText(`${before} ${text}`) || isLabelText(`${text} ${after}`)
}

/** "03/2019 –" above "heute" in the column of dates is one span, and a label of two lines is one label. */
function joinWrapped(rows: readonly Row[], gutter: number): Row[] {
  const joined: Segment[][] = []
  let open: { row: Segment[]; date: Segment } | null = null
  for (const row of rows) {
    const [first] = row
    const date = first !== undefined && isLeft(first, gutter) ? first : null
    if (open !== null && date !== null && isOneField(open.date, date)) {
      open.row[0] = { ...open.date, text: `${open.date.text} ${date.text}` }
      open = null
      if (row.length > 1) joined.push(row.slice(1))
      continue
    }
    const own = [...row]
    joined.push(own)
    if (date !== null) open = { row: own, date }
  }
  return joined
}

/** Whether two lines of a column make one span or label that the first alone does not. */
function isOneField(above: Segment, below: Segment): boolean {
  if (below.page !== above.page || below.y - above.y > 2 * above.size) return false
  if (isLabelText(`${above.text} ${below.text}`)) return true
  if (findSpans(above.text).length !== 1) return false
  const [whole, other] = findSpans(`${above.text} ${below.text}`)
  const isWhole = whole !== undefined && other === undefined && whole.to - whole.from >= above.text.length + 2
  return isWhole && whole.isRange
}
