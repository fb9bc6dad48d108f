import type { ReactNode } from 'react'
import { INK, type Look, QUIET_INK } from '../look.ts'
import { type Span, wordsOfSpans } from '../sheet/inline-text.ts'
import type { SheetGroup, SheetItem } from '../sheet/sheet.ts'
import { box, link, type Node, paragraph, spans, styled } from './nodes.ts'

/** Beyond so many letters a text may be split between pages; kept whole it could leave half a page empty. */
export const WHOLE_LETTERS = 700

/** An item as blocks from top to bottom, none of which should be split: the first is its head with its first point, the last its last two
 *  points when there are more, so that neither stands alone. */
export function itemBlocks(item: SheetItem, look: Look, isFirst: boolean): Node[] {
  const points = item.bullets.map((bullet, index) => bulletLine(bullet, { look, isFirst: index === 0 }))
  const isLong = item.bullets.some((bullet) => wordsOfSpans(bullet).length > WHOLE_LETTERS)
  const gap = { marginTop: isFirst ? firstGap(look) : look.line * 0.55 * look.spacing }
  if (isLong) return [box(gap, [HEADS[look.item](item, look)], true), ...points.map((point) => box({}, [point]))]
  const [first, ...rest] = points
  const last = rest.length >= 2 ? rest.splice(-2) : []
  return [
    box(gap, [HEADS[look.item](item, look), ...(first === undefined ? [] : [first])], true),
    ...rest.map((point) => box({}, [point], true)),
    ...(last.length > 0 ? [box({}, last, true)] : []),
  ]
}

/** "Label: words"; in a dated template the label stands in the column of dates. */
export function groupBlock({ label, words }: SheetGroup, look: Look, isFirst: boolean): Node {
  const gap = isFirst ? firstGap(look) : look.line * (look.isNarrow ? 0.4 : 0.15) * look.spacing
  if (look.item === 'dated') return datedRow(look, { dates: label, children: [paragraph({}, words)], gap })
  if (look.isNarrow && label !== '') {
    return box({ marginTop: gap }, [paragraph({ fontWeight: 600 }, label), paragraph({}, words)], true)
  }
  const name = label === '' ? [] : [styled({ fontWeight: 600 }, `${label}: `)]
  return box({ marginTop: gap }, [paragraph({}, ...name, words)], words.length < WHOLE_LETTERS)
}

/** A paragraph of a section; it may be split when it is long. */
export function textBlock(text: readonly Span[], look: Look, isFirst: boolean): Node {
  const node = paragraph({}, ...spans(text, look.accent))
  const gap = isFirst ? firstGap(look) : look.line * 0.3 * look.spacing
  if (look.item === 'dated') return datedRow(look, { dates: '', children: [node], gap })
  return box({ marginTop: gap }, [node], wordsOfSpans(text).length < WHOLE_LETTERS)
}

/** Between a heading and whatever comes first under it. */
function firstGap(look: Look): number {
  return look.line * (look.heading === 'bare' ? 0.15 : 0.3) * look.spacing
}

const HEADS: Readonly<Record<Look['item'], (item: SheetItem, look: Look) => Node>> = {
  stacked: (item, look) => box({}, [titleLine(item, []), ...line(metaParts(item, look, [item.dates]))]),
  row: (item, look) => box({}, [beside(titleLine(item, []), dates(item.dates)), ...line(metaParts(item, look, []))]),
  inline: (item, look) => beside(titleLine(item, metaParts(item, look, [])), dates(item.dates)),
  dated: (item, look) => {
    const children = [titleLine(item, []), ...line(metaParts(item, look, []))]
    return datedRow(look, { dates: item.dates, children, gap: 0 })
  },
}

function beside(left: Node, right: readonly Node[]): Node {
  return box({ flexDirection: 'row', justifyContent: 'space-between' }, [
    box({ flex: 1, paddingRight: 12 }, [left]),
    ...right,
  ])
}

function titleLine(item: SheetItem, after: readonly ReactNode[]): Node {
  const note =
    item.note === ''
      ? []
      : [styled({ fontWeight: 400, color: QUIET_INK }, `${item.title === '' ? '' : ' · '}${item.note}`)]
  return paragraph(
    { color: INK },
    styled({ fontWeight: 600 }, item.title),
    ...note,
    ...(after.length > 0 ? [' · ', ...after] : []),
  )
}

/** Employer, place, address, one after the other with dots between. */
function metaParts(item: SheetItem, look: Look, last: readonly string[]): ReactNode[] {
  const organisation =
    look.template === 'academic' ? styled({ fontStyle: 'italic' }, item.organisation) : item.organisation
  const web =
    item.web === null
      ? null
      : item.web.url === null
        ? item.web.text
        : link(item.web.url, item.web.text, look.template === 'plain' ? QUIET_INK : look.accent)
  const parts: (ReactNode | null)[] = [
    item.organisation === '' ? null : organisation,
    item.place === '' ? null : item.place,
    web,
    ...last.map((text) => (text === '' ? null : text)),
  ]
  return parts.filter((part) => part !== null).flatMap((part, index) => (index === 0 ? [part] : [' · ', part]))
}

function line(parts: readonly ReactNode[]): Node[] {
  return parts.length === 0 ? [] : [paragraph({ color: QUIET_INK }, ...parts)]
}

function dates(text: string): Node[] {
  return text === '' ? [] : [paragraph({ color: QUIET_INK }, text)]
}

function bulletLine(bullet: readonly Span[], { look, isFirst }: { look: Look; isFirst: boolean }): Node {
  const row = box({ flexDirection: 'row', marginTop: look.line * (isFirst ? 0.2 : 0.12) * look.spacing }, [
    box({ width: look.base * 1.1 }, [paragraph({ color: look.isHeadingAccent ? look.accent : QUIET_INK }, '•')]),
    box({ flex: 1 }, [paragraph({}, ...spans(bullet, look.accent))]),
  ])
  return look.item === 'dated' ? box({ paddingLeft: look.datesIndent }, [row]) : row
}

function datedRow(look: Look, row: { dates: string; children: readonly ReactNode[]; gap: number }): Node {
  return box({ flexDirection: 'row', marginTop: row.gap }, [
    box(
      { width: look.datesIndent, paddingRight: 10 },
      row.dates === '' ? [] : [paragraph({ color: QUIET_INK }, row.dates)],
    ),
    box({ flex: 1 }, row.children),
  ])
}
