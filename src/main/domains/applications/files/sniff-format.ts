import { type FileFormat, formatOfType, MARKDOWN, PLAIN_TEXT } from './file-format.ts'

/** What bytes are: a format that is taken, or why they are not, as a sentence. */
export type Sniffed =
  | { readonly format: FileFormat; readonly reason: null }
  | { readonly format: null; readonly reason: string }

const TAKEN = 'Take a PDF, a DOCX, ODT or RTF document, a PNG, JPEG or WebP picture, or plain text.'

const UNKNOWN = 'This is no kind of file that is kept here. If it is text, save it as UTF-8.'

/** How the formats that are taken begin; nothing else is handed to the detector, which knows many a format that nobody needs here. */
const BEGINNINGS = ['%PDF-', 'PK\u0003\u0004', '{\\rtf', '\u0089PNG\r\n\u001a\n', '\u00ff\u00d8\u00ff']

const REFUSED_BEGINNINGS: readonly [string, string][] = [
  ['MZ', 'This is a program for Windows, whatever its name says.'],
  ['\u007fELF', 'This is a program, whatever its name says.'],
  ['\u00cf\u00fa\u00ed\u00fe', 'This is a program, whatever its name says.'],
  ['\u00ca\u00fe\u00ba\u00be', 'This is a program, whatever its name says.'],
  ['\u00d0\u00cf\u0011\u00e0', 'This is an old Office document or a locked one. Save it as DOCX or PDF.'],
  ['\u001f\u008b', 'This is an archive. Add the files in it one by one.'],
  ["7z\u00bc\u00af'\u001c", 'This is an archive. Add the files in it one by one.'],
  ['Rar!', 'This is an archive. Add the files in it one by one.'],
]

const REFUSED_TYPES: Readonly<Record<string, string>> = {
  'application/zip': 'This is an archive. Add the files in it one by one.',
  'application/java-archive': 'This is a program, whatever its name says.',
  'application/vnd.ms-word.document.macroenabled.12': 'This document carries macros. Save it as DOCX or PDF.',
}

/** What the bytes are, whatever their name says; `ending` (lower case) only tells Markdown from plain text. Text is UTF-8 without NUL
 *  that does not begin as a page or a picture that a browser would run. */
export async function sniffFormat(bytes: Uint8Array, ending: string): Promise<Sniffed> {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  const isWebp = head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP'
  if (isWebp || BEGINNINGS.some((beginning) => head.startsWith(beginning))) return sniffKnown(bytes)
  const text = textOf(bytes)
  if (text === null) {
    const known = REFUSED_BEGINNINGS.find(([beginning]) => head.startsWith(beginning))
    return refused(known?.[1] ?? UNKNOWN)
  }
  if (isActive(text)) return refused('This is a web page or a drawing with code in it. Save it as a PDF.')
  return { format: MARKDOWN.endings.includes(ending) ? MARKDOWN : PLAIN_TEXT, reason: null }
}

async function sniffKnown(bytes: Uint8Array): Promise<Sniffed> {
  const { fileTypeFromBuffer } = await import('file-type')
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? ''
  const format = formatOfType(mime === 'image/apng' ? 'image/png' : mime)
  if (format !== null) return { format, reason: null }
  return refused(REFUSED_TYPES[mime] ?? UNKNOWN)
}

function refused(reason: string): Sniffed {
  return { format: null, reason: `${reason} ${TAKEN}` }
}

/** Null for what is no text. */
function textOf(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** How far comments may push what a browser goes by. */
const ACTIVE_WITHIN_CHARS = 4096

function isActive(text: string): boolean {
  let rest = text.slice(0, ACTIVE_WITHIN_CHARS).trimStart()
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->')
    // A comment that does not end there is nothing that a person writes.
    if (end === -1) return true
    rest = rest.slice(end + 3).trimStart()
  }
  return /^<(!doctype|\?xml|html|head|body|title|script|style|iframe|svg|math|object|embed|meta|link|base|form|img)\b/i.test(
    rest,
  )
}
