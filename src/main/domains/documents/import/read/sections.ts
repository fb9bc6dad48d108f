import type { ResumeLine } from '../file/resume-line.ts'
import { headingKind, isDocumentWord, type SectionKind } from './lexicon.ts'

/** Lines that stand under one heading; 'head' is what stands before the first one of its column. */
export interface Section {
  readonly kind: SectionKind | 'head'
  readonly heading: string
  readonly lines: readonly ResumeLine[]
}

/** A line of its own ("Sprachen: Deutsch, Englisch") inside of another section ends with the line. */
const INLINE: ReadonlySet<SectionKind> = new Set(['skills', 'languages', 'interest'])
const ENTRIES: ReadonlySet<SectionKind | 'head'> = new Set(['experience', 'education', 'projects'])

interface Open {
  kind: SectionKind | 'head'
  heading: string
  lines: ResumeLine[]
  size: number
}

/** The parts of a résumé, in the order of the file. Pure, linear. */
export function sectionsOf(lines: readonly ResumeLine[]): Section[] {
  const sections: Open[] = []
  let open: Open = { kind: 'head', heading: '', lines: [], size: 0 }
  let flow = lines[0]?.flow ?? 0
  const begin = (kind: SectionKind | 'head', heading: string, size: number) => {
    sections.push(open)
    open = { kind, heading, lines: [], size }
  }
  for (const [index, line] of lines.entries()) {
    if (line.flow !== flow) {
      flow = line.flow
      // A column begins anew; a band across the page below a heading goes on.
      if (open.lines.length > 0) begin('head', '', 0)
    }
    const found = headingOf(line, { next: lines[index + 1], open })
    if (found === null) open.lines.push(line)
    else if (found.isInline && open.kind !== 'head') {
      const { kind, heading, size } = open
      begin(found.kind, found.heading, 0)
      open.lines.push(...found.rest)
      begin(kind, heading, size)
    } else {
      begin(found.kind, found.heading, line.size)
      open.lines.push(...found.rest)
    }
  }
  sections.push(open)
  return joined(sections.filter((section) => section.lines.length > 0))
}

interface Found {
  readonly kind: SectionKind
  readonly heading: string
  /** What stands in the same line, behind the heading or beside it. */
  readonly rest: readonly ResumeLine[]
  readonly isInline: boolean
}

function headingOf(line: ResumeLine, { next, open }: { next: ResumeLine | undefined; open: Open }): Found | null {
  if (line.isWrapped || isDocumentWord(line.text)) return null
  const [first = '', ...others] = line.cells
  const bare = line.text.replace(/[:：]\s*$/u, '')
  const whole = headingKind(bare)
  if (whole !== null && isLikely(line, { kind: whole, next, open }))
    return { kind: whole, heading: bare, rest: [], isInline: false }
  if (others.length > 0) {
    const kind = headingKind(first.replace(/[:：]\s*$/u, ''))
    if (kind === null || kind === 'person') return null
    const isInline = INLINE.has(kind) && open.size > 0 && line.size <= open.size && !line.isBold
    return { kind, heading: first, rest: [withCells(line, others)], isInline: isInline && line.text.includes(':') }
  }
  const colon = /^([^:：]{3,40})[:：]\s*(?=\S)/u.exec(line.text)
  const kind = colon === null ? null : headingKind(colon[1] ?? '')
  if (colon === null || kind === null || !INLINE.has(kind)) return null
  return { kind, heading: colon[1] ?? '', rest: [withCells(line, [line.text.slice(colon[0].length)])], isInline: true }
}

/** The words of a heading are also words: "Projects" as an item of a list is none. */
function isLikely(
  line: ResumeLine,
  { kind, next, open }: { kind: SectionKind; next: ResumeLine | undefined; open: Open },
): boolean {
  if (line.isBullet) return line.isBold && line.size > (next?.size ?? line.size)
  if (open.size === 0) return true
  const isLoud = line.isBold || line.text === line.text.toUpperCase() || /[:：]$/u.test(line.text)
  if (line.size > open.size * 0.92) return true
  // Smaller than the headings before: a line inside an entry, unless it is bold.
  return isLoud && kind !== open.kind && !ENTRIES.has(open.kind)
}

function withCells(line: ResumeLine, cells: readonly string[]): ResumeLine {
  return { ...line, text: cells.join('  '), cells }
}

/** One section again where only a line of another one parted it. */
function joined(sections: readonly Open[]): Section[] {
  const result: Section[] = []
  for (const section of sections) {
    const at = result.findLastIndex(({ kind, heading }) => kind === section.kind && heading === section.heading)
    const known = result[at]
    if (known === undefined || section.kind === 'head') result.push(section)
    else result[at] = { ...known, lines: [...known.lines, ...section.lines] }
  }
  return result
}
