import { writeFile } from 'node:fs/promises'
import { parse, resolve } from 'node:path'
import {
  type Document,
  type DocumentLanguage,
  documentStyleSchema,
  type FileFormat,
  type Template,
} from '#shared/documents.ts'
import type { Core } from '../../core.ts'
import { resumeFromCareer } from '../../domains/documents/resume-from-career.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printJson, printLine } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

export interface ExportFlags extends GlobalFlags {
  readonly format: FileFormat
  readonly document?: number
  readonly template?: Template
  readonly language?: DocumentLanguage
  readonly out?: string
  readonly json?: boolean
}

/** Writes a document as a file and prints what reading it back showed. Exit code 1 when that is not as it should be, or when there is
 *  nothing to export. */
export function exportResumeCommand(flags: ExportFlags): Promise<number> {
  return withCore(flags, async ({ client }) => {
    const { content, style, name } = await exported(client, flags)
    const { fileName, base64, check, fit } = await client.documents.render({ content, style, format: flags.format })
    const path = await write(Buffer.from(base64, 'base64'), { fileName, out: flags.out })
    if (flags.json === true) {
      printJson({ path, document: name, check, fit })
      return check.isOk ? EXIT.ok : EXIT.failed
    }
    printLine(`${name}: ${path} (${check.pages} ${check.pages === 1 ? 'page' : 'pages'})`)
    for (const { kind, isOk, message, samples } of check.checks) {
      printLine(`${isOk ? 'ok    ' : 'wrong '} ${kind}: ${[message, ...samples].join(' ')}`)
    }
    for (const { text } of fit.left) printLine(`left out to fit on one page: ${text}`)
    if (!check.isOk) process.stderr.write('The file is written, and is not read back as it should be.\n')
    return check.isOk ? EXIT.ok : EXIT.failed
  })
}

type Exported = Pick<Document, 'content' | 'style' | 'name'>

/** The document that is named, else the master, else everything the career holds. */
async function exported(client: Core['client'], flags: ExportFlags): Promise<Exported> {
  const { document: id = await masterId(client), template, language } = flags
  const wished = { ...(template === undefined ? {} : { template }), ...(language === undefined ? {} : { language }) }
  if (id !== null) {
    const { content, style, name } = await client.documents.get({ id })
    return { content, name, style: { ...style, ...wished } }
  }
  const [{ career, isEmpty }, { profile }] = await Promise.all([client.career.get(), client.profile.get()])
  if (isEmpty) {
    throw new CliFailure(
      'There is nothing to export: the career is empty and no résumé is the master. Fill in the career in the app, or name a document with --document.',
    )
  }
  const style = documentStyleSchema.parse(wished)
  return { content: resumeFromCareer(career, profile, style.language), style, name: 'Everything the career holds' }
}

async function masterId(client: Core['client']): Promise<number | null> {
  const resumes = await client.documents.list({ kind: 'resume' })
  return resumes.find(({ isMaster }) => isMaster)?.id ?? null
}

const MOST_TRIES = 100

/** Under the name that was asked for, in place of what is there; else under the document's own, or the next one that is free. */
async function write(
  bytes: Buffer,
  { fileName, out }: { readonly fileName: string; readonly out: string | undefined },
): Promise<string> {
  if (out !== undefined) return written(resolve(out), { bytes, flag: 'w' })
  const { name, ext } = parse(fileName)
  for (let tries = 1; tries < MOST_TRIES; tries += 1) {
    try {
      return await written(resolve(tries === 1 ? fileName : `${name} (${tries})${ext}`), { bytes, flag: 'wx' })
    } catch (error) {
      if (!(error instanceof FileThere)) throw error
    }
  }
  throw new CliFailure(`${fileName} is there already, many times over. Name the file with --out.`)
}

class FileThere extends Error {
  override readonly name = 'FileThere'
}

async function written(
  path: string,
  { bytes, flag }: { readonly bytes: Buffer; readonly flag: 'w' | 'wx' },
): Promise<string> {
  try {
    await writeFile(path, bytes, { flag })
    return path
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    if (code === null) throw error
    if (code === 'EEXIST') throw new FileThere(path, { cause: error })
    throw new CliFailure(`The file ${path} cannot be written (${code}). Name another with --out.`)
  }
}
