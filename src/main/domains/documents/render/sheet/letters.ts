import { wordsOf } from './document-words.ts'
import type { Sheet } from './sheet.ts'

/** All text that a sheet can show, in one string: what fonts are asked about. Pure. */
export function lettersOf(sheet: Sheet): string {
  const words = wordsOf(sheet.language)
  return [...stringsIn(sheet), words.name, words.place, words.phone, words.email, words.web, '•·–/0123456789'].join('')
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
