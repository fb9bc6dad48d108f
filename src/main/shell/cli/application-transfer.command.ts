import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { ORPCError } from '@orpc/client'
import {
  type ApplicationImport,
  type ImportMapping,
  type ImportPreview,
  type ImportRow,
  importMappingSchema,
} from '#shared/application-transfer.ts'
import type { ErrorData } from '#shared/errors.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

interface TransferFlags extends GlobalFlags {
  readonly json?: boolean
}

interface ImportFlags extends TransferFlags {
  readonly dryRun?: boolean
  readonly mapping?: string
}

/** Exit code 1 when the file is no table of applications, with the reason on standard error. */
export async function importApplicationsCommand(path: string, flags: ImportFlags): Promise<number> {
  const text = decoded(path === '-' ? await buffer(process.stdin) : await bytesOf(path))
  const mapping = flags.mapping === undefined ? null : mappingIn(decoded(await bytesOf(flags.mapping)), flags.mapping)
  const file = { fileName: path === '-' ? 'standard input' : path, text, mapping }
  return withCore(flags, async ({ client }) => {
    if (flags.dryRun === true) {
      const preview = await readable(client.applicationTransfer.previewImport(file))
      if (flags.json === true) printJson(preview)
      else printPreview(preview)
      return EXIT.ok
    }
    const done = await readable(client.applicationTransfer.import(file))
    if (flags.json === true) printJson(done)
    else {
      printRows(done.bad)
      printLine(
        `${countsText(done.counts)} This is import ${done.import.id}; undo-import ${done.import.id} takes it back.`,
      )
    }
    return EXIT.ok
  })
}

export function listImportsCommand(flags: TransferFlags): Promise<number> {
  return withCore(flags, async ({ client }) => {
    const imports = await client.applicationTransfer.imports()
    if (flags.json === true) printJson(imports)
    else if (imports.length === 0) printLine('No file was taken in.')
    else printTable([['number', 'taken in', 'added', 'taken back', 'file'], ...imports.map(importRow)])
    return EXIT.ok
  })
}

export function undoImportCommand(id: number, flags: TransferFlags & { redo?: boolean }): Promise<number> {
  return withCore(flags, async ({ client }) => {
    const { undoImport, redoImport } = client.applicationTransfer
    const changed = await (flags.redo === true ? redoImport({ id }) : undoImport({ id }))
    if (flags.json === true) printJson(changed)
    else printLine(`Import ${id} is ${changed.undoneAt === null ? 'in place' : 'taken back'}.`)
    return EXIT.ok
  })
}

export function exportApplicationsCommand(flags: GlobalFlags & { format: 'csv' | 'json' }): Promise<number> {
  return withCore(flags, async ({ client }) => {
    const { text } = await client.applicationTransfer.export({ format: flags.format })
    process.stdout.write(text)
    return EXIT.ok
  })
}

export function printCalendarCommand(flags: GlobalFlags): Promise<number> {
  return withCore(flags, async ({ client }) => {
    process.stdout.write((await client.applicationTransfer.calendar()).text)
    return EXIT.ok
  })
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    if (code === null) throw error
    throw new CliFailure(`The file ${path} cannot be read (${code}).`, EXIT.usage)
  }
}

/** UTF-16 where its mark says so, else UTF-8, else what Windows wrote before. */
function decoded(bytes: Buffer): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function mappingIn(text: string, path: string): ImportMapping {
  const wrong = new CliFailure(`${path} is no mapping. --dry-run --json prints one to begin with.`, EXIT.usage)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong
    throw error
  }
  const read = importMappingSchema.safeParse(value)
  if (!read.success) throw wrong
  return read.data
}

async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== 'IMPORT_UNREADABLE') throw error
    throw new CliFailure(reasonText(error.data as ErrorData<'IMPORT_UNREADABLE'>))
  }
}

function reasonText({ problem, line }: ErrorData<'IMPORT_UNREADABLE'>): string {
  const reasons: Readonly<Record<typeof problem, string>> = {
    empty: 'The file is empty.',
    no_rows: 'The file has a header and no rows.',
    not_table: 'The file is no table: no sign parts columns in it. Save it as CSV.',
    broken: `The file is broken: a quote in the row of line ${line ?? 1} does not close.`,
    no_title: 'Nothing in the file says which job it is, or at whom. Say it with --mapping.',
  }
  return reasons[problem]
}

function printPreview({ preset, counts, rows }: ImportPreview): void {
  if (preset !== null) printLine(`Recognised as ${preset}.`)
  printRows(rows)
  printLine(countsText(counts, 'would be '))
}

function printRows(rows: readonly ImportRow[]): void {
  if (rows.length === 0) return
  printTable([
    ['line', 'state', 'stage', 'title', 'company', 'problems'],
    ...rows.map(({ line, state, stage, title, company, problems }) => [
      String(line),
      state,
      stage ?? '',
      title,
      company,
      problems.join(' '),
    ]),
  ])
}

function countsText(counts: ImportPreview['counts'], would = ''): string {
  const { new: added, known, twice, bad } = counts
  return `${added} ${would}added; ${known} known already, ${twice} twice in the file, ${bad} that cannot be taken.`
}

function importRow({ id, fileName, importedAt, added, undoneAt }: ApplicationImport): string[] {
  const minute = (instant: number) => `${new Date(instant).toISOString().slice(0, 16)}Z`
  return [String(id), minute(importedAt), String(added), undoneAt === null ? '' : minute(undoneAt), fileName]
}
