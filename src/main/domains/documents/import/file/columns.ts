import { findSpans, hasDate } from '../read/dates.ts'
import { isHeadingText, isLabelText } from '../read/lexicon.ts'
import type { Segment } from './page-lines.ts'

/** A part of a page that is read from top to bottom: rows across it, or two columns side by side. */
export type Band =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly Segment[])[] }
  | { readonly kind: 'columns'; readonly gutter: number; readonly left: readonly Row[]; readonly right: readonly Row[] }

type Row = readonly Segment[]

const MIN_ROWS = 4
/** Points of white between two columns. */
const MIN_WHITE = 6
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
  const bands: Band[] = []
  let open: Row[] = []
  const close = () => {
    if (open.length > 0) bands.push(bandOf(open, gutter))
    open = []
  }
  let across: Row[] = []
  for (const row of rows) {
    if (row.some((segment) => isAcross(segment, gutter))) {
      close()
      across.push(row)
      continue
    }
    if (across.length > 0) bands.push({ kind: 'rows', rows: across })
    across = []
    open.push(row)
  }
  close()
  if (across.length > 0) bands.push({ kind: 'rows', rows: across })
  return bands
}

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

const isLeft = (segment: Segment, gutter: number) => segment.right <= gutter - MIN_WHITE / 2
const isAcross = (segment: Segment, gutter: number) => !isLeft(segment, gutter) && segment.x < gutter - 1

/** Where the right column begins: an edge at which many lines begin and which few lines cross. */
function findGutter(segments: readonly Segment[]): number | null {
  const edges = new Map<number, number>()
  for (const { x } of segments) edges.set(Math.round(x / 3), (edges.get(Math.round(x / 3)) ?? 0) + 1)
  let best: { gutter: number; worth: number } | null = null
  const likely = [...edges].filter(([, count]) => count >= MIN_ROWS).toSorted((a, b) => b[1] - a[1])
  for (const [edge, count] of likely.slice(0, MAX_EDGES)) {
    const gutter = segments.reduce(
      (least, { x }) => (Math.abs(Math.round(x / 3) - edge) <= 1 ? Math.min(least, x) : least),
      Infinity,
    )
    const left = segments.filter((segment) => isLeft(segment, gutter)).length
    const across = segments.filter((segment) => isAcross(segment, gutter)).length
    const right = segments.length - left - across
    if (left < MIN_ROWS || right < MIN_ROWS || across > MAX_CROSSING_SHARE * segments.length) continue
    const worth = Math.min(left, right) + count - 3 * across
    if (best === null || worth > best.worth) best = { gutter, worth }
  }
  return best?.gutter ?? null
}

function bandOf(rows: readonly Row[], gutter: number): Band {
  const left = rows.map((row) => row.filter((segment) => isLeft(segment, gutter))).filter((row) => row.length > 0)
  const right = rows.map((row) => row.filter((segment) => !isLeft(segment, gutter))).filter((row) => row.length > 0)
  if (left.length === 0 || right.length === 0) return { kind: 'rows', rows }
  return isTable(rows, { gutter, left, right })
    ? { kind: 'rows', rows: joinWrapped(rows, gutter) }
    : { kind: 'columns', gutter, left, right }
}

function isTable(
  rows: readonly Row[],
  { gutter, left, right }: { gutter: number; left: readonly Row[]; right: readonly Row[] },
): boolean {
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
  if (dated(right) >= 0.4 && besideRight >= TABLE_SHARE) return true
  const headings = (side: readonly Row[]) => side.filter((row) => row.some(({ text }) => isHeadingText(text))).length
  return headings(right) === 0 && besideRight >= BESIDE_SHARE && left.length >= right.length
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
