import { inReadingOrder, hasTwoColumns } from '../look.ts'
import { type Span, wordsOfSpans } from '../sheet/inline-text.ts'
import type { LetterSheet, ResumeSheet, Sheet, SheetItem } from '../sheet/sheet.ts'
import type { Template } from '#shared/documents.ts'

/** What a file has to show. */
export interface Expected {
  /** Found as it stands, in one line. */
  readonly contacts: readonly string[]
  /** Headings and texts from top to bottom: they are found one after the other. */
  readonly ordered: readonly string[]
  /** Found anywhere. */
  readonly loose: readonly string[]
  /** Addresses that can be followed. */
  readonly links: readonly string[]
}

/** What a file of the sheet has to show, in the order in which the template is read. Pure. */
export function expectedOf(sheet: Sheet, template: Template): Expected {
  const { name, headline, contacts } = sheet.header
  const body = sheet.kind === 'resume' ? ofResume(sheet, hasTwoColumns(template)) : ofLetter(sheet)
  return {
    contacts: [
      name,
      ...contacts.filter(({ kind }) => kind === 'email' || kind === 'phone').map(({ text }) => text),
    ].filter(isSaid),
    ordered: body.ordered.filter(isSaid),
    loose: [headline, ...contacts.map(({ text }) => text), ...body.loose].filter(isSaid),
    links: [...contacts.flatMap(({ url }) => (url === null ? [] : [url])), ...body.links],
  }
}

interface Body {
  readonly ordered: readonly string[]
  readonly loose: readonly string[]
  readonly links: readonly string[]
}

function ofResume(sheet: ResumeSheet, isTwoColumn: boolean): Body {
  const sections = inReadingOrder(sheet, isTwoColumn)
  const lines = sections.flatMap(({ paragraphs, items }) => [...paragraphs, ...items.flatMap(({ bullets }) => bullets)])
  const items = sections.flatMap((section) => section.items)
  return {
    ordered: sections.flatMap((section) => [
      section.title,
      ...section.paragraphs.map(wordsOfSpans),
      ...section.items.flatMap(({ title, bullets }) => [title, ...bullets.map(wordsOfSpans)]),
      ...section.groups.map(({ words }) => words),
    ]),
    loose: [...items.flatMap(besideTitle), ...sections.flatMap(({ groups }) => groups.map(({ label }) => label))],
    links: [...items.flatMap(({ web }) => (web === null || web.url === null ? [] : [web.url])), ...linksOf(lines)],
  }
}

function besideTitle({ organisation, place, note, dates, web }: SheetItem): string[] {
  return [organisation, place, note, dates, web?.text ?? '']
}

function ofLetter(sheet: LetterSheet): Body {
  return {
    ordered: [sheet.subject, sheet.greeting, ...sheet.paragraphs.map(wordsOfSpans), sheet.closing, sheet.signature],
    loose: [...sheet.recipient, sheet.dateLine],
    links: linksOf(sheet.paragraphs),
  }
}

function linksOf(lines: readonly (readonly Span[])[]): string[] {
  return lines.flat().flatMap(({ url }) => (url === null ? [] : [url]))
}

function isSaid(text: string): boolean {
  return text !== ''
}
