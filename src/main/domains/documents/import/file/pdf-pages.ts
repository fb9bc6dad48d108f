import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { getDocumentProxy } from 'unpdf'
import { RESUME_FILE_MAX_PAGES } from '#shared/resume-import.ts'
import { repairText, withPlainSigns } from './repair-text.ts'

/** A piece of text on a page, in points from its upper left corner. `y` is that of its baseline. */
export interface Run {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly isBold: boolean
  /** Its name, or another sign by which runs of one font are known. */
  readonly font?: string
}

export interface PdfLink {
  readonly url: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly runs: readonly Run[]
  readonly links: readonly PdfLink[]
  /** What stands on its side. */
  readonly turned: readonly string[]
}

export interface PdfContent {
  readonly pages: readonly PdfPage[]
  readonly pageCount: number
  readonly isCut: boolean
  /** Cut because its time was up. */
  readonly isLate: boolean
}

/** More than forty pages of the smallest print. */
const MAX_RUNS = 20_000
const MAX_CHARS = 200_000
const MAX_LINKS_A_PAGE = 200
const MAX_MS = 8_000
const CLOSE_MS = 1_000
/** Of a page: above, its fonts are not worth their time. */
const MANY_RUNS = 5_000
/** Turned by more than this (as a tangent), a line is no line of the page. */
const MAX_SLOPE = 0.1
const BOLD = /bold|black|heavy|semibold|demi|medi(?!um-?italic)/iu

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfJsPage = Awaited<ReturnType<Pdf['getPage']>>

/** The text of a PDF where it stands, page by page, the event loop having its turns. Reads forty pages and a bounded amount of text;
 *  `isCut` says that there was more. Loads the reader of PDFs: import lazily. Throws what that reader throws. */
export async function readPdfPages(bytes: Uint8Array): Promise<PdfContent> {
  const unpdf = await import('unpdf')
  // The reader takes the bytes it is given for its own.
  const pdf = await unpdf.getDocumentProxy(Uint8Array.from(bytes), { useSystemFonts: false, verbosity: 0 })
  const until = performance.now() + MAX_MS
  try {
    return await pagesOf(pdf, until)
  } finally {
    const gone = pdf.loadingTask.destroy()
    // A page that was left half read may never be done with.
    await Promise.race([gone, pause(performance.now() > until ? 0 : CLOSE_MS)])
  }
}

async function pagesOf(pdf: Pdf, until: number): Promise<PdfContent> {
  const pages: PdfPage[] = []
  const budget: Budget = { runs: MAX_RUNS, chars: MAX_CHARS, until }
  for (let number = 1; number <= Math.min(pdf.numPages, RESUME_FILE_MAX_PAGES); number += 1) {
    if (budget.runs <= 0 || budget.chars <= 0 || performance.now() > until) break
    pages.push(await pageOf(await pdf.getPage(number), budget))
    await nextTurn()
  }
  const isLate = performance.now() >= until
  const isCut = pages.length < pdf.numPages || budget.runs <= 0 || budget.chars <= 0 || isLate
  return { pages, pageCount: pdf.numPages, isCut, isLate }
}

interface Budget {
  /** Of the process's clock, in milliseconds. */
  readonly until: number
  runs: number
  chars: number
}

async function pageOf(page: PdfJsPage, budget: Budget): Promise<PdfPage> {
  const view = page.getViewport({ scale: 1 })
  const reader = page.streamTextContent().getReader()
  const found: { run: Run; fontName: string }[] = []
  const turned: string[] = []
  let isWhole = false
  // What is too much is read on and let go: a reader that is broken off does not come to an end.
  while (performance.now() < budget.until) {
    const { done, value } = await reader.read()
    isWhole = done
    if (done) break
    for (const item of (value as TextChunk).items) {
      if (typeof item.str !== 'string' || item.str === '' || budget.runs <= 0 || budget.chars <= 0) continue
      const text = repairText(item.str).slice(0, budget.chars)
      budget.runs -= 1
      budget.chars -= text.length
      const run = placed(item, { text, view: view.transform })
      if (run !== null) found.push({ run, fontName: item.fontName ?? '' })
      else if (text.trim() !== '') turned.push(text.trim())
    }
    await nextTurn()
  }
  const isPlain = isWhole && found.length > 0 && found.length < MANY_RUNS
  const fontOf = isPlain ? await fontsOf(page) : () => PLAIN_FONT
  return {
    width: view.width,
    height: view.height,
    runs: found.map(({ run, fontName }) => {
      const { name, isBold } = fontOf(fontName)
      return { ...run, text: withPlainSigns(run.text, name), isBold, font: name || fontName }
    }),
    links: isWhole ? await linksOf(page, view) : [],
    turned,
  }
}

interface TextItem {
  readonly str?: string
  readonly transform?: readonly number[]
  readonly width?: number
  readonly fontName?: string
}
interface TextChunk {
  readonly items: readonly TextItem[]
}

/** Null for what stands on its side. */
function placed(
  { transform = [], width = 0 }: TextItem,
  { text, view }: { text: string; view: readonly number[] },
): Run | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = view
  const along = va * a + vc * b
  const aside = vb * a + vd * b
  if (!Number.isFinite(along) || along <= 0 || Math.abs(aside) > along * MAX_SLOPE) return null
  const size = Math.hypot(va * c + vc * d, vb * c + vd * d)
  return { text, x: va * e + vc * f + ve, y: vb * e + vd * f + vf, width, size: size || along, isBold: false }
}

/** A font as far as it matters: whether it is bold, and what its own signs stand for. */
interface Font {
  readonly name: string
  readonly isBold: boolean
}

const PLAIN_FONT: Font = { name: '', isBold: false }

/** The names of fonts are known once the page's operators were read. */
async function fontsOf(page: PdfJsPage): Promise<(key: string) => Font> {
  await page.getOperatorList()
  const known = new Map<string, Font>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const font: unknown = page.commonObjs.has(key) ? page.commonObjs.get(key) : null
    const isObject = typeof font === 'object' && font !== null
    const name = isObject && 'name' in font ? String(font.name) : ''
    const isBold = BOLD.test(name) || (isObject && 'bold' in font && font.bold === true)
    known.set(key, { name, isBold })
    return { name, isBold }
  }
}

interface Viewport {
  readonly transform: readonly number[]
}

async function linksOf(page: PdfJsPage, { transform }: Viewport): Promise<PdfLink[]> {
  const annotations: readonly unknown[] = await page.getAnnotations()
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = transform
  const at = (x: number, y: number) => ({ x: a * x + c * y + e, y: b * x + d * y + f })
  return annotations.slice(0, MAX_LINKS_A_PAGE).flatMap((annotation): PdfLink[] => {
    if (typeof annotation !== 'object' || annotation === null) return []
    const { url, rect }: { url?: unknown; rect?: unknown } = annotation
    if (typeof url !== 'string' || !Array.isArray(rect)) return []
    const [x1, y1, x2, y2]: unknown[] = rect
    if (typeof x1 !== 'number' || typeof y1 !== 'number' || typeof x2 !== 'number' || typeof y2 !== 'number') return []
    const [one, two] = [at(x1, y1), at(x2, y2)]
    return [
      {
        url,
        left: Math.min(one.x, two.x),
        right: Math.max(one.x, two.x),
        top: Math.min(one.y, two.y),
        bottom: Math.max(one.y, two.y),
      },
    ]
  })
}
