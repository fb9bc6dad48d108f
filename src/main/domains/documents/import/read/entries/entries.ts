import type { ResumeLine } from '../../file/resume-line.ts'
import type { DateSpan } from '../dates.ts'
import { type HeaderLine, isLength, partsOf } from '../person/header-parts.ts'
import { isGroupName, labelled } from '../lexicon.ts'
import { isPlace } from '../person/places.ts'
import { joinLines } from '../source-lines.ts'
import { withoutAsides } from './asides.ts'
import { type Typed, withIndents } from './indents.ts'
import { type EntryRules, typedLines } from './typed-lines.ts'
import { OPEN_END } from './whole-lines.ts'

/** One post, degree or project as its lines stand: those over it, with its span, and what is said below. */
export interface Entry {
  readonly header: readonly HeaderLine[]
  /** Which line of the header the span stands in. */
  readonly anchor: number
  readonly span: DateSpan | null
  readonly points: readonly Point[]
  /** What the points are made of. */
  readonly body: readonly ResumeLine[]
  readonly lines: readonly ResumeLine[]
}

export interface Point {
  readonly text: string
  readonly isBullet: boolean
}

/** Lines over the first date of a section, at most. */
const MAX_ABOVE = 3
/** Without bullets: lines below the line of the date that still belong to the header. */
const MAX_BELOW = 3
const MAX_ENTRIES = 60
/** In points. */
const LOUDER = 0.4

/** The entries of a section. A date begins each; which lines around it are its header is told by how the first one stands, by empty
 *  space and by what is plainly text. Pure, linear. */
export function entriesOf(lines: readonly ResumeLine[], rules: EntryRules): Entry[] {
  const own = lines.filter(({ text, cells, isBullet }) => isBullet || cells.length > 1 || !isGroupName(text))
  const typed = withoutAsides(withIndents(typedLines(own, rules)), rules)
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
      pieces: rules.pieces ?? ((part) => [part]),
      isAbove: loud !== null,
    }),
  )
}

/** The size of the first line over the first date where it is set larger than the rest: that of an employer. */
function loudSize(head: readonly Typed[], date: Typed | undefined): number | null {
  const [first, ...others] = head
  const sizes = [...others, ...(date === undefined ? [] : [date])].map(({ line }) => line.size)
  return first !== undefined && first.line.size > Math.max(...sizes) + LOUDER ? first.line.size : null
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
  const first = typed[anchor - shorts]
  if (floor >= 0 && shorts > 1 && above > 0 && anchor - shorts === floor + 1 && first && isPlace(first.line.text))
    shorts -= 1
  const top = typed[anchor - shorts]
  if (shorts === 0) return anchor
  const bold = boldLead(typed, { anchor, shorts: Math.min(shorts, MAX_ABOVE), floor })
  if (loud === null && bold > above) return anchor - bold
  if (loud !== null) return anchor - loudLead(typed.slice(anchor - shorts, anchor), { above, loud })
  const isAfterText = typed[anchor - shorts - 1]?.kind === 'text'
  if (isAfterText && above > 0) {
    // The first post of another employer has a line more than the next one of the same.
    const isEmployer =
      shorts > above && shorts <= MAX_ABOVE && top?.line.isBold === true && isApart(typed, anchor - shorts)
    return anchor - (isEmployer ? shorts : Math.min(shorts, above))
  }
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

/** How many lines over a date that is not bold follow the last bold one, with it: an employer over the first of its posts. */
function boldLead(
  typed: readonly Typed[],
  { anchor, shorts, floor }: { anchor: number; shorts: number; floor: number },
): number {
  if (typed[anchor]?.line.isBold !== false) return 0
  const at = typed.slice(anchor - shorts, anchor).findLastIndex(({ line }) => line.isBold && !line.isBullet)
  const before = typed[anchor - shorts + at - 1]
  // What stands directly below the date before is that one's own.
  const isOwn = floor >= 0 && anchor - shorts + at <= floor + 1
  return at === -1 || isOwn || before?.line.isBold === true ? 0 : shorts - at
}

/** Whether a line stands off from the one before and looks like the beginning of something. */
function isApart(typed: readonly Typed[], at: number): boolean {
  const [before, line] = [typed[at - 1]?.line, typed[at]?.line]
  if (before === undefined || line === undefined) return false
  return line.gap > before.gap * 1.15 && (line.isBold || line.gap > 1.8)
}

interface HeaderRules extends Required<Pick<EntryRules, 'isLacking' | 'pieces'>> {
  readonly anchor: number
  /** Whether title and employer stand over the date, so that below it only a place does. */
  readonly isAbove: boolean
}

function entryOf(typed: readonly Typed[], { anchor, isLacking, pieces, isAbove }: HeaderRules): Entry {
  const header: HeaderLine[] = []
  const rest: ResumeLine[] = []
  let below = 0
  let isBody = false
  for (const [index, { line, kind, span }] of typed.entries()) {
    const label = labelled(line.text, line.cells)
    const isField = label !== null && label.kind !== 'bullets'
    const isOpen =
      !isBody && (isField || isPlace(line.text) || (!isAbove && hasRoom(header, { line, isLacking, pieces })))
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
    anchor,
    span: typed[anchor]?.span ?? null,
    points: pointsOf(rest),
    body: rest,
    lines: typed.flatMap(({ parts }) => parts),
  }
}

function hasRoom(
  header: readonly HeaderLine[],
  { line, isLacking, pieces }: Pick<HeaderRules, 'isLacking' | 'pieces'> & { line: ResumeLine },
): boolean {
  const { parts } = partsOf(header)
  const [lone, other] = parts
  const isLone = other === undefined && (lone === undefined || pieces(lone).length < 2)
  return isLone || isLacking(parts, line)
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
        !OPEN_END.test(last.at(-1)?.text ?? '') &&
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
