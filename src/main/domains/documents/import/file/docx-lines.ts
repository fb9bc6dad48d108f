import { setImmediate as nextTurn } from 'node:timers/promises'
import { load } from 'cheerio'
import { isContactText } from './contact-footers.ts'
import { repairText, withoutBullet } from './repair-text.ts'
import type { ResumeLine, ResumeLink, ResumeText } from './resume-line.ts'

type Root = NonNullable<ReturnType<ReturnType<typeof load>['root']>[0]>
type AnyNode = Root['children'][number]
type Element = Extract<AnyNode, { readonly attribs: object }>

const HEADING_SIZES: Readonly<Record<string, number>> = { h1: 20, h2: 16, h3: 14, h4: 12, h5: 12, h6: 12 }
const TEXT_SIZE = 11
const LIST_INDENT = 18
/** Deeper than any word processor writes. */
const MAX_DEPTH = 100
const MAX_LINES = 20_000
/** A cell with more lines is a column of its own text, not a field of a table. */
const COLUMN_LINES = 5
const COLUMN_ROWS = 3
/** What headers and footers hold together, in bytes and in files: those of a résumé are far below. */
const MARGIN_BYTES = 256 * 1024
const MARGIN_FILES = 20

/** What a part of the text stands in. */
interface Place {
  readonly flow: number
  readonly depth: number
  readonly size: number
  readonly isBullet: boolean
  readonly isBold: boolean
}

interface Piece {
  readonly text: string
  readonly isBold: boolean
  readonly isSlanted?: boolean
}

interface Collector {
  readonly lines: ResumeLine[]
  readonly links: ResumeLink[]
  flows: number
}

/** The lines of a DOCX in the order of its text: tables row by row, a table that only parts the page column by column. Loads the reader
 *  of DOCX: import lazily. Throws what that reader throws. */
export async function docxLines(bytes: Buffer, parts: ReadonlyMap<string, Buffer>): Promise<ResumeText> {
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    { externalFileAccess: false, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
  )
  await nextTurn()
  const body = load(value, null, false).root()[0]
  const into: Collector = { lines: [], links: [], flows: 0 }
  const margins = marginFiles(parts)
  const head = await marginLines(margins.files, 'header')
  for (const text of head) push(into, { pieces: [{ text, isBold: false }], place: start(0) })
  into.flows = 1
  if (body !== undefined) walk(body.children, start(1), into)
  const footer = await marginLines(margins.files, 'footer')
  const isContact = footer.some(isContactText)
  if (isContact) {
    into.flows += 1
    for (const text of footer) push(into, { pieces: [{ text, isBold: false }], place: start(into.flows) })
  }
  const stray = isContact ? [] : footer
  const isCut = margins.isCut || into.lines.length >= MAX_LINES
  return { lines: into.lines.slice(0, MAX_LINES), links: into.links, stray, pages: null, isCut }
}

const start = (flow: number): Place => ({ flow, depth: 0, size: TEXT_SIZE, isBullet: false, isBold: false })

interface MarginFile {
  readonly name: string
  readonly xml: Buffer
}

/** The headers and footers, in the order of the file, as far as there is room for them. */
function marginFiles(parts: ReadonlyMap<string, Buffer>): { readonly files: MarginFile[]; readonly isCut: boolean } {
  const all = [...parts].filter(([name]) => /^word\/(?:header|footer)\d*\.xml$/u.test(name))
  const files: MarginFile[] = []
  let bytes = 0
  for (const [name, xml] of all) {
    if (files.length >= MARGIN_FILES || bytes + xml.length > MARGIN_BYTES) continue
    bytes += xml.length
    files.push({ name, xml })
  }
  return { files, isCut: files.length < all.length }
}

/** Headers or footers, which the reader of DOCX leaves out: their paragraphs, each once. Others get their turns in between. */
async function marginLines(files: readonly MarginFile[], kind: 'header' | 'footer'): Promise<string[]> {
  const lines = new Set<string>()
  for (const { name, xml } of files) {
    if (!name.startsWith(`word/${kind}`)) continue
    for (const line of paragraphsOf(xml)) lines.add(line)
    await nextTurn()
  }
  return [...lines]
}

function paragraphsOf(xml: Buffer): string[] {
  const $ = load(xml.toString('utf8'), { xml: true })
  const lines = $('w\\:p')
    .toArray()
    .slice(0, 200)
    .map((paragraph) => {
      const pieces = $(paragraph)
        .find('w\\:t, w\\:tab, w\\:br')
        .toArray()
        .map((node) => (node.name === 'w:t' ? $(node).text() : '\t'))
      return repairText(pieces.join('')).trim()
    })
  return lines.filter((line) => line !== '')
}

function walk(nodes: readonly AnyNode[], place: Place, into: Collector): void {
  let inline: Piece[] = []
  const flush = () => {
    if (inline.length > 0) push(into, { pieces: inline, place })
    inline = []
  }
  for (const node of nodes) {
    if (into.lines.length >= MAX_LINES || place.depth > MAX_DEPTH) return
    if ('data' in node) {
      inline.push({ text: node.data, isBold: place.isBold })
      continue
    }
    if (!('attribs' in node)) continue
    if (isBlock(node)) {
      flush()
      block(node, place, into)
    } else inline.push(...inlinePieces(node, place, into))
  }
  flush()
}

const BLOCKS = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'table',
  'tbody',
  'thead',
  'tr',
  'td',
  'th',
  'div',
  'dl',
])
const isBlock = (node: Element) => BLOCKS.has(node.name)

function block(node: Element, place: Place, into: Collector): void {
  const inner = { ...place, depth: place.depth + 1 }
  if (node.name === 'table') table(node, inner, into)
  else if (node.name === 'li') walk(node.children, { ...inner, isBullet: true }, into)
  else walk(node.children, { ...inner, size: HEADING_SIZES[node.name] ?? place.size }, into)
}

function inlinePieces(node: Element, place: Place, into: Collector): Piece[] {
  if (node.name === 'br') return [{ text: '\n', isBold: false }]
  if (place.depth > MAX_DEPTH) return []
  const isBold = place.isBold || node.name === 'strong' || node.name === 'b'
  const isSlanted = node.name === 'em' || node.name === 'i'
  const pieces = node.children.flatMap((child): Piece[] => {
    if ('data' in child) return [{ text: child.data, isBold, isSlanted }]
    if (!('attribs' in child)) return []
    const inner = inlinePieces(child, { ...place, isBold, depth: place.depth + 1 }, into)
    return isSlanted ? inner.map((piece) => ({ ...piece, isSlanted })) : inner
  })
  const url = node.name === 'a' ? node.attribs['href'] : undefined
  if (url !== undefined && !url.startsWith('#'))
    into.links.push({ url, text: repairText(pieces.map(({ text }) => text).join('')).trim() })
  return pieces
}

function push({ lines }: Collector, { pieces, place }: { pieces: readonly Piece[]; place: Place }): void {
  const whole = repairText(pieces.map(({ text }) => text).join(''))
  const letters = whole.replaceAll(/\s/gu, '').length
  const bold = pieces.reduce((sum, { text, isBold }) => sum + (isBold ? text.replaceAll(/\s/gu, '').length : 0), 0)
  for (const [index, part] of whole.split('\n').entries()) {
    const { text, isBullet } = withoutBullet(part)
    if (text === '') continue
    lines.push({
      text: text.replaceAll('\t', '  ').replaceAll(/ {3,}/gu, '  '),
      cells: text
        .split('\t')
        .map((cell) => cell.trim())
        .filter((cell) => cell !== ''),
      ...looksOf(pieces, whole),
      x: (place.isBullet || isBullet ? 1 : 0) * LIST_INDENT,
      right: 0,
      size: place.size,
      isBold: place.size > TEXT_SIZE || bold > letters / 2 || (pieces[0]?.isBold ?? false),
      isBullet: (place.isBullet && index === 0) || isBullet,
      isWrapped: false,
      gap: index === 0 ? 2 : 1,
      flow: place.flow,
      page: 0,
    })
  }
}

/** Of a paragraph of one line and one cell. */
function looksOf(pieces: readonly Piece[], whole: string): Pick<ResumeLine, 'looks'> {
  if (/[\n\t]/u.test(whole)) return {}
  const looks: { text: string; look: string }[] = []
  for (const { text, isBold, isSlanted = false } of pieces) {
    const last = looks.at(-1)
    const look = `${isBold} ${isSlanted}`
    if (last === undefined || (last.look !== look && text.trim() !== '')) looks.push({ text, look })
    else last.text += text
  }
  const texts = looks.map(({ text }) => repairText(text).replaceAll(/\s+/gu, ' ').trim()).filter((text) => text !== '')
  return texts.length > 1 ? { looks: texts } : {}
}

function table(node: Element, place: Place, into: Collector): void {
  const rows = rowsOf(node).map((cells) => cells.map((cell) => cellLines(cell, place, into)))
  const isPage =
    rows.length <= COLUMN_ROWS && rows.some((row) => row.filter((cell) => cell.length >= COLUMN_LINES).length > 1)
  if (isPage) {
    const widest = Math.max(...rows.map((row) => row.length))
    for (let column = 0; column < widest; column += 1) {
      into.flows += 1
      for (const row of rows) into.lines.push(...(row[column] ?? []).map((line) => ({ ...line, flow: into.flows })))
    }
    into.flows += 1
    return
  }
  for (const row of rows) for (const line of joinRow(row)) into.lines.push(line)
}

function rowsOf(node: Element): Element[][] {
  const elements = (parent: Element) => parent.children.filter((child): child is Element => 'attribs' in child)
  const rows = elements(node).flatMap((child) => (child.name === 'tr' ? [child] : elements(child)))
  return rows.map((row) => elements(row))
}

function cellLines(cell: Element, place: Place, into: Collector): ResumeLine[] {
  const own: Collector = { lines: [], links: into.links, flows: into.flows }
  walk(cell.children, place, own)
  return own.lines
}

/** The first lines of a row's cells stand beside each other; what a cell has below stands alone. A first cell of two lines that no
 *  other cell needs (a span of time) is one field. */
function joinRow(cells: readonly (readonly ResumeLine[])[]): ResumeLine[] {
  const filled = cells.filter((lines) => lines.length > 0)
  const [first] = filled
  if (filled.length < 2 || first === undefined) return [...(first ?? [])]
  const [label, ...others] = filled
  const left = (label ?? []).map(({ text }) => text)
  const isField = left.length <= 3 && left.join(' ').length <= 60
  const top = others.map((lines) => lines[0]).filter((line) => line !== undefined)
  const cellsOfTop = [...(isField ? [left.join(' ')] : left.slice(0, 1)), ...top.flatMap((line) => line.cells)]
  const [base] = top
  if (base === undefined) return [...first]
  const joined = { ...base, isBullet: false, text: cellsOfTop.join('  '), cells: cellsOfTop }
  const rest = isField ? [] : (label ?? []).slice(1)
  return [joined, ...rest, ...others.flatMap((lines) => lines.slice(1))]
}
