import type { ResumeLine } from '../../file/resume-line.ts'
import { type DateSpan, findSpans } from '../dates.ts'
import { type HeaderLine, isLength, partsOf, type Part } from '../person/header-parts.ts'
import { isDegreeWord, isGroupName, isThesis, labelled, titleWords } from '../lexicon.ts'
import { isPlace } from '../person/places.ts'
import { joinLines } from '../source-lines.ts'
import { isSentence } from '../sentences.ts'
import { isDateCell, type Typed, withIndents } from './indents.ts'
import { type WholeLine, wholeLines } from './whole-lines.ts'

/** One post, degree or project as its lines stand: those over it, with its span, and what is said below. */
export interface Entry {
  readonly header: readonly HeaderLine[]
  readonly span: DateSpan | null
  readonly points: readonly Point[]
  readonly lines: readonly ResumeLine[]
}

export interface Point {
  readonly text: string
  readonly isBullet: boolean
}

interface EntryRules {
  /** Whether a lone date begins an entry; else only a span or "since" does. */
  readonly isLoneDate: boolean
  /** Whether words beside a lone date are those of a header: of an entry that has no span where others have one. */
  readonly isHeader: (text: string) => boolean
  /** Whether a line below the date is what the header still lacks, though it has two parts. */
  readonly isLacking?: (parts: readonly Part[], line: ResumeLine) => boolean
}

const MAX_HEADER_CHARS = 110
const MAX_HEADER_WORDS = 14
/** Lines over the first date of a section, at most. */
const MAX_ABOVE = 3
/** Without bullets: lines below the line of the date that still belong to the header. */
const MAX_BELOW = 3
const MAX_ENTRIES = 60
const MAX_WRAPPED_WORDS = 8
/** In points. */
const LOUDER = 0.4

/** The entries of a section. A date begins each; which lines around it are its header is told by how the first one stands, by empty
 *  space and by what is plainly text. Pure, linear. */
export function entriesOf(lines: readonly ResumeLine[], rules: EntryRules): Entry[] {
  const own = lines.filter(({ text, cells, isBullet }) => isBullet || cells.length > 1 || !isGroupName(text))
  const typed = withoutNotes(withIndents(withoutWrapped(wholeLines(own).map((whole) => typeOf(whole, rules)))), rules)
  const anchors = anchorsOf(typed)
  if (anchors.length === 0) return []
  const lead = leadOf(typed, anchors[0] ?? 0)
  const head = typed.slice(Math.max(0, (anchors[0] ?? 0) - Math.min(lead, MAX_ABOVE)), anchors[0] ?? 0)
  const above = head.filter(({ line }) => !isLength(line.text)).length
  const loud = above < 2 ? null : loudSize(head, typed[anchors[0] ?? 0])
  const starts = anchors.map((anchor, index) =>
    startOf(typed, { anchor, above, loud, floor: index === 0 ? -1 : (anchors[index - 1] ?? 0) }),
  )
  starts[0] = Math.max(0, (anchors[0] ?? 0) - MAX_ABOVE, (anchors[0] ?? 0) - leadOf(typed, anchors[0] ?? 0))
  return anchors.slice(0, MAX_ENTRIES).map((anchor, index) =>
    entryOf(typed.slice(starts[index], starts[index + 1] ?? typed.length), {
      anchor: anchor - (starts[index] ?? 0),
      isLacking: rules.isLacking ?? (() => false),
      isAbove: loud !== null,
    }),
  )
}

/** A line of many words that goes on in the next one is text, with or without a stop. */
function withoutWrapped(typed: readonly Typed[]): Typed[] {
  return typed.map((each, at) => {
    const goesOn = typed[at + 1]?.line.isWrapped === true && each.line.text.split(' ').length > MAX_WRAPPED_WORDS
    return each.kind === 'short' && goesOn ? { ...each, kind: 'text' } : each
  })
}

/** The size of the first line over the first date where it is set larger than the rest: that of an employer. */
function loudSize(head: readonly Typed[], date: Typed | undefined): number | null {
  const [first, ...others] = head
  const sizes = [...others, ...(date === undefined ? [] : [date])].map(({ line }) => line.size)
  return first !== undefined && first.line.size > Math.max(...sizes) + LOUDER ? first.line.size : null
}

/** Among spans, the year of a thesis or a prize that stands below a degree begins no entry. */
function withoutNotes(typed: readonly Typed[], { isHeader }: EntryRules): Typed[] {
  if (!typed.some(({ span }) => span?.isRange === true)) return [...typed]
  return typed.map((each) => {
    if (each.kind !== 'date' || each.span === null || each.span.isRange) return each
    const words = `${each.line.text.slice(0, each.span.from)} ${each.line.text.slice(each.span.to)}`
    return /\p{L}{3}/u.test(words) && !isHeader(words) ? { ...each, kind: 'text', span: null } : each
  })
}

function typeOf({ line, parts }: WholeLine, { isLoneDate, isHeader }: EntryRules): Typed {
  if (line.isWrapped || isThesis(line.text)) return { line, parts, kind: 'text', span: null }
  const spans = findSpans(line.text)
  const range = spans.find(({ isRange }) => isRange)
  const label = labelled(line.text, line.cells)
  const lone = range === undefined ? spans.at(-1) : undefined
  const isLone = isLoneDate || label?.kind === 'dates' || (lone !== undefined && isLoneHeader(line, lone, isHeader))
  const span = range ?? (isLone ? lone : undefined)
  const isPlain = !line.isBullet || line.isBold
  if (span !== undefined && (isPlain || spanIsEdge(line, span)) && isDateLine(line, span))
    return { line, parts, kind: 'date', span }
  if (line.isBullet || isText(line)) return { line, parts, kind: 'text', span: null }
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

function isText({ text }: ResumeLine): boolean {
  if (text.length > MAX_HEADER_CHARS || text.split(' ').length > MAX_HEADER_WORDS || isSentence(text)) return true
  if (/^[\p{Ll}(]/u.test(text) && !/^(?:at|bei|chez|w|m)\s/u.test(text) && !beginsAsHeader(text)) return true
  return (
    /[.!?;]$/u.test(text) &&
    text.split(' ').length > 2 &&
    !/\b(?:inc|ltd|corp|co|e\.v|o\.o|s\.a|s\.l|s\.r\.l|s\.p\.a|lda|b\.v|n\.v)\.$/iu.test(text)
  )
}

/** "magister, Informatyka": where titles and degrees are written small. */
function beginsAsHeader(text: string): boolean {
  const first = /^[\p{L}.-]+/u.exec(text)?.[0] ?? ''
  return text.length < 70 && !/[.;]$/u.test(text) && (isDegreeWord(first) || titleWords(first) > 0)
}

/** A second date below the first one of a header is not another entry: "2018 – 2020" over "Berlin, since 2018". */
function anchorsOf(typed: readonly Typed[]): number[] {
  return typed.flatMap(({ kind }, index) => (kind === 'date' ? [index] : []))
}

/** How many short lines stand over the first date. */
function leadOf(typed: readonly Typed[], anchor: number): number {
  let count = 0
  while (anchor - count - 1 >= 0 && typed[anchor - count - 1]?.kind === 'short') count += 1
  return count
}

/** Where the entry of an anchor begins: after the last text before it, and not further above than the first entry's header does. */
function startOf(
  typed: readonly Typed[],
  { anchor, above, loud, floor }: { anchor: number; above: number; loud: number | null; floor: number },
): number {
  let shorts = 0
  while (anchor - shorts - 1 > floor && typed[anchor - shorts - 1]?.kind === 'short') shorts += 1
  // The place below a date is that of the post before.
  const top = typed[anchor - shorts]
  if (floor >= 0 && shorts > 1 && above > 0 && anchor - shorts === floor + 1 && top && isPlace(top.line.text))
    shorts -= 1
  if (shorts === 0) return anchor
  if (loud !== null) return anchor - loudLead(typed.slice(anchor - shorts, anchor), { above, loud })
  const isAfterText = typed[anchor - shorts - 1]?.kind === 'text'
  if (isAfterText && above > 0) return anchor - Math.min(shorts, above)
  if (isAfterText) {
    // No header of the section begins above its date: only the wider space shows that this one does.
    const isWider = (typed[anchor - shorts]?.line.gap ?? 0) > (typed[anchor]?.line.gap ?? 0)
    return isWider && isApart(typed, anchor - shorts) ? anchor - Math.min(shorts, MAX_ABOVE) : anchor
  }
  return anchor - Math.min(shorts, above)
}

/** How many lines over a date are its header's where employers are set larger: up to the employer; where none is, all but it. */
function loudLead(shorts: readonly Typed[], { above, loud }: { above: number; loud: number }): number {
  const at = shorts.findLastIndex(({ line }) => Math.abs(line.size - loud) < LOUDER)
  return at === -1 ? Math.min(shorts.length, above - 1) : shorts.length - at
}

/** Whether a line stands off from the one before and looks like the beginning of something. */
function isApart(typed: readonly Typed[], at: number): boolean {
  const [before, line] = [typed[at - 1]?.line, typed[at]?.line]
  if (before === undefined || line === undefined) return false
  return line.gap > before.gap * 1.15 && (line.isBold || line.gap > 1.8)
}

interface HeaderRules extends Required<Pick<EntryRules, 'isLacking'>> {
  readonly anchor: number
  /** Whether title and employer stand over the date, so that below it only a place does. */
  readonly isAbove: boolean
}

function entryOf(typed: readonly Typed[], { anchor, isLacking, isAbove }: HeaderRules): Entry {
  const header: HeaderLine[] = []
  const rest: ResumeLine[] = []
  let below = 0
  let isBody = false
  for (const [index, { line, kind, span }] of typed.entries()) {
    const label = labelled(line.text, line.cells)
    const isField = label !== null && label.kind !== 'bullets'
    const isOpen = !isBody && (isField || isPlace(line.text) || (!isAbove && hasRoom(header, { line, isLacking })))
    if (index <= anchor) header.push({ line, span })
    else if (isOpen && (kind === 'short' || isField) && (isField || below < MAX_BELOW)) {
      header.push({ line, span })
      below += isField ? 0 : 1
    } else {
      isBody = true
      rest.push(line)
    }
  }
  return {
    header,
    span: typed[anchor]?.span ?? null,
    points: pointsOf(rest),
    lines: typed.flatMap(({ parts }) => parts),
  }
}

function hasRoom(
  header: readonly HeaderLine[],
  { line, isLacking }: Pick<HeaderRules, 'isLacking'> & { line: ResumeLine },
): boolean {
  const { parts } = partsOf(header)
  return parts.length < 2 || isLacking(parts, line)
}

/** Bullets with what they were wrapped into; other lines are joined until a sentence ends. */
export function pointsOf(lines: readonly ResumeLine[]): Point[] {
  const groups: ResumeLine[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    const isNew =
      line.isBullet ||
      last === undefined ||
      (!line.isWrapped &&
        (/[.!?:;]$/u.test(last.at(-1)?.text ?? '') || line.gap > 1.9 || !/^[\p{Ll}(\d]/u.test(line.text)))
    if (isNew) groups.push([line])
    else last.push(line)
  }
  return groups.map((group) => ({ text: joinLines(withoutLabel(group)), isBullet: group[0]?.isBullet ?? false }))
}

/** "Main activities: …" tells what follows, and is no part of it. */
function withoutLabel(group: readonly ResumeLine[]): readonly { readonly text: string }[] {
  const [first, ...rest] = group
  const field = first === undefined ? null : labelled(first.text, first.cells)
  return field?.kind === 'bullets' ? [{ text: field.value }, ...rest] : group
}
