import { getDocument, type PDFPageProxy } from 'unpdf/pdfjs'
import type { Paper } from './paper.ts'

export interface DrawnPage extends Paper {
  /** 1, 2, 3 … */
  readonly number: number
  readonly canvas: HTMLCanvasElement
  /** What is on it, in the order in which the file has it. */
  readonly text: string
}

/** Canvases larger than this cost more than the eye sees. */
const PIXEL_RATIO_MOST = 2

/** The pages of a PDF as pictures of a width, with their text. Nothing in the file is run. */
export async function drawPages(bytes: Uint8Array<ArrayBuffer>, widthPx: number): Promise<DrawnPage[]> {
  const loading = getDocument({ data: bytes, enableXfa: false })
  try {
    const file = await loading.promise
    const pages: DrawnPage[] = []
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number)
      const { width: widthPt, height: heightPt } = page.getViewport({ scale: 1 })
      pages.push({ number, widthPt, heightPt, canvas: await drawn(page, widthPx), text: await textOf(page) })
    }
    return pages
  } finally {
    await loading.destroy()
  }
}

async function drawn(page: PDFPageProxy, widthPx: number): Promise<HTMLCanvasElement> {
  const ratio = Math.min(window.devicePixelRatio || 1, PIXEL_RATIO_MOST)
  const natural = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: (widthPx * ratio) / natural.width })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  await page.render({ canvas, viewport }).promise
  return canvas
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
}
