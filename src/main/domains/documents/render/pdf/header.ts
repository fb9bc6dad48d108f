import type { ReactNode } from 'react'
import { HAIRLINE, INK, type Look, QUIET_INK } from '../look.ts'
import { wordsOf } from '../sheet/document-words.ts'
import type { Contact, Sheet } from '../sheet/sheet.ts'
import { box, link, type Node, paragraph, type Style } from './nodes.ts'

/** Name, headline and contacts on top of the first page. */
export function headerBlock(sheet: Sheet, look: Look): Node {
  return HEADERS[look.header](sheet, look)
}

const HEADERS: Readonly<Record<Look['header'], (sheet: Sheet, look: Look) => Node>> = {
  left: (sheet, look) => stacked(sheet, look, {}),
  centre: (sheet, look) => stacked(sheet, look, { textAlign: 'center' }),
  split: (sheet, look) => {
    const rows = pairs(sheet.header.contacts).map((pair) => contactRow(pair, look, { justifyContent: 'flex-end' }))
    return box(
      { flexDirection: 'row', justifyContent: 'space-between', marginBottom: look.line * 0.2 * look.spacing },
      [
        box({ flex: 1, paddingRight: 18 }, nameLines(sheet, look)),
        box({ maxWidth: '50%', paddingTop: look.line * 0.3 }, rows),
      ],
    )
  },
  table: (sheet, look) => (sheet.kind === 'letter' ? senderLines(sheet, look) : detailsTable(sheet, look)),
}

function stacked(sheet: Sheet, look: Look, style: Style): Node {
  const gap = { marginBottom: look.line * 0.35 * look.spacing }
  return box({ ...gap, ...style }, [...nameLines(sheet, look), contactLine(sheet, look)])
}

function nameLines({ header }: Sheet, look: Look): Node[] {
  const name = paragraph(
    { fontSize: look.nameSize, fontWeight: 600, lineHeight: 1.2, color: look.isNameAccent ? look.accent : INK },
    header.name,
  )
  const headline = paragraph(
    {
      fontSize: look.headlineSize,
      lineHeight: 1.35,
      marginTop: look.line * 0.1,
      color: look.template === 'modern' ? look.accent : QUIET_INK,
    },
    header.headline,
  )
  return [...(header.name === '' ? [] : [name]), ...(header.headline === '' ? [] : [headline])]
}

/** Each contact in a box of its own, so that none is broken between two lines. */
function contactLine({ header }: Sheet, look: Look): Node {
  const justifyContent = look.header === 'centre' ? 'center' : 'flex-start'
  return contactRow(header.contacts, look, { justifyContent, marginTop: look.line * 0.3 })
}

function contactRow(contacts: readonly Contact[], look: Look, style: Style): Node {
  const color = look.template === 'plain' ? INK : QUIET_INK
  return box(
    { flexDirection: 'row', flexWrap: 'wrap', columnGap: look.base * 1.5, ...style },
    contacts.map((one) => box({ maxWidth: '100%' }, [paragraph(contactStyle(look), contact(one, color))])),
  )
}

function contactStyle(look: Look) {
  return {
    fontSize: look.small,
    lineHeight: look.line / look.small,
    color: look.template === 'plain' ? INK : QUIET_INK,
  }
}

function contact({ text, url }: Contact, color: string): ReactNode {
  return url === null ? text : link(url, text, color)
}

function pairs(contacts: readonly Contact[]): Contact[][] {
  const rows: Contact[][] = []
  for (const [index, one] of contacts.entries()) {
    if (index % 2 === 0) rows.push([one])
    else rows.at(-1)?.push(one)
  }
  return rows
}

/** The German head: what the page is, and the person's details under labels. */
function detailsTable(sheet: Sheet, look: Look): Node {
  const words = wordsOf(sheet.language)
  const { name, headline, contacts } = sheet.header
  const rows = contacts.map((one, index) => {
    const isRepeated = one.kind === 'web' && contacts[index - 1]?.kind === 'web'
    return detail(look, isRepeated ? '' : words[one.kind], contact(one, INK))
  })
  return box({ marginBottom: look.line * 0.4 * look.spacing }, [
    paragraph(
      { fontSize: look.small, lineHeight: look.line / look.small, color: look.accent, fontWeight: 600 },
      sheet.called,
    ),
    ...(name === '' ? [] : [paragraph({ fontSize: look.nameSize, fontWeight: 600, lineHeight: 1.2 }, name)]),
    ...(headline === ''
      ? []
      : [paragraph({ fontSize: look.headlineSize, lineHeight: 1.35, color: QUIET_INK }, headline)]),
    box({ marginTop: look.line * 0.6 * look.spacing }, rows),
  ])
}

function detail(look: Look, label: string, value: ReactNode): Node {
  return box({ flexDirection: 'row' }, [
    box({ width: look.datesIndent }, label === '' ? [] : [paragraph({ color: QUIET_INK }, label)]),
    box({ flex: 1 }, [paragraph({ color: INK }, value)]),
  ])
}

/** The sender of a letter: name and a line of contacts over a hairline. */
function senderLines(sheet: Sheet, look: Look): Node {
  return box({ paddingBottom: look.line * 0.6, borderBottomWidth: 0.6, borderBottomColor: HAIRLINE }, [
    ...nameLines(sheet, look),
    contactLine(sheet, look),
  ])
}
