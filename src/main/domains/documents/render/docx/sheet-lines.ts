import { AlignmentType, HeadingLevel, TabStopType } from 'docx'
import { inReadingOrder, INK, type Look, QUIET_INK } from '../look.ts'
import { wordsOf } from '../sheet/document-words.ts'
import type { LetterSheet, ResumeSheet, Sheet, SheetGroup, SheetItem, SheetSection } from '../sheet/sheet.ts'
import { BULLETS, dotted, type Line, linked, rightEdge, type Run, run, runsOf, twips } from './paragraphs.ts'

/** Name, headline and contacts; in a German table of dates with their labels. */
export function headerLines(sheet: Sheet, look: Look): Line[] {
  const { name, headline, contacts } = sheet.header
  const align = look.header === 'centre' ? { alignment: AlignmentType.CENTER } : {}
  const isTable = look.header === 'table' && sheet.kind === 'resume'
  const words = wordsOf(sheet.language)
  const labelled = contacts.map(({ kind, text, url }, index) => {
    const label = kind === 'web' && contacts[index - 1]?.kind === 'web' ? '' : words[kind]
    return { ...hanging(look), children: [run(`${label}\t`, { color: QUIET_INK }), linked(text, url)] }
  })
  const joined = {
    ...align,
    spacing: { before: twips(look.line * 0.3) },
    children: dotted(contacts.map(({ text, url }) => linked(text, url))),
  }
  return [
    ...(isTable ? [{ children: [run(sheet.called, { isBold: true, color: look.accent })] }] : []),
    ...(name === '' ? [] : [{ heading: HeadingLevel.TITLE, ...align, children: [run(name)] }]),
    ...(headline === '' ? [] : [{ style: 'Headline', ...align, children: [run(headline)] }]),
    ...(isTable ? labelled : contacts.length === 0 ? [] : [joined]),
  ]
}

/** The sections in the order in which the PDF is read. */
export function resumeLines(sheet: ResumeSheet, look: Look): Line[] {
  return inReadingOrder(sheet, look.isTwoColumn).flatMap((section) => sectionLines(section, look))
}

export function letterLines(sheet: LetterSheet, look: Look): Line[] {
  const gap = twips(look.line * look.spacing)
  const line = (
    text: string,
    before: number,
    how: Omit<Line, 'spacing' | 'children'> & { isBold?: boolean } = {},
  ): Line[] => {
    const { isBold, ...rest } = how
    return text === ''
      ? []
      : [{ ...rest, spacing: { before: Math.round(before) }, children: [run(text, isBold === true ? { isBold } : {})] }]
  }
  const address = sheet.recipient.flatMap((text, index) => line(text, index === 0 ? gap * 1.5 : 0))
  const isGerman = look.template === 'lebenslauf'
  const date = line(sheet.dateLine, gap * 1.5, isGerman ? { alignment: AlignmentType.RIGHT } : {})
  return [
    ...(isGerman ? [...address, ...date] : [...date, ...address]),
    ...line(sheet.subject, gap * 1.5, { isBold: true }),
    ...line(sheet.greeting, gap * 1.5),
    ...sheet.paragraphs.map((spans) => ({ spacing: { before: Math.round(gap * 0.75) }, children: runsOf(spans) })),
    ...line(sheet.closing, gap, { keepNext: true }),
    ...line(sheet.signature, gap * 2),
  ]
}

function sectionLines(section: SheetSection, look: Look): Line[] {
  return [
    { heading: HeadingLevel.HEADING_1, children: [run(section.title)] },
    ...section.paragraphs.map((spans) => ({ ...inner(look), children: runsOf(spans) })),
    ...section.items.flatMap((item) => itemLines(item, look)),
    ...section.groups.map((group) => groupLine(group, look)),
  ]
}

function itemLines(item: SheetItem, look: Look): Line[] {
  const bullets = item.bullets.map((spans) => ({
    style: 'ListBullet',
    numbering: { reference: BULLETS, level: 0 },
    children: runsOf(spans),
  }))
  const keep = bullets.length > 0 ? { keepNext: true } : {}
  const note =
    item.note === '' ? [] : [run(`${item.title === '' ? '' : ' · '}${item.note}`, { isBold: false, color: QUIET_INK })]
  const title = [...(item.title === '' ? [] : [run(item.title)]), ...note]
  const meta = metaRuns(item, look.item === 'stacked' ? item.dates : '')
  const metaLine = meta.length === 0 ? [] : [{ ...keep, ...inner(look), children: dotted(meta) }]
  const dates = item.dates === '' ? [] : [run(item.dates, { isBold: false, color: QUIET_INK })]
  if (look.item === 'stacked') return [{ heading: HeadingLevel.HEADING_2, children: title }, ...metaLine, ...bullets]
  if (look.item === 'dated') {
    const head = { heading: HeadingLevel.HEADING_2, ...hanging(look), children: [...dates, run('\t'), ...title] }
    return [head, ...metaLine, ...bullets]
  }
  const tabStops = [{ type: TabStopType.RIGHT, position: rightEdge(look) }]
  const after = dates.length === 0 ? [] : [run('\t'), ...dates]
  return [{ heading: HeadingLevel.HEADING_2, tabStops, children: [...title, ...after] }, ...metaLine, ...bullets]
}

function metaRuns({ organisation, place, web }: SheetItem, dates: string): Run[] {
  const text = (said: string) => (said === '' ? [] : [run(said, { color: QUIET_INK })])
  return [...text(organisation), ...text(place), ...(web === null ? [] : [linked(web.text, web.url)]), ...text(dates)]
}

function groupLine({ label, words }: SheetGroup, look: Look): Line {
  const spacing = { before: twips(look.line * 0.15 * look.spacing) }
  if (look.item === 'dated') {
    return {
      ...hanging(look),
      spacing,
      children: [run(`${label}\t`, { color: QUIET_INK }), run(words, { color: INK })],
    }
  }
  return { spacing, children: [...(label === '' ? [] : [run(`${label}: `, { isBold: true })]), run(words)] }
}

/** What stands before the tab is in the column of dates; further lines begin behind it. */
function hanging(look: Look) {
  const left = twips(look.datesIndent)
  return { indent: { left, hanging: left }, tabStops: [{ type: TabStopType.LEFT, position: left }] }
}

function inner(look: Look) {
  return look.item === 'dated' ? { indent: { left: twips(look.datesIndent) } } : {}
}
