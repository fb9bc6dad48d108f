import { setImmediate as nextTurn } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { cellText, type FileContent, MAX_ROWS } from './grid.ts'
import { FileProblem } from './register-refusal.ts'

const DELIMITERS = [',', ';', '\t', '|']
/** Between two turns of the event loop: some 3 ms of parsing. UTF-16 units. */
const CHUNK_CHARS = 32 * 1024
/** A quote that is never closed takes the rest of the file into one cell. */
const MAX_RECORD_CHARS = 64 * 1024
const LINES_LOOKED_AT = 10

/** The rows of a CSV file, also with semicolons or tabs, stray quotes and rows of uneven length; empty lines are none. Lets the event
 *  loop have its turns. Throws FileProblem. */
export async function readCsv(text: string): Promise<FileContent> {
  const rows: string[][] = []
  const parser = parse({
    delimiter: delimiterOf(text),
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD_CHARS,
  })
  const ended = new Promise<void>((resolve, reject) => {
    parser.on('end', resolve)
    parser.on('error', reject)
  })
  parser.on('readable', () => {
    for (let row = nextRow(parser.read()); row !== null; row = nextRow(parser.read())) rows.push(row)
  })
  // A failure is heard below, at the end.
  ended.catch(() => undefined)
  for (let at = 0; at < text.length && !parser.destroyed && rows.length <= MAX_ROWS; at += CHUNK_CHARS) {
    parser.write(text.slice(at, at + CHUNK_CHARS))
    await nextTurn()
  }
  parser.end()
  await ended.catch((error: unknown) => {
    throw error instanceof CsvError ? brokenAt(error, rows.length) : error
  })
  if (rows.length > MAX_ROWS) throw new FileProblem('too_large', `The file has more than ${MAX_ROWS} rows.`)
  return { grids: [rows.filter((row) => row.some((cell) => cell !== ''))], beside: '' }
}

function nextRow(row: unknown): string[] | null {
  return Array.isArray(row) ? row.map((cell) => (typeof cell === 'string' ? unquoted(cellText(cell)) : '')) : null
}

/** A cell with stray quotes in it comes with those around it. */
function unquoted(cell: string): string {
  return cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1) : cell
}

function brokenAt(error: CsvError, row: number): FileProblem {
  return new FileProblem('unreadable', `The file is broken after row ${row}. Download it again.`, { cause: error })
}

/** The sign that stands in most of the first lines, outside of quotes. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, CHUNK_CHARS)
    .split(/\r\n|\r|\n/, LINES_LOOKED_AT)
    .map((line) => line.replace(/"[^"]*"/g, ''))
  const counts = DELIMITERS.map((sign) => lines.reduce((sum, line) => sum + line.split(sign).length - 1, 0))
  const best = counts.indexOf(Math.max(...counts))
  return DELIMITERS[best] ?? ','
}
