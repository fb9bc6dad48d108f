import type { PdfPage, Run } from './pdf-pages.ts'
import { joinSpacedLetters } from './repair-text.ts'

/** Pieces of one baseline that no wide gap parts. */
export interface Segment {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly isBold: boolean
  readonly page: number
  /** Its pieces where the letters turn bold, slanted or back. */
  readonly looks?: readonly string[]
}

/** In parts of the size of the letters. */
const SAME_BASELINE = 0.45
const WIDE_GAP = 1.2
const WORD_GAP = 0.16
/** Bold letters are also made by writing a text twice. */
const TWICE = 0.12

/** The segments of a page, from top to bottom and from left to right. Where many lines begin, a column of a table begins, and a line
 *  is parted there however narrow the gap. Pure, n log n. */
export function segmentsOf({ runs }: PdfPage, page: number): Segment[] {
  const words = runs.filter(({ text }) => text.trim() !== '')
  const rows = rowsOf(words)
  const edges = edgesOf(rows.flatMap((row) => splitRow(row, { page, edges: NO_EDGES })))
  return rows.flatMap((row) => withSigns(splitRow(row, { page, edges })))
}

const SIGN = /^[•●▪■◦○∙·‣⁃►▸▶➢➤✓✔❖◆♦§*–—-]$/u
/** Sizes of the letters by which the sign of a list stands before its text. */
const SIGN_GAP = 3

/** The segments of a row, the sign of a list with what it stands before: signs alone make no column. */
function withSigns(row: readonly Segment[]): Segment[] {
  const whole: Segment[] = []
  for (const segment of row) {
    const sign = whole.at(-1)
    const isListed = sign !== undefined && SIGN.test(sign.text) && segment.x - sign.right < SIGN_GAP * segment.size
    if (isListed) whole[whole.length - 1] = { ...segment, text: `${sign.text} ${segment.text}`, x: sign.x }
    else whole.push(segment)
  }
  return whole
}

const NO_EDGES: ReadonlySet<number> = new Set()
const EDGE_LINES = 4

/** The rounded left edges at which many segments begin that stand beside or below each other. */
function edgesOf(segments: readonly Segment[]): ReadonlySet<number> {
  const counts = new Map<number, number>()
  for (const { x } of segments) counts.set(Math.round(x), (counts.get(Math.round(x)) ?? 0) + 1)
  return new Set([...counts].flatMap(([edge, count]) => (count >= EDGE_LINES ? [edge] : [])))
}

function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: { y: number; size: number; runs: Run[] }[] = []
  for (const run of runs.toSorted((left, right) => left.y - right.y)) {
    const last = rows.at(-1)
    const reach = SAME_BASELINE * Math.min(Math.max(run.size, last?.size ?? 0), 14)
    if (last !== undefined && run.y - last.y <= reach) {
      last.runs.push(run)
      // The row stands where most of it stands, not where its highest sign does.
      if (run.size > last.size) Object.assign(last, { size: run.size })
    } else rows.push({ y: run.y, size: run.size, runs: [run] })
  }
  return rows.map((row) => row.runs.toSorted((left, right) => left.x - right.x))
}

function splitRow(row: readonly Run[], { page, edges }: { page: number; edges: ReadonlySet<number> }): Segment[] {
  const segments: Segment[] = []
  let group: Run[] = []
  let end = -Infinity
  for (const run of row) {
    const last = group.at(-1)
    if (last !== undefined && isTwice(last, run)) continue
    const isWide = last !== undefined && run.x - end > WIDE_GAP * Math.max(last.size, run.size)
    const isEdge = edges.has(Math.round(run.x)) && run.x - end > -0.1 * run.size && isWordEnd(last, run)
    if (last !== undefined && (isWide || isEdge)) {
      segments.push(segmentOf(group, page))
      group = []
      end = -Infinity
    }
    group.push(run)
    end = Math.max(end, run.x + run.width)
  }
  if (group.length > 0) segments.push(segmentOf(group, page))
  return segments
}

/** A letter set apart from its word is no column: what stands before is a word of its own, or far enough. */
function isWordEnd(last: Run | undefined, run: Run): boolean {
  return last !== undefined && (run.text.trim().length > 1 || last.text.endsWith(' '))
}

function isTwice(last: Run, run: Run): boolean {
  return last.text === run.text && Math.abs(last.x - run.x) < TWICE * run.size && run.text.trim().length > 0
}

const SPACED_WORD = /^\s*(?:\S )+\S\s*$/u

/** Two words whose letters stand apart: the space between them is no wider than those within them. */
function isSpacedOut(last: Run | null, run: Run): boolean {
  return last !== null && SPACED_WORD.test(last.text) && SPACED_WORD.test(run.text)
}

function segmentOf(group: readonly Run[], page: number): Segment {
  let text = ''
  let end: number | null = null
  let last: Run | null = null
  for (const run of group) {
    const isApart = end !== null && run.x - end > WORD_GAP * run.size
    if (isApart && !text.endsWith(' ') && !run.text.startsWith(' ')) text += isSpacedOut(last, run) ? '  ' : ' '
    text += run.text
    last = run
    end = run.x + run.width
  }
  const longest = group.toSorted((left, right) => right.text.length - left.text.length)[0]
  const letters = group.reduce((sum, { text: piece }) => sum + piece.trim().length, 0)
  const bold = group.reduce((sum, run) => sum + (run.isBold ? run.text.trim().length : 0), 0)
  return {
    text: joinSpacedLetters(text).trim(),
    x: group[0]?.x ?? 0,
    right: group.reduce((most, { x, width }) => Math.max(most, x + width), -Infinity),
    y: longest?.y ?? 0,
    size: longest?.size ?? 0,
    isBold: bold > letters / 2,
    page,
    looks: looksOf(group),
  }
}

/** The texts of the runs, those of one font together. */
function looksOf(group: readonly Run[]): string[] {
  const looks: { text: string; look: string }[] = []
  for (const run of group) {
    const last = looks.at(-1)
    const look = `${run.isBold ? 'bold ' : ''}${run.font ?? ''}`
    if (last === undefined || (last.look !== look && run.text.trim() !== '')) looks.push({ text: run.text, look })
    else last.text = `${last.text} ${run.text}`
  }
  return looks.map(({ text }) => text.replaceAll(/\s+/gu, ' ').trim()).filter((text) => text !== '')
}
