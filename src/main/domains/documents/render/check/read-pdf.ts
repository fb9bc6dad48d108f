import { extractLinks, extractTextItems, getDocumentProxy } from 'unpdf'
import { footerText } from '../pdf/footer-text.ts'
import type { ReadFile } from './compare.ts'

/** Reads a PDF as a program does that looks for text: lines in the order of the file, without the feet of the pages. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<ReadFile> {
  // PDF.js takes the memory of what it is given.
  const pdf = await getDocumentProxy(bytes.slice())
  try {
    const { totalPages, items } = await extractTextItems(pdf)
    const { links } = await extractLinks(pdf)
    const pages = items.map((page, index) => {
      const text = page
        .map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str))
        .join('')
        .replaceAll('\u00a0', ' ')
        .trimEnd()
      const foot = footerText({ name, number: index + 1, of: totalPages })
      return index > 0 && text.endsWith(foot) ? text.slice(0, -foot.length).trimEnd() : text
    })
    return { text: pages.join('\n'), links, pages: totalPages }
  } finally {
    await pdf.loadingTask.destroy()
  }
}
