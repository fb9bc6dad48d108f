import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { AppError, type ErrorData } from '#shared/errors.ts'
import { RESUME_FILE_MAX_BYTES, type ResumeReading, type Suggestion } from '#shared/resume-import.ts'
import { createDocumentWorker } from '../../domains/documents/worker/document-worker.ts'
import { systemClock } from '../../infra/time/clock.ts'
import { startDocumentsThread } from '../headless/documents-thread/start-thread.ts'
import { entryScript } from '../headless/entry-script.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'

type Of<K extends Suggestion['kind']> = Extract<Suggestion, { kind: K }>

/** Prints what a résumé says and takes in nothing. Exit code 1 when it could not be read. */
export async function importResumeCommand(path: string, flags: { readonly json?: boolean }): Promise<number> {
  const bytes = path === '-' ? await firstBytes(process.stdin) : await bytesOf(path)
  const reading = await readingOf({ name: path === '-' ? 'standard input' : basename(path), bytes })
  if (flags.json === true) printJson(answerOf(reading))
  else print(reading)
  return reading.status === 'ok' ? EXIT.ok : EXIT.failed
}

/** As the app reads it: in a thread with bounds of time and memory. */
async function readingOf(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<ResumeReading> {
  const worker = createDocumentWorker({
    startThread: () => startDocumentsThread(entryScript('documents-worker')),
    clock: systemClock,
    onLost: ({ how }) => void process.stderr.write(`${how.split('\n', 1)[0] ?? how}\n`),
  })
  try {
    return await worker.read(file)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'WORK_ENDED') throw error
    throw new CliFailure((error.data as ErrorData<'WORK_ENDED'>).reason)
  } finally {
    await worker.close()
  }
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await firstBytes(createReadStream(path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    if (code === null) throw error
    throw new CliFailure(`The file ${path} cannot be read (${code}).`, EXIT.usage)
  }
}

/** All bytes, or of too large a file enough of them to tell: what is larger than memory is refused and not held. */
async function firstBytes(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let count = 0
  for await (const chunk of stream) {
    if (!(chunk instanceof Buffer)) throw new TypeError('Bytes are expected')
    chunks.push(chunk)
    count += chunk.length
    if (count > RESUME_FILE_MAX_BYTES) break
  }
  return Buffer.concat(chunks)
}

/** In the shape that is documented in docs/READING.md. */
function answerOf(reading: ResumeReading) {
  const all = <K extends Suggestion['kind']>(kind: K) =>
    reading.suggestions.filter((each): each is Of<K> => each.kind === kind)
  const person = (field: string) => all('person').find((each) => each.field === field)?.value ?? null
  return {
    status: reading.status,
    message: reading.message,
    name: person('name'),
    email: person('email'),
    phone: person('phone'),
    links: all('link').map(({ url }) => url),
    skills: all('skill').map(({ value }) => value),
    experiences: all('experience').map(({ value: { company, title, start, end } }) => ({ company, title, start, end })),
    education: all('education').map(({ value: { institution, degree, field } }) => ({
      institution,
      degree: [degree, field].filter((part) => part !== '').join(' '),
    })),
    languages: all('language').map(({ code }) => code),
  }
}

function print(reading: ResumeReading): void {
  printLine(reading.message)
  if (reading.status !== 'ok') return
  printTable([
    ['sure', 'what', 'value'],
    ...reading.suggestions.map((each) => [each.doubts.length === 0 ? 'yes' : 'check', each.kind, valueOf(each)]),
  ])
  if (reading.unread.length > 0) printLine(`${reading.unread.length} lines led to nothing.`)
}

function valueOf(suggestion: Suggestion): string {
  if (suggestion.kind === 'experience') {
    const { title, company, start, end } = suggestion.value
    return `${title}, ${company} (${start ?? ''} – ${end ?? (start === null ? '' : 'present')})`
  }
  if (suggestion.kind === 'education') return `${suggestion.value.degree} ${suggestion.value.institution}`.trim()
  if (suggestion.kind === 'project' || suggestion.kind === 'extra') return suggestion.value.name
  if (suggestion.kind === 'link') return suggestion.url
  if (suggestion.kind === 'language') return `${suggestion.code} ${suggestion.level ?? ''}`.trim()
  return suggestion.value.replaceAll('\n', ' ')
}
