import type { DocumentKind, DocumentStyle, PageSize, SectionKind, Template } from '#shared/documents.ts'
import type { ResumeSheet, SheetSection } from './sheet/sheet.ts'

/** The typography of a template. Lengths in points; sizes before the user's scale. */
interface TemplateLook {
  readonly base: number
  readonly lineHeight: number
  readonly nameSize: number
  readonly headlineSize: number
  readonly headingSize: number
  readonly sideMargin: number
  readonly topMargin: number
  /** 'left', 'centre': name, headline, contacts below each other. 'split': contacts on the right. 'table': labelled lines. */
  readonly header: 'left' | 'centre' | 'split' | 'table'
  /** What marks a heading besides its weight. */
  readonly heading: 'bare' | 'rule_below' | 'rule_above'
  readonly isHeadingAccent: boolean
  readonly isNameAccent: boolean
  /** 'stacked': all of it in lines. 'row': dates on the right. 'inline': all in one line. 'dated': dates in a column of their own. */
  readonly item: 'stacked' | 'row' | 'inline' | 'dated'
  readonly isTwoColumn: boolean
}

const PLAIN: TemplateLook = {
  base: 9.8,
  lineHeight: 1.4,
  nameSize: 20,
  headlineSize: 11,
  headingSize: 12,
  sideMargin: 60,
  topMargin: 54,
  header: 'left',
  heading: 'bare',
  isHeadingAccent: false,
  isNameAccent: false,
  item: 'stacked',
  isTwoColumn: false,
}

const LOOKS: Readonly<Record<Template, TemplateLook>> = {
  plain: PLAIN,
  modern: {
    ...PLAIN,
    base: 9.4,
    lineHeight: 1.45,
    nameSize: 26,
    headingSize: 11.5,
    headlineSize: 12,
    heading: 'rule_above',
    isHeadingAccent: true,
    item: 'row',
    sideMargin: 56,
  },
  two_column: {
    ...PLAIN,
    base: 9.1,
    lineHeight: 1.45,
    nameSize: 24,
    headingSize: 11,
    headlineSize: 11.5,
    isHeadingAccent: true,
    isNameAccent: true,
    item: 'row',
    sideMargin: 46,
    topMargin: 48,
    isTwoColumn: true,
  },
  academic: {
    ...PLAIN,
    base: 9.8,
    lineHeight: 1.42,
    nameSize: 22,
    headingSize: 12,
    header: 'centre',
    heading: 'rule_below',
    item: 'row',
    sideMargin: 66,
    topMargin: 60,
  },
  compact: {
    ...PLAIN,
    base: 8.5,
    lineHeight: 1.34,
    nameSize: 18,
    headlineSize: 9.5,
    headingSize: 9.8,
    header: 'split',
    heading: 'rule_below',
    isHeadingAccent: true,
    item: 'inline',
    sideMargin: 42,
    topMargin: 38,
  },
  lebenslauf: {
    ...PLAIN,
    base: 9.6,
    lineHeight: 1.42,
    nameSize: 22,
    headingSize: 12,
    header: 'table',
    heading: 'rule_below',
    isHeadingAccent: true,
    item: 'dated',
    // DIN 5008: 25 mm on the left.
    sideMargin: 70.9,
    topMargin: 56,
  },
}

/** How closely it is set: the size of the text and of the space between its parts, each 1 at the template's own. */
export interface Tightness {
  readonly scale: number
  readonly spacing: number
}

/** A template at a size. `line`: the height of a line of text, by which all distances are counted. */
export interface Look extends TemplateLook {
  readonly template: Template
  readonly page: PageSize
  readonly width: number
  readonly height: number
  readonly accent: string
  readonly line: number
  readonly spacing: number
  readonly small: number
  /** Set in the narrow one of two columns. */
  readonly isNarrow: boolean
  /** Width of the column of dates of a dated template. */
  readonly datesIndent: number
}

/** Points. ISO 216, ANSI/ASME Y14.1. */
const PAGES: Readonly<Record<PageSize, { width: number; height: number }>> = {
  a4: { width: 595.28, height: 841.89 },
  letter: { width: 612, height: 792 },
}

/** Of the width between the margins. */
const DATES_SHARE = 0.245

export const INK = '#1f2328'
export const QUIET_INK = '#57606a'
export const HAIRLINE = '#d0d7de'

/** A letter is read from its first line to its last: never so small or so wide as a compact résumé. */
const LETTER = { base: 9.6, sideMargin: 62, topMargin: 48 }

/** Lengths in points. Pure. */
export function lookOf(style: DocumentStyle, { scale, spacing }: Tightness, kind: DocumentKind): Look {
  const found = LOOKS[style.template]
  const own = kind === 'letter' ? { ...found, ...largerOf(found) } : found
  const base = own.base * scale
  return {
    ...own,
    ...PAGES[style.pageSize],
    template: style.template,
    page: style.pageSize,
    accent: style.template === 'plain' ? INK : style.accent,
    base,
    line: base * own.lineHeight,
    small: base * 0.94,
    nameSize: own.nameSize * scale,
    headlineSize: own.headlineSize * scale,
    headingSize: own.headingSize * scale,
    // Closer setting takes from the margins, too, but leaves what a printer needs.
    topMargin: own.topMargin * (spacing < 1 ? 0.85 : 1),
    spacing,
    isNarrow: false,
    datesIndent: (PAGES[style.pageSize].width - 2 * own.sideMargin) * DATES_SHARE,
  }
}

function largerOf({ base, sideMargin, topMargin }: TemplateLook) {
  return {
    base: Math.max(base, LETTER.base),
    sideMargin: Math.max(sideMargin, LETTER.sideMargin),
    topMargin: Math.max(topMargin, LETTER.topMargin),
  }
}

const SIDE_KINDS: ReadonlySet<SectionKind> = new Set(['skills', 'languages', 'certificates', 'interests', 'awards'])
/** Lines that the narrow column holds on the first page, with room to spare, and letters in one of them. */
const SIDE_LINES = 38
const SIDE_LETTERS = 26

export interface Columns {
  readonly side: readonly SheetSection[]
  readonly main: readonly SheetSection[]
}

/** Which sections stand in the narrow column: short ones, as long as they fit on the first page; what would not fit stays in the wide
 *  one, so that the text never jumps back and forth between the two. Templates of one column have no side. Pure. */
export function columnsOf(sheet: ResumeSheet, isTwoColumn: boolean): Columns {
  const side: SheetSection[] = []
  let lines = 0
  for (const section of isTwoColumn ? sheet.sections : []) {
    if (!SIDE_KINDS.has(section.kind)) continue
    const needed = sideLines(section)
    if (lines + needed > SIDE_LINES) continue
    lines += needed
    side.push(section)
  }
  return { side, main: sheet.sections.filter((section) => !side.includes(section)) }
}

/** Sections in the order in which they are read. Pure. */
export function inReadingOrder(sheet: ResumeSheet, isTwoColumn: boolean): readonly SheetSection[] {
  const { side, main } = columnsOf(sheet, isTwoColumn)
  return [...side, ...main]
}

/** The look's number of columns, without the rest of it. Pure. */
export function hasTwoColumns(template: Template): boolean {
  return LOOKS[template].isTwoColumn
}

function sideLines({ paragraphs, items, groups }: SheetSection): number {
  const texts = [
    ...paragraphs.map((spans) => spans.map(({ text }) => text).join('')),
    ...groups.flatMap(({ label, words }) => [label, words]),
    ...items.flatMap(({ title, organisation, dates, bullets, web }) => [
      title,
      organisation,
      dates,
      web?.text ?? '',
      ...bullets.map((spans) => spans.map(({ text }) => text).join('')),
    ]),
  ]
  return 3 + texts.reduce((sum, text) => sum + Math.ceil(text.length / SIDE_LETTERS) + (text === '' ? 0 : 0.3), 0)
}
