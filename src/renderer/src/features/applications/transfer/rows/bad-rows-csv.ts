import type { ImportRow } from '#shared/application-transfer.ts'
import { withGuard } from '#shared/formula-guard.ts'

const BYTE_ORDER_MARK = '\uFEFF'
const HEADER = ['Line', 'What is wrong', 'Job title', 'Employer', 'The row as the file has it']
/** A quote that does not close must not bring half the file along. */
const LINES_OF_A_ROW = 50

/** Rows that cannot be read as a table for a spreadsheet: their line, what is wrong, and all of what the file says there, with no cell
 *  that would run as a formula. Pure. */
export function badRowsCsv(rows: readonly ImportRow[], fileText: string): string {
  const lines = fileText.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const table = rows.map((row) => [
    String(row.line),
    row.problems.join(' '),
    row.title,
    row.company,
    rowText(lines, row.line),
  ])
  return `${BYTE_ORDER_MARK}${[HEADER, ...table].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`
}

/** From its line on until every quote is closed; where that does not happen, the line alone. */
function rowText(lines: readonly string[], line: number): string {
  const first = lines[line - 1] ?? ''
  let text = first
  for (let next = line; quoteCount(text) % 2 === 1; next += 1) {
    const more = lines[next]
    if (more === undefined || next - line >= LINES_OF_A_ROW) return first
    text = `${text}\n${more}`
  }
  return text
}

function quoteCount(text: string): number {
  return text.split('"').length - 1
}

function quoted(cell: string): string {
  return `"${withGuard(cell).replaceAll('"', '""')}"`
}
