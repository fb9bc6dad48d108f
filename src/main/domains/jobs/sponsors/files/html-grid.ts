import { setImmediate as nextTurn } from 'node:timers/promises'
import { decodeHTMLStrict } from 'entities'
import { withoutComments } from '../../employers/page-mentions.ts'
import { scanTags } from '../../sources/json-ld/scan-tags.ts'
import { cellText, type FileContent, type Grid, MAX_ROWS } from './grid.ts'
import { FileProblem } from './register-refusal.ts'

/** Between two turns of the event loop: some 5 ms. */
const TAGS_A_TURN = 4_000
const MAX_BESIDE_CHARS = 200_000
/** Nobody nests tables deeper, except to keep the reader busy. */
const MAX_NESTING = 50
const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'title'])

interface OpenTable {
  readonly rows: string[][]
  row: string[] | null
  cell: string | null
}

/** The tables of a page in the order in which they begin. Markup that is broken is as good as whole: a row ends where the next one
 *  begins. Lets the event loop have its turns. Throws FileProblem. */
export async function readHtml(page: string): Promise<FileContent> {
  const html = withoutComments(page)
  const tables = new TableReader()
  let [at, seen] = [0, 0]
  let hidden: string | null = null
  for (const tag of scanTags(html)) {
    if (hidden === null) tables.text(html.slice(at, tag.start))
    at = tag.end
    if (tag.kind === 'open') {
      if (HIDDEN.has(tag.name)) hidden ??= tag.name
      tables.open(tag.name)
    } else {
      if (tag.name === hidden) hidden = null
      tables.close(tag.name)
    }
    seen += 1
    if (seen % TAGS_A_TURN === 0) await nextTurn()
  }
  if (hidden === null) tables.text(html.slice(at))
  return tables.end()
}

class TableReader {
  readonly #open: OpenTable[] = []
  readonly #grids: string[][][] = []
  #beside = ''
  #rows = 0

  text(text: string): void {
    const table = this.#open.at(-1)
    if (table !== undefined && table.cell !== null) table.cell += text
    else if (table === undefined && this.#beside.length < MAX_BESIDE_CHARS) this.#beside += `${text} `
  }

  open(name: string): void {
    const table = this.#open.at(-1)
    if (name === 'table') this.#openTable()
    else if (table === undefined) return
    else if (name === 'tr') {
      this.#endRow(table)
      table.row = []
    } else if (name === 'td' || name === 'th') {
      this.#endCell(table)
      table.row ??= []
      table.cell = ''
    } else if (table.cell !== null) table.cell += ' '
  }

  close(name: string): void {
    const table = this.#open.at(-1)
    if (table === undefined) return
    if (name === 'td' || name === 'th') this.#endCell(table)
    else if (name === 'tr') this.#endRow(table)
    else if (name === 'table') {
      this.#endRow(table)
      this.#open.pop()
    } else if (table.cell !== null) table.cell += ' '
  }

  end(): FileContent {
    for (const table of this.#open) this.#endRow(table)
    const grids: readonly Grid[] = this.#grids.filter((rows) => rows.length > 0)
    return { grids, beside: cellTextOf(this.#beside) }
  }

  #openTable(): void {
    if (this.#open.length >= MAX_NESTING)
      throw new FileProblem('unreadable', 'The page has tables within tables without end.')
    const rows: string[][] = []
    this.#grids.push(rows)
    this.#open.push({ rows, row: null, cell: null })
  }

  #endCell(table: OpenTable): void {
    if (table.cell !== null) table.row?.push(cellText(decodeHTMLStrict(table.cell)))
    table.cell = null
  }

  #endRow(table: OpenTable): void {
    this.#endCell(table)
    if (table.row !== null && table.row.some((cell) => cell !== '')) {
      this.#rows += 1
      if (this.#rows > MAX_ROWS) throw new FileProblem('too_large', `The page has more than ${MAX_ROWS} rows.`)
      table.rows.push(table.row)
    }
    table.row = null
  }
}

const cellTextOf = (markup: string): string => decodeHTMLStrict(markup).replace(/\s+/g, ' ').trim()
