import type { IMPORT_ROW_STATES, ImportField, ImportMapping } from '#shared/application-transfer.ts'
import type { IMPORT_PROBLEMS } from '#shared/errors.ts'
import { formatCount, formatQuantity, type Locale } from '../../../ui/format.ts'

export type RowState = (typeof IMPORT_ROW_STATES)[number]
export type Counts = Readonly<Record<RowState, number>>

export const FIELD_WORDS: Readonly<Record<ImportField, string>> = {
  title: 'Job title',
  company: 'Employer',
  place: 'Place',
  url: 'Address of the posting',
  stage: 'Stage',
  appliedAt: 'Day of applying',
  salary: 'Pay',
  notes: 'Notes',
  contactName: 'Name of a contact',
  contactEmail: 'Email of a contact',
  followUpAt: 'Follow-up date',
}

export const STATE_WORDS: Readonly<Record<RowState, string>> = {
  new: 'New',
  known: 'Already there',
  twice: 'Twice in the file',
  bad: 'Cannot be read',
}

const DELIMITER_WORDS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
}

type Trouble = (typeof IMPORT_PROBLEMS)[number]

const UNREADABLE_WORDS: Readonly<Record<Trouble, { readonly title: string; readonly next: string }>> = {
  empty: {
    title: 'The file is empty',
    next: 'Export it again from your tracker, and look into it before you choose it.',
  },
  no_rows: {
    title: 'The file has a header and no rows',
    next: 'Look whether a filter was on when you exported it from your tracker.',
  },
  not_table: {
    title: 'The file is no table',
    next: 'Only CSV can be read: text with columns parted by commas, semicolons or tabs. In a spreadsheet, choose “Save as” and “CSV UTF-8”.',
  },
  broken: {
    title: 'The file breaks off',
    next: 'A quote opens there and never closes, so that the rest of the file is one cell. Close it, or take it out.',
  },
  no_title: {
    title: 'Nothing says title and employer',
    next: 'Say which columns hold the job title and the employer.',
  },
}

/** Why a file cannot be read, where, and what to do about it. Pure. */
export function unreadableWords(problem: { readonly problem: Trouble; readonly line: number | null }) {
  const { title, next } = UNREADABLE_WORDS[problem.problem]
  return { title: problem.line === null ? title : `${title} at line ${formatCount(problem.line)}`, next }
}

/** "12 columns, parted by semicolons". Pure. */
export function tableWords(header: readonly string[], delimiter: string): string {
  const columns = formatQuantity(header.length, ['column', 'columns'])
  const parted = DELIMITER_WORDS[delimiter]
  return parted === undefined || header.length === 1 ? columns : `${columns}, parted by ${parted}`
}

/** "9,800 new, 12 already there, 200 cannot be read"; what does not occur is left out, but for new. Pure. */
export function countsWords(counts: Counts, locale?: Locale): string {
  const parts = [`${formatCount(counts.new, locale)} new`]
  if (counts.known > 0) parts.push(`${formatCount(counts.known, locale)} already there`)
  if (counts.twice > 0) parts.push(`${formatCount(counts.twice, locale)} twice in the file`)
  if (counts.bad > 0) parts.push(`${formatCount(counts.bad, locale)} cannot be read`)
  return parts.join(', ')
}

/** What has to be said before any row can be taken; null when all is said. Pure. */
export function missingWords({ columns }: ImportMapping): string | null {
  const missing = [
    columns.title === undefined ? 'the job title' : null,
    columns.company === undefined ? 'the employer' : null,
  ]
  const named = missing.filter((word) => word !== null)
  return named.length === 0 ? null : `Say which column holds ${named.join(' and which ')}.`
}

/** What became of the rows that were not imported. Pure. */
export function restWords({ known, twice, bad }: Counts, locale?: Locale): string {
  const parts = [
    known > 0 ? `${formatQuantity(known, ['row was', 'rows were'], locale)} there already.` : null,
    twice > 0 ? `${formatQuantity(twice, ['row says', 'rows say'], locale)} what an earlier one says.` : null,
    bad > 0 ? `${formatQuantity(bad, ['row', 'rows'], locale)} could not be read.` : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? 'Every row of it was taken.' : parts.join(' ')
}
