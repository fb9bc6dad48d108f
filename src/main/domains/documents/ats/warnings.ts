import headings from '#resources/resume-headings.json' with { type: 'json' }
import { foldLetters } from '#main/infra/text/fold.ts'
import type { AtsMatch } from '#shared/ats.ts'
import type { DocumentContent, ExportCheck, ResumeItem } from '#shared/documents.ts'
import type { AtsInput } from './ats-input.ts'

type Warning = AtsMatch['warnings'][number]

const STANDARD = new Set(Object.values(headings.sections).flat().map(bare))
const MOST_PAGES: Readonly<Record<DocumentContent['kind'], number>> = { resume: 2, letter: 1 }
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/u
/** A file with fewer letters than this a page is a picture to a parser. */
const LEAST_LETTERS = 40

/** What parsers trip over in this file, computed from its text, its check and what was meant to be in it. Pure. */
export function atsWarnings({
  text,
  content,
  style,
  check,
}: Omit<AtsInput, 'posting' | 'career' | 'profile'>): Warning[] {
  if (text.replaceAll(/[^\p{L}]/gu, '').length < LEAST_LETTERS)
    return [warning('no_text', 'Hardly any text can be read from the file. Choose another template or font.')]
  const items = content.kind === 'resume' ? shownItems(content) : []
  return [
    ...(content.kind === 'resume' && style.template === 'two_column'
      ? [warning('two_columns', 'Two columns: some parsers read straight across them. The template "plain" is safer.')]
      : []),
    ...checkWarnings(check),
    ...contactWarnings(text, content),
    ...pagesWarning(check, content),
    ...dateWarnings(text, items),
    ...headingWarnings(content),
  ]
}

function warning(code: string, message: string): Warning {
  return { code, message }
}

function checkWarnings({ checks }: ExportCheck): Warning[] {
  return checks.filter(({ isOk, kind }) => !isOk && kind !== 'pages').map(({ kind, message }) => warning(kind, message))
}

function contactWarnings(text: string, { header }: DocumentContent): Warning[] {
  const found = EMAIL.test(text)
  if (found) return []
  const what =
    header.email === ''
      ? 'There is no e-mail address. Add one to your details.'
      : 'The e-mail address cannot be read as text.'
  return [warning('email', what)]
}

function pagesWarning({ pages }: ExportCheck, { kind }: DocumentContent): Warning[] {
  if (pages <= MOST_PAGES[kind]) return []
  const most = MOST_PAGES[kind] === 1 ? 'one page' : 'two pages'
  return [warning('pages', `It has ${pages} pages; ${most} are read most. Leave out what matters least.`)]
}

function shownItems({
  sections,
}: Extract<DocumentContent, { kind: 'resume' }>): (ResumeItem & { readonly in: string })[] {
  return sections
    .filter(({ isShown }) => isShown)
    .flatMap(({ items, kind }) => items.filter(({ isShown }) => isShown).map((item) => ({ ...item, in: kind })))
}

function dateWarnings(text: string, items: readonly (ResumeItem & { readonly in: string })[]): Warning[] {
  const undated = items.filter(
    (item) => ['experience', 'education'].includes(item.in) && item.start === null && item.end === null,
  )
  const unread = items.filter(({ start, end }) =>
    [start, end].some((date) => date !== null && !text.includes(date.slice(0, 4))),
  )
  const nameOf = ({ title, organisation }: ResumeItem) => [title, organisation].filter((part) => part !== '').join(', ')
  return [
    ...undated
      .slice(0, 1)
      .map((item) =>
        warning(
          'no_dates',
          `"${nameOf(item)}" has no dates${undated.length > 1 ? `, and ${undated.length - 1} more` : ''}. Parsers sort posts by them.`,
        ),
      ),
    ...unread.slice(0, 1).map((item) => warning('dates', `The dates of "${nameOf(item)}" cannot be read in the file.`)),
  ]
}

function headingWarnings(content: DocumentContent): Warning[] {
  if (content.kind !== 'resume') return []
  const odd = content.sections.filter(
    ({ isShown, title, kind }) => isShown && title !== '' && kind !== 'other' && !isStandard(title),
  )
  return odd.map(({ title }) =>
    warning('headings', `"${title}" is no usual heading; parsers may not know what stands under it.`),
  )
}

function isStandard(title: string): boolean {
  const plain = bare(title)
  const first = plain.split(/ (?:and|und|et|y|e|i|oraz|en|och) /)[0] ?? plain
  return STANDARD.has(plain) || STANDARD.has(first)
}

function bare(text: string): string {
  return foldLetters(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
