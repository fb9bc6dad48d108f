import type { ResumeLine } from '../../file/resume-line.ts'
import { type DateSpan, findSpans } from '../dates.ts'
import { endsWithLegalForm, hasLegalForm, isDegreeWord, isThesis, labelled, titleWords } from '../lexicon.ts'
import type { Part } from '../person/header-parts.ts'
import { isSentence } from '../sentences.ts'
import { isDateCell, type Typed } from './indents.ts'
import { withWholeSpans } from './broken-spans.ts'
import { type WholeLine, wholeLines } from './whole-lines.ts'

export interface EntryRules {
  /** Whether a lone date begins an entry; else only a span or "since" does. */
  readonly isLoneDate: boolean
  /** Whether words beside a lone date are those of a header: of an entry that has no span where others have one. */
  readonly isHeader: (text: string) => boolean
  /** What a header of one piece is made of, which no sign parts. */
  readonly pieces?: (part: Part) => readonly Part[]
  /** Whether a line that is not bold says what was done. */
  readonly isDeed?: (text: string) => boolean
  /** Lines that belong to what is said of an entry, whatever dates they name. */
  readonly notes?: ReadonlySet<ResumeLine>
  /** Whether a line below the date is what the header still lacks, though it has two parts. */
  readonly isLacking?: (parts: readonly Part[], line: ResumeLine) => boolean
}

const MAX_HEADER_CHARS = 110
const MAX_HEADER_WORDS = 14
const MAX_WRAPPED_WORDS = 8
const MAX_NAME_WORDS = 4

/** The lines of a section with what each looks like, those that a narrow column broke as one. Pure, linear. */
export function typedLines(lines: readonly ResumeLine[], rules: EntryRules): Typed[] {
  return withoutWrapped(wholeLines(withWholeSpans(lines)).map((whole) => typeOf(whole, rules)))
}

/** A line of many words that goes on in the next one is text, with or without a stop. */
function withoutWrapped(typed: readonly Typed[]): Typed[] {
  return typed.map((each, at) => {
    const goesOn = typed[at + 1]?.line.isWrapped === true && each.line.text.split(' ').length > MAX_WRAPPED_WORDS
    return each.kind === 'short' && goesOn ? { ...each, kind: 'text' } : each
  })
}

function typeOf({ line, parts }: WholeLine, { isLoneDate, isHeader, isDeed, notes }: EntryRules): Typed {
  const isNote = notes !== undefined && parts.some((part) => notes.has(part))
  if (line.isWrapped || isNote || isThesis(line.text)) return { line, parts, kind: 'text', span: null }
  const spans = findSpans(line.text)
  const range = spans.find(({ isRange }) => isRange)
  const label = labelled(line.text, line.cells)
  const lone = range === undefined ? spans.at(-1) : undefined
  const isLone = isLoneDate || label?.kind === 'dates' || (lone !== undefined && isLoneHeader(line, lone, isHeader))
  const span = range ?? (isLone ? lone : undefined)
  const isPlain = !line.isBullet || line.isBold
  if (span !== undefined && (isPlain || spanIsEdge(line, span)) && isDateLine(line, span))
    return { line, parts, kind: 'date', span }
  if (line.isBullet || isText(line) || (!line.isBold && isDeed?.(line.text) === true))
    return { line, parts, kind: 'text', span: null }
  return { line, parts, kind: 'short', span: null }
}

/** "Summer 2015  Intern, Acme Ltd": a date apart from the words of a header. */
function isLoneHeader(line: ResumeLine, { from, to }: DateSpan, isHeader: (text: string) => boolean): boolean {
  const [before, after] = [line.text.slice(0, from).trim(), line.text.slice(to).trim()]
  if (line.isBullet || (before !== '' && after !== '')) return false
  const isApart = line.cells.length > 1 || /[|·,–—(-]$/u.test(before) || /^[|·:–—)-]/u.test(after)
  return isApart && isHeader(before + after)
}

/** A bullet that is dated as a header is ("• 2018 – 2020: Developer at ACME"). */
function spanIsEdge(line: ResumeLine, { from, isRange }: DateSpan): boolean {
  return isRange && from <= 1 && line.text.length < MAX_HEADER_CHARS
}

/** A date stands alone, before or behind the words of a header, or in brackets; inside of a sentence it is no header's. */
function isDateLine(line: ResumeLine, span: DateSpan): boolean {
  const { from, to } = span
  const before = line.text.slice(0, from).trim()
  const after = line.text.slice(to).trim()
  if (before.length + after.length > MAX_HEADER_CHARS) return false
  if (isDateCell(line, span) && !isSentence(after)) return true
  if (before === '' || after === '') return !/[.!?]$/u.test(before + after) || (before + after).length < 40
  const isParted = /[([|,;:·•–—-]$/u.test(before) && /^[([)\]|,;:·•–—-]/u.test(after)
  if (isParted) return !/[.!?]$/u.test(after) || after.length < 30
  return line.cells.length > 1
}

function isText({ text, isBold }: ResumeLine): boolean {
  if (text.length > MAX_HEADER_CHARS || text.split(' ').length > MAX_HEADER_WORDS || isSentence(text)) return true
  // "otto group"
  const isSmallName = isBold && /^\p{Ll}/u.test(text) && text.split(' ').length <= MAX_NAME_WORDS
  if (/^[\p{Ll}(]/u.test(text) && !/^(?:at|bei|chez|w|m)\s/u.test(text) && !beginsAsHeader(text) && !isSmallName)
    return true
  return /[.!?;]$/u.test(text) && text.split(' ').length > 2 && !endsAsName(text)
}

/** "S. Coop." and "Inc." end no sentence. */
const endsAsName = (text: string) => endsWithLegalForm(text) || /\b(?:co|o\.o)\.$/iu.test(text)

/** "magister, Informatyka": where titles and degrees are written small. */
function beginsAsHeader(text: string): boolean {
  const first = /^[\p{L}.-]+/u.exec(text)?.[0] ?? ''
  if (text.length >= 70) return false
  // "inovaris GmbH"
  if (hasLegalForm(text) && text.split(' ').length <= 5) return true
  return !/[.;]$/u.test(text) && (isDegreeWord(first) || titleWords(first) > 0)
}
