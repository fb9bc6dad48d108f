import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { ResumeReading, Suggestion } from '#shared/resume-import.ts'
import { readResumeBytes } from '../../domains/documents/import/read-resume-bytes.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'

type Of<K extends Suggestion['kind']> = Extract<Suggestion, { kind: K }>

/** Prints what a résumé says and takes in nothing. Exit code 1 when it could not be read. */
export async function importResumeCommand(path: string, flags: { readonly json?: boolean }): Promise<number> {
  const bytes = path === '-' ? await buffer(process.stdin) : await bytesOf(path)
  const reading = await readResumeBytes({ name: path === '-' ? 'standard input' : basename(path), bytes })
  if (flags.json === true) printJson(answerOf(reading))
  else print(reading)
  return reading.status === 'ok' ? EXIT.ok : EXIT.failed
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
    ...reading.suggestions.map((each) => [`${Math.round(each.confidence * 100)} %`, each.kind, valueOf(each)]),
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
