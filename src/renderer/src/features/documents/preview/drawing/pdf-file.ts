import { getDocument, type PDFPageProxy } from 'unpdf/pdfjs'
import { bytesOf } from '../../../../ui/save-file.ts'
import type { PageText } from './messages.ts'
import { isDocument, isElement, NoFilters, ThreadCanvases } from './thread-canvases.ts'

/** Where the fonts of the file are put: a thread has none of a document. */
declare const self: FontFaceSource

export interface OpenFile {
  readonly texts: () => Promise<PageText[]>
  /** A page as a picture of a width; null when it was no longer wanted before it was done. */
  readonly draw: (wish: {
    readonly number: number
    readonly widthPx: number
    readonly isWanted: () => boolean
  }) => Promise<ImageBitmap | null>
  readonly close: () => Promise<void>
}

/** Reads a PDF where there is no document, in a thread. Nothing in the file is run. */
export async function openFile(base64: string): Promise<OpenFile> {
  const around: unknown = { fonts: self.fonts }
  const loading = getDocument({
    data: bytesOf(base64),
    enableXfa: false,
    useWorkerFetch: false,
    CanvasFactory: ThreadCanvases,
    FilterFactory: NoFilters,
    ...(isDocument(around) ? { ownerDocument: around } : {}),
  })
  const file = await loading.promise
  return {
    texts: async () => {
      const pages: PageText[] = []
      for (let number = 1; number <= file.numPages; number += 1) pages.push(await textOf(await file.getPage(number)))
      return pages
    },
    draw: async ({ number, widthPx, isWanted }) => drawn(await file.getPage(number), widthPx, isWanted),
    close: () => loading.destroy(),
  }
}

async function textOf(page: PDFPageProxy): Promise<PageText> {
  const { width: widthPt, height: heightPt } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
  return { number: page.pageNumber, widthPt, heightPt, text }
}

async function drawn(page: PDFPageProxy, widthPx: number, isWanted: () => boolean): Promise<ImageBitmap | null> {
  const natural = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: widthPx / natural.width })
  const picture = new OffscreenCanvas(Math.round(viewport.width), Math.round(viewport.height))
  const canvas: unknown = picture
  if (!isElement(canvas)) return null
  const task = page.render({ canvas, viewport })
  // Between two parts of a page it is seen whether something newer was asked for.
  task.onContinue = (next: () => void) => setTimeout(() => (isWanted() ? next() : task.cancel()))
  try {
    await task.promise
  } catch (error) {
    if (isWanted()) throw error
    return null
  }
  return isWanted() ? picture.transferToImageBitmap() : null
}
