import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Band, bandsOf } from './columns.ts'
import { segmentsOf, type Segment } from './page-lines.ts'
import type { PdfContent, PdfPage } from './pdf-pages.ts'
import { withoutBullet } from './repair-text.ts'
import type { ResumeLine, ResumeLink, ResumeText } from './resume-line.ts'
import { withoutRepeated } from './repeated-lines.ts'

type Row = readonly Segment[]

interface Flow {
  /** Null for rows that go across the page. */
  readonly gutter: number | null
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
  const { kept, repeated } = withoutRepeated(perPage, pages)
  const bands: Band[] = []
  for (const segments of kept) {
    bands.push(...bandsOf(segments))
    await nextTurn()
  }
  const lines = flowsOf(bands).flatMap(({ rows }, flow) => linesOf(rows, flow))
  const stray = [...repeated, ...pages.flatMap(({ turned }) => turned)]
  return { lines, links: linksOf(pages, perPage), stray, pages: pageCount, isCut }
}

/** A column goes on in the column of the next page that stands below it. */
function flowsOf(bands: readonly Band[]): Flow[] {
  const flows: Flow[] = []
  for (const band of bands) {
    const [left, right] = [flows.at(-2), flows.at(-1)]
    const gutter = right?.gutter ?? null
    const open = left !== undefined && right !== undefined && gutter !== null ? { left, right, gutter } : null
    if (band.kind === 'columns') {
      if (open && Math.abs(open.gutter - band.gutter) < SAME_GUTTER) {
        open.left.rows.push(...band.left)
        open.right.rows.push(...band.right)
      } else flows.push({ gutter: band.gutter, rows: [...band.left] }, { gutter: band.gutter, rows: [...band.right] })
      continue
    }
    const isNext = open !== null && (band.rows[0]?.[0]?.page ?? 0) > (open.right.rows.at(-1)?.[0]?.page ?? 0)
    const all = band.rows.flat()
    if (isNext && all.every(({ x }) => x >= open.gutter - 3)) open.right.rows.push(...band.rows)
    else if (isNext && all.every(({ right: end }) => end <= open.gutter)) open.left.rows.push(...band.rows)
    else flows.push({ gutter: null, rows: [...band.rows] })
  }
  return flows
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
    const isHanging = hanging !== null && first.x > hanging + 2 && isTight
    const isSame = last !== undefined && above !== null && Math.abs(above.x - first.x) < 3 && last.size === first.size
    const fillsLine = above !== null && above.right > above.x + FULL_SHARE * (rightEdge - above.x)
    const goesOn = isSame && isTight && fillsLine && /^[\p{Ll}(]/u.test(text)
    lines.push({
      text: text.replaceAll('\t', '  '),
      cells: text
        .split('\t')
        .map((cell) => cell.trim())
        .filter((cell) => cell !== ''),
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
