import { setImmediate as turnOfOthers } from 'node:timers/promises'
import type { DocumentContent, DocumentStyle, ExportCheck, FileFormat, FitReport } from '#shared/documents.ts'
import { compared, type ReadFile } from './check/compare.ts'
import { expectedOf } from './check/expected.ts'
import { fitted } from './fit/fit-page.ts'
import type { Tightness } from './look.ts'
import { fileNameOf } from './file-name.ts'
import type { Sheet } from './sheet/sheet.ts'
import { toSheet } from './sheet/to-sheet.ts'
import { lettersOf } from './sheet/letters.ts'
import { throwIfLeft } from '../worker/work-queue.ts'

export interface RenderedDocument {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly fileName: string
  readonly check: ExportCheck
  readonly fit: FitReport
  /** The text of the exported file as another program reads it, lines in reading order. */
  readonly text: string
}

interface Asked {
  readonly content: DocumentContent
  readonly style: DocumentStyle
  readonly format: FileFormat
  /** Aborts when nobody waits for it any more. */
  readonly signal?: AbortSignal | undefined
}

const MEDIA_TYPES: Readonly<Record<FileFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** The content as a file, read back by another program than the one that wrote it. Whether it fits on a page is decided by the PDF for
 *  both formats; a word processor breaks pages by itself, so that `check.pages` of a Word document is the PDF's count. Others have a
 *  turn between its steps; rejects with an AbortError at the next of them when its signal is aborted. */
export async function renderDocument({ content, style, format, signal }: Asked): Promise<RenderedDocument> {
  const rest = async () => {
    await turnOfOthers()
    throwIfLeft(signal)
  }
  // Megabytes of code and fonts, for the moment in which somebody exports.
  const [{ fontsFor }, { writePdf }, { UNCUT_LETTERS }] = await Promise.all([
    import('./pdf/fonts.ts'),
    import('./pdf/write-pdf.ts'),
    import('./pdf/word-breaks.ts'),
  ])
  const whole = toSheet({ content, language: style.language, left: new Set() })
  const fonts = await fontsFor(style.font, lettersOf(whole))
  const { written, fit } = await fitted({
    content,
    style,
    write: async ({ tightness, left }) => {
      await rest()
      const sheet = toSheet({ content, language: style.language, left })
      return { ...(await writePdf(sheet, { style, tightness, fonts })), sheet, tightness }
    },
  })
  await rest()
  const file = format === 'pdf' ? await readBack(written) : await asDocx(style, written)
  await rest()
  const check = compared({
    expected: expectedOf(written.sheet, style.template),
    read: file.read,
    missing: format === 'pdf' ? fonts.missing : [],
    uncutLetters: UNCUT_LETTERS,
    mostPages: style.isOnePage ? 1 : null,
  })
  return {
    bytes: file.bytes,
    mediaType: MEDIA_TYPES[format],
    fileName: fileNameOf(whole, format),
    check,
    fit,
    text: file.read.text,
  }
}

interface Written {
  readonly bytes: Uint8Array
  readonly pages: number
  readonly sheet: Sheet
  readonly tightness: Tightness
}

async function readBack({ bytes, sheet }: Written): Promise<{ bytes: Uint8Array; read: ReadFile }> {
  const { readPdf } = await import('./check/read-pdf.ts')
  return { bytes, read: await readPdf(bytes, sheet.header.name) }
}

async function asDocx(
  style: DocumentStyle,
  { sheet, tightness, pages }: Written,
): Promise<{ bytes: Uint8Array; read: ReadFile }> {
  const [{ writeDocx }, { readDocx }] = await Promise.all([
    import('./docx/write-docx.ts'),
    import('./check/read-docx.ts'),
  ])
  const bytes = await writeDocx(sheet, { style, tightness })
  return { bytes, read: await readDocx(bytes, pages) }
}
