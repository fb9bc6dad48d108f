import { setImmediate as nextTurn } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { z } from 'zod'
import { AppError, type ErrorData } from '#shared/errors.ts'
import { withoutGuard } from '#shared/formula-guard.ts'
import { readDelimiter } from './delimiter.ts'
import { plainText } from './plain-text.ts'

/** Between two turns of the event loop: a few ms of parsing. UTF-16 units. */
const CHUNK_CHARS = 32 * 1024
/** A quote that is never closed takes the rest of the file into one cell. */
const MAX_RECORD_CHARS = 1_000_000

const parsedSchema = z.object({ record: z.array(z.string()), raw: z.string() })

/** `line` is where the row begins in the file, from 1. `isBroken`: a quote in it closes where no cell ends. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly isBroken: boolean
}

export interface Table {
  readonly delimiter: string
  /** With text in them; what stands in front of the first is not told apart here. */
  readonly rows: readonly TableRow[]
}

/** Reads a file of columns: any line ends, columns parted by comma, semicolon, tab or bar, cells of several lines, rows of uneven length.
 *  Signs that keep spreadsheets from running a cell are taken off. Lets the event loop have its turns. Throws IMPORT_UNREADABLE. */
export async function readTable(fileText: string): Promise<Table> {
  const text = plainText(fileText)
  if (text === null) throw unreadable('not_table')
  if (text.trim() === '') throw unreadable('empty')
  const head = lineEndsMadeOne(text.slice(0, 128 * 1024))
  const reading = readDelimiter(head)
  if (reading === null) throw unreadable('not_table')
  const rows = await parseRows(text, reading.delimiter)
  const told = rows.slice(reading.skipLines).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (told.length === 0) throw unreadable('empty')
  return { delimiter: reading.delimiter, rows: told }
}

async function parseRows(text: string, delimiter: string): Promise<TableRow[]> {
  const rows: TableRow[] = []
  let line = 1
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: MAX_RECORD_CHARS,
    raw: true,
    on_record: (parsed: unknown) => {
      const { record: cells, raw } = parsedSchema.parse(parsed)
      const isBroken = cells.some((cell) => isBrokenCell(cell, raw))
      rows.push({ line, cells: cells.map(withoutGuard), isBroken })
      line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
      return null
    },
  })
  const ended = new Promise<void>((resolve, reject) => {
    parser.on('end', resolve)
    parser.on('error', reject)
  })
  parser.resume()
  // A failure is heard below, at the end.
  ended.catch(() => undefined)
  for (const chunk of chunksOf(text)) {
    if (parser.destroyed) break
    parser.write(chunk)
    await nextTurn()
  }
  parser.end()
  await ended.catch((error: unknown) => {
    throw error instanceof CsvError ? unreadable('broken', line) : error
  })
  return rows
}

/** Pieces with "\n" for line ends; neither "\r\n" nor a sign of two units is ever cut. */
function* chunksOf(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + CHUNK_CHARS, text.length)
    if (isInsidePair(text, end)) end += 1
    yield lineEndsMadeOne(text.slice(at, end))
    at = end
  }
}

function isInsidePair(text: string, at: number): boolean {
  const isInsideSign = (text.codePointAt(at - 1) ?? 0) > 0xffff
  return isInsideSign || (text.charAt(at - 1) === '\r' && text.charAt(at) === '\n')
}

function lineEndsMadeOne(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** The reader leaves a quote in front of a cell that it could not end at the next one; one that belongs to the text is written twice. */
function isBrokenCell(cell: string, raw: string): boolean {
  if (!cell.startsWith('"') || !cell.includes('\n')) return false
  return !raw.includes(`"${cell.replaceAll('"', '""')}"`)
}

/** The error that says why nothing can be read. */
export function unreadable(
  problem: ErrorData<'IMPORT_UNREADABLE'>['problem'],
  line: number | null = null,
): AppError<'IMPORT_UNREADABLE'> {
  return new AppError('IMPORT_UNREADABLE', { problem, line })
}
