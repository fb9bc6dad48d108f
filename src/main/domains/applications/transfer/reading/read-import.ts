import { setImmediate as nextTurn } from 'node:timers/promises'
import { IMPORT_FIELDS, type ImportMapping } from '#shared/application-transfer.ts'
import type { Stage } from '#shared/stages.ts'
import { dateOrder } from './date-order.ts'
import { type RowReading, readRow } from './read-row.ts'
import { readTable, type TableRow, unreadable } from './read-table.ts'
import { isHeader, recogniseColumns } from './recognise-columns.ts'
import { stageOfWord } from './stage-words.ts'
import { stageKey, stageWordOf } from './words.ts'

const SAMPLE_ROWS = 5
/** The words of a column that holds no stages would be the cells themselves; rows know what more of them mean. */
const MAX_WORDS = 200
const ROWS_PER_TURN = 100

/** A file, read: what the preview shows of it, and every row. */
export interface ImportReading {
  readonly preset: string | null
  readonly delimiter: string
  readonly header: readonly string[]
  readonly samples: readonly (readonly string[])[]
  readonly mapping: ImportMapping
  readonly words: readonly string[]
  readonly rows: readonly RowReading[]
}

export interface ImportFileOptions {
  readonly text: string
  /** Null: as it is recognised. Words of the stage column that it does not name mean what they are recognised as. */
  readonly mapping: ImportMapping | null
  readonly zone: string
  readonly now: number
}

/** Reads a file of applications, with the mapping given or the one that is recognised. Writes nothing, and lets the event loop have its
 *  turns. Throws IMPORT_UNREADABLE. */
export async function readImport(file: ImportFileOptions): Promise<ImportReading> {
  const table = await readTable(file.text)
  const [first] = table.rows
  if (first === undefined) throw unreadable('empty')
  const hasHeader = isHeader(first.cells)
  const body = hasHeader ? table.rows.slice(1) : table.rows
  if (body.length === 0) throw unreadable('no_rows')
  const header = first.cells.map((cell, index) =>
    hasHeader && cell.trim() !== '' ? cell.trim() : `Column ${String(index + 1)}`,
  )
  const recognised = recogniseColumns(hasHeader ? header : [])
  const columns = file.mapping?.columns ?? recognised.columns
  const words = wordsIn(body, columns.stage)
  const hints = { preset: recognised.presetDates, delimiter: table.delimiter, now: file.now }
  const stages = { ...recognisedStages(words), ...file.mapping?.stages }
  const mapping: ImportMapping = {
    columns,
    stages,
    dates:
      file.mapping?.dates ??
      dateOrder(
        body.flatMap(({ cells }) => [columns.appliedAt, columns.followUpAt].flatMap((index) => textAt(cells, index))),
        hints,
      ),
  }
  return {
    preset: recognised.preset,
    delimiter: table.delimiter,
    header,
    samples: body.slice(0, SAMPLE_ROWS).map(({ cells }) => [...cells]),
    mapping,
    words,
    rows: await readRows(body, { mapping, columnCount: columnCountOf(header, mapping), zone: file.zone }),
  }
}

async function readRows(
  body: readonly TableRow[],
  rules: { mapping: ImportMapping; columnCount: number; zone: string },
): Promise<RowReading[]> {
  const stages = new Map<string, Stage>()
  for (const [word, stage] of Object.entries(rules.mapping.stages)) stages.set(stageKey(word), stage)
  const rows: RowReading[] = []
  for (const [index, row] of body.entries()) {
    if (index % ROWS_PER_TURN === ROWS_PER_TURN - 1) await nextTurn()
    rows.push(readRow(row, { ...rules, stages }))
  }
  return rows
}

/** Columns that the header lacks and the mapping names are there, too. */
function columnCountOf(header: readonly string[], { columns }: ImportMapping): number {
  return Math.max(header.length, ...IMPORT_FIELDS.map((field) => (columns[field] ?? -1) + 1))
}

function recognisedStages(words: readonly string[]): Record<string, Stage> {
  const stages: Record<string, Stage> = {}
  for (const word of words) {
    const stage = stageOfWord(word)
    if (stage !== null) stages[word] = stage
  }
  return stages
}

/** The words of the column, each once, as it is first written. */
function wordsIn(body: readonly TableRow[], index: number | undefined): string[] {
  const words = new Map<string, string>()
  for (const { cells } of body) {
    for (const word of textAt(cells, index).map(stageWordOf)) {
      const key = stageKey(word)
      if (!words.has(key)) words.set(key, word)
      if (words.size >= MAX_WORDS) return [...words.values()]
    }
  }
  return [...words.values()]
}

function textAt(cells: readonly string[], index: number | undefined): string[] {
  const text = index === undefined ? '' : (cells[index] ?? '').trim()
  return text === '' ? [] : [text]
}
