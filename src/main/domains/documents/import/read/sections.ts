import type { ResumeLine } from '../file/resume-line.ts'
import { findLanguageNames } from '../../../jobs/enrich/reading-words.service.ts'
import { findSpans } from './dates.ts'
import { headingLooks } from './heading-looks.ts'
import { headingKind, headingWithin, isDocumentWord, type SectionKind, titleWords } from './lexicon.ts'
import { skillsListed } from './person/skills.ts'

/** Lines that stand under one heading; 'head' is what stands before the first one of its column. */
export interface Section {
  readonly kind: SectionKind | 'head'
  readonly heading: string
  readonly lines: readonly ResumeLine[]
  /** Whether no table knows its heading. */
  readonly isGuessed: boolean
}

/** A line of its own ("Sprachen: Deutsch, Englisch") inside of another section ends with the line. */
const INLINE: ReadonlySet<SectionKind> = new Set(['skills', 'languages', 'interest'])
/** Fewer may be anything. */
const MIN_POSTS = 2
const ENTRIES: ReadonlySet<SectionKind | 'head'> = new Set(['experience', 'education', 'projects'])

interface Open {
  kind: SectionKind | 'head'
  heading: string
  lines: ResumeLine[]
  size: number
  isGuessed: boolean
}

/** The parts of a résumé, in the order of the file. Pure, linear. */
export function sectionsOf(lines: readonly ResumeLine[]): Section[] {
  const sections: Open[] = []
  let open: Open = { kind: 'head', heading: '', lines: [], size: 0, isGuessed: false }
  let flow = lines[0]?.flow ?? 0
  const looksAsHeading = headingLooks(lines)
  let wrapped: ResumeLine[] | null = null
  const begin = (kind: SectionKind | 'head', heading: string, size: number) => {
    sections.push(open)
    open = { kind, heading, lines: [], size, isGuessed: false }
  }
  for (const [index, line] of lines.entries()) {
    if (line.flow !== flow) {
      flow = line.flow
      wrapped = null
      // A column begins anew; a band across the page below a heading goes on.
      if (open.lines.length > 0) begin('head', '', 0)
    }
    const found =
      headingOf(line, { next: lines[index + 1], open }) ??
      unknownHeading(line, { isFirst: index === 0, looksAsHeading })
    const list = wrapped
    wrapped = null
    // "Languages: German, English," goes on below.
    if (found === null && list !== null && line.cells.length === 1 && !line.text.includes(':')) list.push(line)
    else if (found === null) open.lines.push(line)
    else if (found.isInline && open.kind !== 'head') {
      const { kind, heading, size } = open
      begin(found.kind, found.heading, 0)
      open.lines.push(...found.rest)
      if (line.text.endsWith(',')) wrapped = open.lines
      begin(kind, heading, size)
    } else {
      begin(found.kind, found.heading, line.size)
      open.isGuessed = found.isGuessed
      open.lines.push(...found.rest)
    }
  }
  sections.push(open)
  return withPosts(joined(sections.filter((section) => section.lines.length > 0)))
}

/** Where no heading is one of posts: the part under a heading that no table knows, if it has spans of time beside words of titles. */
function withPosts(sections: readonly Section[]): Section[] {
  if (sections.some(({ kind }) => kind === 'experience')) return [...sections]
  const worth = ({ isGuessed, lines }: Section) => {
    const spans = lines.filter(({ text }) => findSpans(text).some(({ isRange }) => isRange)).length
    const titles = lines.filter(({ text, isBullet }) => !isBullet && titleWords(text) > 0).length
    return isGuessed ? Math.min(spans, titles) : 0
  }
  const best = sections.toSorted((left, right) => worth(right) - worth(left))[0]
  if (best === undefined || worth(best) < MIN_POSTS) return [...sections]
  return sections.map((section) => (section === best ? { ...section, kind: 'experience' } : section))
}

interface Found {
  readonly kind: SectionKind
  readonly heading: string
  /** What stands in the same line, behind the heading or beside it. */
  readonly rest: readonly ResumeLine[]
  readonly isInline: boolean
  readonly isGuessed: boolean
}

function headingOf(line: ResumeLine, { next, open }: { next: ResumeLine | undefined; open: Open }): Found | null {
  if (line.isWrapped || isDocumentWord(line.text)) return null
  const [first = '', ...others] = line.cells
  const bare = line.text.replace(/[:：]\s*$/u, '')
  const whole = headingKind(bare)
  if (whole !== null && isLikely(line, { kind: whole, next, open }))
    return { kind: whole, heading: bare, rest: [], isInline: false, isGuessed: false }
  if (others.length > 0) {
    const kind = headingKind(first.replace(/[:：]\s*$/u, ''))
    if (kind === null || kind === 'person' || isSkillLabel(kind, { open, beside: others.join(' ') })) return null
    const isInline = INLINE.has(kind) && open.size > 0 && line.size <= open.size && !line.isBold
    return {
      kind,
      heading: first,
      rest: [withCells(line, others)],
      isInline: isInline && line.text.includes(':'),
      isGuessed: false,
    }
  }
  const colon = /^([^:：]{3,40})[:：]\s*(?=\S)/u.exec(line.text)
  const kind = colon === null ? null : headingKind(colon[1] ?? '')
  if (colon === null || kind === null || !INLINE.has(kind)) return null
  if (isSkillLabel(kind, { open, beside: line.text.slice(colon[0].length) })) return null
  return {
    kind,
    heading: colon[1] ?? '',
    rest: [withCells(line, [line.text.slice(colon[0].length)])],
    isInline: true,
    isGuessed: false,
  }
}

/** "Languages  C++, Python" among skills. */
function isSkillLabel(kind: SectionKind, { open, beside }: { open: Open; beside: string }): boolean {
  return (
    kind === 'languages' &&
    open.kind === 'skills' &&
    skillsListed(beside).length > 0 &&
    findLanguageNames(beside).length === 0
  )
}

/** A heading by its looks alone. What no table calls anything ends what was before. */
function unknownHeading(
  line: ResumeLine,
  { isFirst, looksAsHeading }: { isFirst: boolean; looksAsHeading: (line: ResumeLine) => boolean },
): Found | null {
  if (isFirst || !looksAsHeading(line)) return null
  const kind = headingWithin(line.text)
  return { kind: kind ?? 'other', heading: line.text, rest: [], isInline: false, isGuessed: kind === null }
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
