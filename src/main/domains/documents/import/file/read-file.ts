import { RESUME_FILE_MAX_BYTES, type ResumeFileState } from '#shared/resume-import.ts'
import { boundedLines } from './bounded-lines.ts'
import type { ResumeText } from './resume-line.ts'
import { TOO_MUCH } from './too-much.ts'

/** A file as text, or why it is none with the next step. */
export type FileReading =
  | { readonly status: 'ok'; readonly message: string; readonly text: ResumeText }
  | { readonly status: Exclude<ResumeFileState, 'ok'>; readonly message: string; readonly pages: number | null }

const HEAD_BYTES = 1024
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** How an office program marks a document that it locked. */
const OLE_LOCK = Buffer.from('EncryptedPackage', 'utf16le')
const MIN_LETTERS = 20

const refused = (
  status: Exclude<ResumeFileState, 'ok'>,
  message: string,
  pages: number | null = null,
): FileReading => ({
  status,
  message,
  pages,
})

/** What a résumé file says, by its bytes and not by its name. Opens nothing but these bytes. */
export async function readResumeFile(bytes: Buffer): Promise<FileReading> {
  if (bytes.length === 0) return refused('empty', 'The file has no bytes. Save it again and choose that file.')
  if (bytes.length > RESUME_FILE_MAX_BYTES) return refused('unsupported', TOO_MUCH.bytes)
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return readDocx(bytes)
  if (bytes.subarray(0, HEAD_BYTES).includes('%PDF-')) return readPdf(bytes)
  if (bytes.subarray(0, OLE.length).equals(OLE)) {
    return bytes.includes(OLE_LOCK)
      ? refused('encrypted', 'The document asks for a password. Save it without one.')
      : refused('unsupported', 'This is a document of an old word processor. Save it as DOCX or PDF.')
  }
  if (bytes.toString('latin1', 0, HEAD_BYTES).trim() === '')
    return refused('empty', 'The file has no words. Choose the file with your résumé.')
  return refused('unsupported', 'This is no PDF and no DOCX. Save your résumé as one of them.')
}

async function readPdf(bytes: Buffer): Promise<FileReading> {
  const [{ readPdfPages }, { pdfLines }] = await Promise.all([import('./pdf-pages.ts'), import('./pdf-lines.ts')])
  let text: ResumeText
  let pages: number
  let hasPictures: boolean
  let isLate: boolean
  try {
    const content = await readPdfPages(bytes)
    pages = content.pageCount
    isLate = content.isLate
    hasPictures = content.pages.length > 0
    text = await pdfLines(content)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return error.name === 'PasswordException'
      ? refused('encrypted', 'The PDF asks for a password. Save it without one.')
      : refused('corrupt', 'The PDF is broken. Save or download it again.')
  }
  // What was not come to in the time may well be text.
  if (isLate && letters(text) < MIN_LETTERS) return refused('unsupported', TOO_MUCH.time, pages)
  if (hasPictures && letters(text) < MIN_LETTERS)
    return refused(
      'no_text',
      'The pages have no text: they are pictures, or blank. Save the résumé from the program that it was written in.',
      pages,
    )
  return accepted(text)
}

async function readDocx(bytes: Buffer): Promise<FileReading> {
  const { docxParts, PartsProblem } = await import('./docx-parts.ts')
  try {
    const parts = await docxParts(bytes)
    const types = parts.get('[Content_Types].xml')?.toString('utf8') ?? ''
    if (!types.includes('wordprocessingml'))
      return refused(
        'unsupported',
        'This is an archive or another office file, no DOCX. Save your résumé as DOCX or PDF.',
      )
    const { docxLines } = await import('./docx-lines.ts')
    const text = await docxLines(bytes, parts)
    if (letters(text) > 0) return accepted(text)
    const hasPictures = [...parts.keys()].some((name) => name.startsWith('word/media/'))
    return hasPictures
      ? refused(
          'no_text',
          'The document has no text: it is a picture. Save the résumé from the program that it was written in.',
        )
      : refused('empty', 'The document has no words. Choose the file with your résumé.')
  } catch (error) {
    if (error instanceof PartsProblem && error.kind === 'too_large')
      return refused('unsupported', `${error.message} Save your résumé as PDF.`)
    if (error instanceof PartsProblem && error.kind === 'locked')
      return refused('encrypted', 'The document asks for a password. Save it without one.')
    if (!(error instanceof Error)) throw error
    return refused('corrupt', 'The document is broken. Save or download it again.')
  }
}

function accepted(whole: ResumeText): FileReading {
  const text = boundedLines(whole)
  const message = text.isCut
    ? 'The file is longer than a résumé: only its first part (at most 40 pages) was read.'
    : 'The file was read.'
  return { status: 'ok', message, text }
}

function letters({ lines }: ResumeText): number {
  let count = 0
  for (const { text } of lines) {
    count += text.match(/\p{L}/gu)?.length ?? 0
    if (count >= MIN_LETTERS) break
  }
  return count
}
