import type { ResumeLine } from '../file/resume-line.ts'
import { type DateSpan, findSpans } from './dates.ts'
import { type HeaderLine, partsOf } from './person/header-parts.ts'
import { labelled } from './lexicon.ts'
import { isPlace } from './person/places.ts'
import { joinLines } from './source-lines.ts'

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
}

type Kind = 'date' | 'short' | 'text'
interface Typed {
  readonly line: ResumeLine
  readonly kind: Kind
  readonly span: DateSpan | null
}

const MAX_HEADER_CHARS = 110
const MAX_HEADER_WORDS = 14
/** Lines over the first date of a section, at most. */
const MAX_ABOVE = 3
/** Without bullets: lines below the line of the date that still belong to the header. */
const MAX_BELOW = 3
const MAX_ENTRIES = 60

/** The entries of a section. A date begins each; which lines around it are its header is told by how the first one stands, by empty
 *  space and by what is plainly text. Pure, linear. */
export function entriesOf(lines: readonly ResumeLine[], rules: EntryRules): Entry[] {
  const typed = lines.map((line) => typeOf(line, rules))
  const anchors = anchorsOf(typed)
  if (anchors.length === 0) return []
  const above = Math.min(leadOf(typed, anchors[0] ?? 0), MAX_ABOVE)
  const starts = anchors.map((anchor, index) =>
    startOf(typed, { anchor, above, floor: index === 0 ? -1 : (anchors[index - 1] ?? 0) }),
  )
  starts[0] = Math.max(0, (anchors[0] ?? 0) - MAX_ABOVE, (anchors[0] ?? 0) - leadOf(typed, anchors[0] ?? 0))
  return anchors
    .slice(0, MAX_ENTRIES)
    .map((anchor, index) =>
      entryOf(typed.slice(starts[index], starts[index + 1] ?? typed.length), anchor - (starts[index] ?? 0)),
    )
}

function typeOf(line: ResumeLine, { isLoneDate }: EntryRules): Typed {
  if (line.isWrapped) return { line, kind: 'text', span: null }
  const spans = findSpans(line.text)
  const range = spans.find(({ isRange }) => isRange)
  const label = labelled(line.text, line.cells)
  const span = range ?? (isLoneDate || label?.kind === 'dates' ? spans.at(-1) : undefined)
  const isPlain = !line.isBullet || line.isBold
  if (span !== undefined && (isPlain || spanIsEdge(line, span)) && isDateLine(line, span))
    return { line, kind: 'date', span }
  if (line.isBullet || isText(line)) return { line, kind: 'text', span: null }
  return { line, kind: 'short', span: null }
}

/** A bullet that is dated as a header is ("• 2018 – 2020: Developer at ACME"). */
function spanIsEdge(line: ResumeLine, { from, isRange }: DateSpan): boolean {
  return isRange && from <= 1 && line.text.length < MAX_HEADER_CHARS
}

/** A date stands alone, before or behind the words of a header, or in brackets; inside of a sentence it is no header's. */
function isDateLine(line: ResumeLine, { from, to }: DateSpan): boolean {
  const before = line.text.slice(0, from).trim()
  const after = line.text.slice(to).trim()
  if (before.length + after.length > MAX_HEADER_CHARS) return false
  if (before === '' || after === '') return !/[.!?]$/u.test(before + after) || (before + after).length < 40
  const isParted = /[([|,;:·•–—-]$/u.test(before) && /^[)\]|,;:·•–—-]/u.test(after)
  if (isParted) return !/[.!?]$/u.test(after) || after.length < 30
  return line.cells.length > 1
}

function isText({ text }: ResumeLine): boolean {
  if (text.length > MAX_HEADER_CHARS || text.split(' ').length > MAX_HEADER_WORDS) return true
  if (/^[\p{Ll}(]/u.test(text) && !/^(?:at|bei|chez|w|m)\s/u.test(text)) return true
  return (
    /[.!?;]$/u.test(text) &&
    text.split(' ').length > 2 &&
    !/\b(?:inc|ltd|corp|co|e\.v|o\.o|s\.a|s\.l|s\.r\.l|s\.p\.a|lda|b\.v|n\.v)\.$/iu.test(text)
  )
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
  { anchor, above, floor }: { anchor: number; above: number; floor: number },
): number {
  let shorts = 0
  while (anchor - shorts - 1 > floor && typed[anchor - shorts - 1]?.kind === 'short') shorts += 1
  if (shorts === 0) return anchor
  const isAfterText = typed[anchor - shorts - 1]?.kind === 'text'
  if (isAfterText && above > 0) return anchor - Math.min(shorts, above)
  if (isAfterText) return isApart(typed, anchor - shorts) ? anchor - Math.min(shorts, MAX_ABOVE) : anchor
  return anchor - Math.min(shorts, above)
}

/** Whether a line stands off from the one before and looks like the beginning of something. */
function isApart(typed: readonly Typed[], at: number): boolean {
  const [before, line] = [typed[at - 1]?.line, typed[at]?.line]
  return before !== undefined && line !== undefined && line.gap > before.gap * 1.15 && (line.isBold || line.gap > 1.8)
}

function entryOf(typed: readonly Typed[], anchor: number): Entry {
  const header: HeaderLine[] = []
  const rest: ResumeLine[] = []
  let below = 0
  let isBody = false
  for (const [index, { line, kind, span }] of typed.entries()) {
    const label = labelled(line.text, line.cells)
    const isField = label !== null && label.kind !== 'bullets'
    const isOpen = !isBody && (isField || isPlace(line.text) || partsOf(header).parts.length < 2)
    if (index <= anchor) header.push({ line, span })
    else if (isOpen && (kind === 'short' || isField) && (isField || below < MAX_BELOW)) {
      header.push({ line, span })
      below += isField ? 0 : 1
    } else {
      isBody = true
      rest.push(line)
    }
  }
  return { header, span: typed[anchor]?.span ?? null, points: pointsOf(rest), lines: typed.map(({ line }) => line) }
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
