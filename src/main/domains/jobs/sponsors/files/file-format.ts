import { FileProblem } from './register-refusal.ts'

export type FileFormat = 'csv' | 'html' | 'xlsx' | 'pdf'

const START_BYTES = 4096
const SAVE_AS = 'Open it in the program that it belongs to and save it as CSV.'
/** Kinds of files by how they begin, which a register may be saved as by mistake. */
const FOREIGN: readonly { readonly start: string; readonly kind: string }[] = [
  { start: '\u00d0\u00cf\u0011\u00e0', kind: 'an old office file (XLS or DOC), or one with a password' },
  { start: '\u001f\u008b', kind: 'a compressed file' },
  { start: '\u0089PNG', kind: 'a picture' },
  { start: '\u00ff\u00d8\u00ff', kind: 'a picture' },
  { start: '{\\rtf', kind: 'a text document (RTF)' },
  { start: '7z\u00bc\u00af', kind: 'an archive' },
]

/** What a file is, by its content. Throws FileProblem for what no register is published as. Pure. */
export function formatOf(bytes: Uint8Array): FileFormat {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, START_BYTES)).toString('latin1')
  if (start.trim() === '') throw new FileProblem('empty', 'The file is empty. Download it again.')
  if (start.startsWith('PK\u0003\u0004')) return 'xlsx'
  if (/^\s*%PDF-/.test(start)) return 'pdf'
  const foreign = FOREIGN.find((kind) => start.startsWith(kind.start))
  if (foreign !== undefined) throw new FileProblem('foreign', `The file is ${foreign.kind}. ${SAVE_AS}`)
  if (/^[\s\u00ef\u00bb\u00bf]*[{[]/.test(start)) {
    throw new FileProblem('foreign', 'The file is JSON and no register. Choose the file that the register publishes.')
  }
  if (isMarkup(start)) return 'html'
  // UTF-16 has a zero in every other byte, and says so at its start.
  if (start.includes('\0') && !/^(\u00ff\u00fe|\u00fe\u00ff)/.test(start)) {
    throw new FileProblem('foreign', 'The file is neither text, nor a spreadsheet (XLSX), nor a PDF.')
  }
  return 'csv'
}

function isMarkup(start: string): boolean {
  return /^[\s\u00ef\u00bb\u00bf]*<(!doctype|html|head|body|table|div|section|main|\?xml|!--)/i.test(start)
}
