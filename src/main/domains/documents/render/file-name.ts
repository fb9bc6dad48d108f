import type { FileFormat } from '#shared/documents.ts'
import type { Sheet } from './sheet/sheet.ts'

const MOST_NAME_CHARS = 60

/** "Ada-Lovelace-Resume.pdf": the person, what it is, and nothing that a file system or an upload form refuses. Pure. */
export function fileNameOf({ header, called }: Sheet, format: FileFormat): string {
  const name = dashed(Array.from(header.name).slice(0, MOST_NAME_CHARS).join(''))
  return `${[name, dashed(called)].filter((part) => part !== '').join('-')}.${format}`
}

function dashed(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')
}
