import headings from '#resources/document-headings.json' with { type: 'json' }
import type { DocumentLanguage, SectionKind } from '#shared/documents.ts'

interface DocumentWords {
  readonly resume: string
  readonly letter: string
  readonly present: string
  readonly monthSeparator: string
  /** Short names, January first; empty: months are written as numbers. */
  readonly months: readonly string[]
  readonly personal: string
  readonly name: string
  readonly place: string
  readonly phone: string
  readonly email: string
  readonly web: string
  readonly sections: Readonly<Record<SectionKind, string>>
}

const WORDS: Readonly<Record<DocumentLanguage, DocumentWords>> = headings.languages

/** What documents of a language say by themselves: headings, months, "present". Pure. */
export function wordsOf(language: DocumentLanguage): DocumentWords {
  return WORDS[language]
}

interface Span {
  readonly start: string | null
  readonly end: string | null
  /** `start` is the one date there is. */
  readonly isDated: boolean
}

/** "Mar 2019 – present", "03/2019 – heute", "2016 – 2018", "Jun 2021"; empty when nothing is known. Dates are 'YYYY' or 'YYYY-MM'. A start
 *  alone goes on, unless it is the one date; one that ends when it began is said once. Pure. */
export function datesText(span: Span, language: DocumentLanguage): string {
  const start = span.start === null ? '' : dateText(span.start, language)
  const end = span.end === null ? '' : dateText(span.end, language)
  if (start === '') return end
  if (span.isDated || start === end) return start
  return `${start} – ${end === '' ? wordsOf(language).present : end}`
}

function dateText(date: string, language: DocumentLanguage): string {
  const [year = '', month] = date.split('-')
  if (month === undefined) return year
  const { months, monthSeparator } = wordsOf(language)
  return `${months[Number(month) - 1] ?? month}${monthSeparator}${year}`
}
