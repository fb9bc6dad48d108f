import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { ORPCError } from '@orpc/client'
import type { Career, CareerChange, CareerView } from '#shared/career.ts'
import type { ErrorData } from '#shared/errors.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

interface CareerFlags extends GlobalFlags {
  readonly json?: boolean
}

interface ImportFlags extends CareerFlags {
  readonly replace?: boolean
  readonly dryRun?: boolean
}

export function showCareerCommand(flags: CareerFlags): Promise<number> {
  return withCore(flags, async ({ client }) => {
    const view = await client.career.get()
    if (flags.json === true) printJson(view)
    else printView(view)
    return EXIT.ok
  })
}

/** Exit code 1 when the file is no JSON Resume, with the reason on standard error. */
export async function importCareerCommand(path: string, flags: ImportFlags): Promise<number> {
  const file = { text: path === '-' ? await text(process.stdin) : await textOf(path) }
  const mode = flags.replace === true ? 'replace' : 'add'
  return withCore(flags, async ({ client }) => {
    if (flags.dryRun === true) {
      const preview = await readable(client.career.readJsonResume(file))
      if (flags.json === true) printJson(preview)
      else printChanges({ changes: preview.changes[mode], ignored: preview.ignored })
      return EXIT.ok
    }
    const { version } = await client.career.get()
    const taken = await readable(client.career.importJsonResume({ ...file, mode, version }))
    if (flags.json === true) printJson(taken)
    else printChanges(taken)
    return EXIT.ok
  })
}

export function exportCareerCommand(flags: GlobalFlags): Promise<number> {
  return withCore(flags, async ({ client }) => {
    process.stdout.write((await client.career.exportJsonResume()).text)
    return EXIT.ok
  })
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    if (code === null) throw error
    throw new CliFailure(`The file ${path} cannot be read (${code}).`, EXIT.usage)
  }
}

async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== 'CAREER_FILE_REFUSED') throw error
    throw new CliFailure(`The file is no JSON Resume. ${(error.data as ErrorData<'CAREER_FILE_REFUSED'>).reason}`)
  }
}

function printView({ career, hints, isEmpty }: CareerView): void {
  if (isEmpty) printLine('Nothing is said yet.')
  else printTable(rowsOf(career))
  for (const { message } of hints) printLine(message)
}

function rowsOf({ person, summary, ...lists }: Career): string[][] {
  const { links, ...lines } = person
  const said = Object.entries(lines).filter(([, value]) => value !== null && value !== '')
  return [
    ...said.map(([field, value]) => [field, String(value)]),
    ...links.map(({ label, url }) => [label === '' ? 'link' : label, url]),
    ...(summary === '' ? [] : [['summary', summary.replaceAll(/\s+/g, ' ')]]),
    ...lists.experiences.map(({ company, title, start, end }) => [spanText(start, end), titleText(title, company)]),
    ...lists.education.map(({ institution, degree, start, end }) => [
      spanText(start, end),
      titleText(degree, institution),
    ]),
    ...lists.projects.map(({ name, start, end }) => [spanText(start, end), name]),
    ...lists.extras.map(({ kind, name, date }) => [date ?? kind, titleText(name, kind)]),
    ...lists.confirmed.map((claim) => ['confirmed', claim.text]),
  ]
}

function spanText(start: string | null, end: string | null): string {
  if (start === null) return end ?? ''
  return `${start} to ${end ?? 'now'}`
}

function titleText(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(', ')
}

function printChanges({ changes, ignored }: { readonly changes: CareerChange[]; readonly ignored: string[] }): void {
  printTable(
    changes.map(({ effect, part, name, cut }) => [
      effect,
      part,
      cut === undefined ? name : `${name} (no room for ${cut})`,
    ]),
  )
  for (const line of ignored) printLine(`left out: ${line}`)
  const count = (effect: CareerChange['effect']) => changes.filter((change) => change.effect === effect).length
  const without = count('no_room')
  printLine(
    `${count('added')} added, ${count('completed')} completed, ${count('replaced')} replaced, ` +
      `${count('known') + count('kept')} left as they were${without === 0 ? '' : `, ${without} without room`}; ${ignored.length} left out.`,
  )
}
