const HEAD_CHARS = 4096
/** Every second sign of UTF-16 text that was read as something else is a NUL. */
const NUL_SHARE = 0.2
/** What the mark at the beginning of such a file becomes. */
const LEFT_OVER_MARK = /^(?:\uFFFD\uFFFD|\u00FF\u00FE|\u00FE\u00FF)/

/** Beginnings of files that are no text: workbooks and archives, PDF, old Office, pictures, compressed. */
const FOREIGN = [
  'PK\u0003\u0004',
  '%PDF-',
  '\u00D0\u00CF\u0011\u00E0',
  '\uFFFD\uFFFD\u0011\uFFFD',
  '\u001F\uFFFD',
  '{\\rtf',
  '\u0089PNG',
  '\uFFFDPNG',
]

/** The text of a file as rows are read from it: without the mark at its beginning; of UTF-16 that was taken for another encoding without
 *  the NULs. Null when it is no text. Pure. */
export function plainText(text: string): string | null {
  const head = text.slice(0, HEAD_CHARS)
  if (FOREIGN.some((beginning) => head.startsWith(beginning))) return null
  const nuls = head.split('\u0000').length - 1
  if (nuls > head.length * NUL_SHARE) return text.replace(LEFT_OVER_MARK, '').replaceAll('\u0000', '')
  return nuls > 0 ? null : text.replace(/^\uFEFF/, '')
}
