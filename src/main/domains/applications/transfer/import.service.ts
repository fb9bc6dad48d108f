import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ApplicationImport, ImportMapping, ImportPreview, ImportRow } from '#shared/application-transfer.ts'
import { AppError } from '#shared/errors.ts'
import { type ApplicationKeys, createRowJudge, keysOf, type RowState } from './known-rows.ts'
import { createImportsRepo } from './imports.repo.ts'
import { type ImportReading, readImport } from './reading/read-import.ts'
import type { RowReading } from './reading/read-row.ts'
import { unreadable } from './reading/read-table.ts'
import { createImportWriter, type ImportWriterOptions } from './write-import.ts'

const ROWS_SHOWN = 200
const ROWS_PER_TURN = 200

export interface ImportFile {
  readonly fileName: string
  readonly text: string
  readonly mapping: ImportMapping | null
}

export interface ImportService {
  /** Throws IMPORT_UNREADABLE, as does `import`. */
  readonly previewImport: (file: ImportFile) => Promise<ImportPreview>
  readonly import: (file: ImportFile) => Promise<{
    import: ApplicationImport
    counts: ImportPreview['counts']
    bad: ImportRow[]
  }>
  readonly imports: () => ApplicationImport[]
  /** Throws NOT_FOUND, as does `redoImport`. Done twice, it does nothing. */
  readonly undoImport: (id: number) => ApplicationImport
  readonly redoImport: (id: number) => ApplicationImport
}

export interface ImportServiceOptions extends ImportWriterOptions {
  readonly zone: () => string
  readonly onChange: () => void
}

interface JudgedRow {
  readonly row: RowReading
  readonly state: RowState
}

export function createImportService(options: ImportServiceOptions): ImportService {
  const { database, clock, zone, onChange } = options
  const repo = createImportsRepo(database)
  const writer = createImportWriter(options)

  const read = (file: ImportFile) =>
    readImport({ text: file.text, mapping: file.mapping, zone: zone(), now: clock.now() })

  /** In the order of the file. What exists is asked for at once: inside a transaction it is what the rows will stand beside. */
  function judge(rows: readonly RowReading[], keys: readonly (ApplicationKeys | null)[]): JudgedRow[] {
    const stateOf = createRowJudge(repo.existing().map(keysOf))
    return rows.map((row, index) => ({ row, state: stateOf(row, keys[index] ?? null) }))
  }

  function change(id: number, write: (found: ApplicationImport) => void): ApplicationImport {
    const changed = database.write(() => {
      const found = repo.find(id)
      if (found === null) throw new AppError('NOT_FOUND', { entity: 'import', id: String(id) })
      write(found)
      return repo.find(id) ?? found
    })
    onChange()
    return changed
  }

  return {
    previewImport: async (file) => {
      const reading = await read(file)
      return previewOf(reading, judge(reading.rows, await keysOfRows(reading.rows)))
    },
    import: async (file) => {
      const reading = await read(file)
      const { columns } = reading.mapping
      if (columns.title === undefined || columns.company === undefined) throw unreadable('no_title')
      const keys = await keysOfRows(reading.rows)
      const done = database.write(() => {
        const judged = judge(reading.rows, keys)
        const id = repo.add({ fileName: plainName(file.fileName), importedAt: clock.now() })
        for (const { row, state } of judged) {
          if (state === 'new' && row.application !== null) writer.add(row.application, id)
        }
        writer.settle(id)
        return { judged, imported: repo.find(id) }
      })
      if (done.imported === null) throw new Error('an import is gone in its own transaction')
      onChange()
      return { import: done.imported, counts: countsOf(done.judged), bad: done.judged.filter(isBad).map(rowOf) }
    },
    imports: () => repo.all(),
    undoImport: (id) =>
      change(id, ({ undoneAt }) => {
        if (undoneAt === null) repo.undo(id, clock.now())
      }),
    redoImport: (id) => change(id, () => repo.redo(id, clock.now())),
  }
}

async function keysOfRows(rows: readonly RowReading[]): Promise<(ApplicationKeys | null)[]> {
  const keys: (ApplicationKeys | null)[] = []
  for (const [index, { application }] of rows.entries()) {
    if (index % ROWS_PER_TURN === ROWS_PER_TURN - 1) await nextTurn()
    keys.push(application === null ? null : keysOf(application))
  }
  return keys
}

function previewOf(reading: ImportReading, judged: readonly JudgedRow[]): ImportPreview {
  return {
    preset: reading.preset,
    delimiter: reading.delimiter,
    header: [...reading.header],
    samples: reading.samples.map((cells) => [...cells]),
    mapping: reading.mapping,
    words: [...reading.words],
    counts: countsOf(judged),
    rows: judged.filter((row, index) => index < ROWS_SHOWN || isBad(row)).map(rowOf),
  }
}

function countsOf(judged: readonly JudgedRow[]): ImportPreview['counts'] {
  const counts = { new: 0, known: 0, twice: 0, bad: 0 }
  for (const { state } of judged) counts[state] += 1
  return counts
}

function isBad({ state }: JudgedRow): boolean {
  return state === 'bad'
}

function rowOf({ row: { line, title, company, application, problems }, state }: JudgedRow): ImportRow {
  return { line, state, title, company, stage: application?.stage ?? null, problems: [...problems] }
}

/** Without folders. */
function plainName(fileName: string): string {
  const name = fileName
    .replace(/^.*[/\\]/, '')
    .replace(/\p{Cc}/gu, '')
    .trim()
  return name === '' ? 'applications.csv' : name
}
