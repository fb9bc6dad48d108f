import mammoth from 'mammoth'
import type { ReadFile } from './compare.ts'

/** Reads a Word document as a program does that looks for text: a line a paragraph. `pages` is not written in such a file: it is what the
 *  caller knows. */
export async function readDocx(bytes: Uint8Array, pages: number): Promise<ReadFile> {
  const input = { buffer: Buffer.from(bytes) }
  const { value: text } = await mammoth.extractRawText(input)
  const { value: html } = await mammoth.convertToHtml(input)
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\t/g, '  ').trim())
    .filter((line) => line !== '')
  return {
    text: lines.join('\n'),
    links: [...html.matchAll(/<a href="([^"]*)"/g)].map((found) => unescaped(found[1] ?? '')),
    pages,
  }
}

function unescaped(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}
