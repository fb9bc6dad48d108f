import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Band, bandsOf } from './columns.ts'
import { withoutContactFooters } from './contact-footers.ts'
import { segmentsOf, type Segment } from './page-lines.ts'
import type { PdfContent, PdfPage } from './pdf-pages.ts'
import { withoutBullet } from './repair-text.ts'
import type { ResumeLine, ResumeLink, ResumeText } from './resume-line.ts'
import { withWholeCells } from './table-cells.ts'
import { withoutRepeated } from './repeated-lines.ts'

type Row = readonly Segment[]

interface Flow {
  /** Where the columns beside it begin; null for rows that go across the page. */
  readonly gutters: readonly number[] | null
  readonly rows: Row[]
}

/** Points by which columns of two pages may stand apart and be one. */
const SAME_GUTTER = 15
/** A line that ends here fills its column. */
const FULL_SHARE = 0.8

/** The lines of a PDF in the order in which they are read. */
export async function pdfLines({ pages, pageCount, isCut }: PdfContent): Promise<ResumeText> {
  const perPage: Segment[][] = []
  for (const [index, page] of pages.entries()) {
    perPage.push(segmentsOf(page, index))
    await nextTurn()
  }
  const once = withoutRepeated(perPage, pages)
  const { repeated } = once
  const { kept, footer } = withoutContactFooters(once.kept, { pages, repeated })
  const bands: Band[] = []
  for (const segments of kept) {
    bands.push(...bandsOf(segments))
    await nextTurn()
  }
  const footers = bandsOf(footer).flatMap((band): Flow[] =>
    band.kind === 'rows' ? [{ gutters: null, rows: [...band.rows] }] : [],
  )
  const lines = [...flowsOf(bands), ...footers].flatMap(({ rows }, flow) => linesOf(withWholeCells(rows, pages), flow))
  const stray = [...repeated, ...pages.flatMap(({ turned }) => turned)]
  return { lines, links: linksOf(pages, perPage), stray, pages: pageCount, isCut }
}

/** A column goes on in the column of the next page that stands below it. */
function flowsOf(bands: readonly Band[]): Flow[] {
  const flows: Flow[] = []
  for (const band of bands) {
    const last = flows.at(-1)
    const gutters = last?.gutters ?? null
    const open = gutters === null ? [] : flows.slice(-1 - gutters.length)
    if (band.kind === 'columns') {
      if (gutters !== null && isSameLayout(gutters, band.gutters))
        for (const [index, rows] of band.columns.entries()) open[index]?.rows.push(...rows)
      else flows.push(...band.columns.map((rows) => ({ gutters: band.gutters, rows: [...rows] })))
      continue
    }
    const isNext = gutters !== null && (band.rows[0]?.[0]?.page ?? 0) > (last?.rows.at(-1)?.[0]?.page ?? 0)
    const column = isNext ? columnOf(band.rows.flat(), gutters) : null
    const below = column === null ? undefined : open[column]
    if (below !== undefined) below.rows.push(...band.rows)
    else if (last !== undefined && gutters === null) last.rows.push(...band.rows)
    else flows.push({ gutters: null, rows: [...band.rows] })
  }
  return flows
}

function isSameLayout(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((gutter, at) => Math.abs(gutter - (other[at] ?? 0)) < SAME_GUTTER)
}

/** Which column all of it stands in; null for none. */
function columnOf(segments: readonly Segment[], gutters: readonly number[]): number | null {
  const edges = [-Infinity, ...gutters]
  const column = edges.findIndex((from, at) =>
    segments.every(({ x, right }) => x >= from - 3 && right <= (gutters[at] ?? Infinity)),
  )
  return column === -1 ? null : column
}

function linesOf(rows: readonly Row[], flow: number): ResumeLine[] {
  const rightEdge = Math.max(...rows.flat().map(({ right }) => right))
  const lines: ResumeLine[] = []
  let above: Segment | null = null
  let hanging: number | null = null
  for (const row of rows) {
    const [first] = row
    if (first === undefined) continue
    const whole = row.map(({ text }) => text).join('\t')
    const { text, isBullet } = withoutBullet(whole)
    if (text === '') continue
    const last = lines.at(-1)
    const step = above !== null && above.page === first.page ? first.y - above.y : 0
    const gap = step / (first.size || 1)
    const isTight = above !== null && (above.page !== first.page || gap < 1.9)
    // What a page begins with in another size is a heading.
    const isAlike = above?.page === first.page || last?.size === Math.max(...row.map(({ size }) => size))
    const isHanging = hanging !== null && first.x > hanging + 2 && isTight && isAlike
    const isSame = last !== undefined && above !== null && Math.abs(above.x - first.x) < 3 && last.size === first.size
    const fillsLine = above !== null && above.right > above.x + FULL_SHARE * (rightEdge - above.x)
    const goesOn = isSame && isTight && fillsLine && /^[\p{Ll}(]/u.test(text)
    lines.push({
      text: text.replaceAll('\t', '  '),
      cells: text
        .split('\t')
        .map((cell) => cell.trim())
        .filter((cell) => cell !== ''),
      ...looksOf(row),
      x: first.x,
      right: Math.max(...row.map(({ right }) => right)),
      size: Math.max(...row.map(({ size }) => size)),
      isBold: row.every(({ isBold }) => isBold) || first.isBold,
      isBullet,
      isWrapped: !isBullet && (isHanging || goesOn),
      gap: above === null || above.page !== first.page ? 3 : gap,
      flow,
      page: first.page,
    })
    if (isBullet) hanging = first.x
    else if (!isHanging) hanging = null
    above = row.at(-1) === first ? first : { ...first, right: row.at(-1)?.right ?? first.right }
  }
  return lines
}

/** Of a line of one piece. */
function looksOf([first, other]: Row): Pick<ResumeLine, 'looks'> {
  const looks = other === undefined ? (first?.looks ?? []) : []
  return looks.length > 1 ? { looks } : {}
}

/** Each link with the words that stand where it can be pressed. */
function linksOf(pages: readonly PdfPage[], perPage: readonly (readonly Segment[])[]): ResumeLink[] {
  return pages.flatMap(({ links }, index) =>
    links.map(({ url, left, right, top, bottom }) => {
      const middle = (top + bottom) / 2
      const under = perPage[index]?.find(
        (each) => each.x <= right && each.right >= left && middle <= each.y + 2 && middle >= each.y - 1.5 * each.size,
      )
      return { url, text: under?.text ?? '' }
    }),
  )
}
