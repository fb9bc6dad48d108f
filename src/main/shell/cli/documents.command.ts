import type {
  Document,
  DocumentHead,
  DocumentKind,
  LetterContent,
  ResumeItem,
  ResumeSection,
  VersionHead,
} from '#shared/documents.ts'
import { EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

interface DocumentsFlags extends GlobalFlags {
  readonly json?: boolean
}

export function listDocumentsCommand(flags: DocumentsFlags & { readonly kind?: DocumentKind }): Promise<number> {
  return withCore(flags, async ({ client }) => {
    const found = await client.documents.list(flags.kind === undefined ? {} : { kind: flags.kind })
    if (flags.json === true) printJson(found)
    else if (found.length === 0) printLine('No résumé and no letter.')
    else printTable([['number', 'kind', 'changed', 'versions', 'sent', 'state', 'name', 'for'], ...found.map(row)])
    return EXIT.ok
  })
}

export function showDocumentCommand(id: number, flags: DocumentsFlags): Promise<number> {
  return withCore(flags, async ({ client }) => {
    const document = await client.documents.get({ id })
    const versions = await client.documents.versions({ id })
    if (flags.json === true) printJson({ document, versions })
    else printDocument(document, versions)
    return EXIT.ok
  })
}

function row({ id, kind, updatedAt, versions, sent, isMaster, isLocked, name, job }: DocumentHead): string[] {
  const state = [isMaster ? 'master' : '', isLocked ? 'locked' : ''].filter((word) => word !== '').join(', ')
  return [String(id), kind, day(updatedAt), String(versions), String(sent), state, name, jobText(job)]
}

function jobText(job: DocumentHead['job']): string {
  return job === null ? '' : [job.title, job.company].filter((word) => word !== '').join(' at ')
}

function printDocument(document: Document, versions: readonly VersionHead[]): void {
  const { name, kind, job, language, template, updatedAt, content } = document
  printLine(`${name} (${kind}, ${language}, ${template}), changed ${day(updatedAt)}`)
  if (job !== null) printLine(`For ${jobText(job)}.`)
  const { header } = content
  printLine(`\n${[header.name, header.headline, header.email, header.phone].filter((word) => word !== '').join(' · ')}`)
  if (content.kind === 'letter') printLetter(content)
  else content.sections.forEach(printSection)
  if (versions.length > 0) printLine('')
  for (const version of versions) printLine(versionText(version))
}

function printLetter({ recipient, subject, greeting, paragraphs, closing, signature }: LetterContent): void {
  const lines = [recipient.company, subject, greeting, ...shown(paragraphs).map(({ text }) => text), closing, signature]
  for (const line of lines.filter((text) => text !== '')) printLine(line)
}

function printSection(section: ResumeSection): void {
  if (!section.isShown) return
  printLine(`\n${section.title === '' ? section.kind : section.title}`)
  for (const { text } of shown(section.paragraphs)) printLine(`  ${text}`)
  shown(section.items).forEach(printItem)
  for (const { label, words } of shown(section.groups))
    printLine(`  ${label === '' ? '' : `${label}: `}${words.join(', ')}`)
}

function printItem({ title, organisation, start, end, isDated, bullets }: ResumeItem): void {
  const span = isDated ? start : start === null ? end : `${start} to ${end ?? 'now'}`
  printLine(`  ${[title, organisation, span ?? ''].filter((word) => word !== '').join(', ')}`)
  for (const { text } of shown(bullets)) printLine(`    - ${text}`)
}

function shown<T extends { readonly isShown: boolean }>(parts: readonly T[]): T[] {
  return parts.filter(({ isShown }) => isShown)
}

function versionText({ number, name, createdAt, sentTo }: VersionHead): string {
  const went = sentTo.map(({ title, company }) => [title, company].filter((word) => word !== '').join(' at '))
  return `Version ${number}, ${day(createdAt)}: ${name}${went.length === 0 ? '' : `; went to ${went.join(', ')}`}`
}

function day(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}
