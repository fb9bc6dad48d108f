import { columnsOf, HAIRLINE, INK, type Look } from '../look.ts'
import { wordsOfSpans } from '../sheet/inline-text.ts'
import type { ResumeSheet, SheetSection } from '../sheet/sheet.ts'
import { headerBlock } from './header.ts'
import { groupBlock, itemBlocks, textBlock, WHOLE_LETTERS } from './items.ts'
import { box, type Node, paragraph, type Style } from './nodes.ts'

/** Of the width between the margins. */
const SIDE_SHARE = 0.29
const GUTTER = 24

/** The blocks of a résumé from top to bottom. A heading is in one block with what follows it. */
export function resumeBlocks(sheet: ResumeSheet, look: Look): Node[] {
  const header = headerBlock(sheet, look)
  if (!look.isTwoColumn) return [header, ...sheet.sections.flatMap((section) => sectionBlocks(section, look))]
  const { side, main } = columnsOf(sheet, true)
  const rule = { borderTopWidth: 1, borderTopColor: look.accent, marginTop: look.line * 0.4 }
  if (side.length === 0) return [header, box(rule, []), ...main.flatMap((section) => sectionBlocks(section, look))]
  const narrow: Look = { ...look, item: 'stacked', isNarrow: true }
  return [
    header,
    box({ flexDirection: 'row', ...rule }, [
      box(
        { width: `${SIDE_SHARE * 100}%` },
        side.flatMap((section) => sectionBlocks(section, narrow)),
      ),
      box(
        { flex: 1, marginLeft: GUTTER },
        main.flatMap((section) => sectionBlocks(section, look)),
      ),
    ]),
  ]
}

function sectionBlocks(section: SheetSection, look: Look): Node[] {
  const [first, ...rest] = [
    ...section.paragraphs.map((text, index) => textBlock(text, look, index === 0)),
    ...section.items.flatMap((item, index) => itemBlocks(item, look, index + section.paragraphs.length === 0)),
    ...section.groups.map((group, index) =>
      groupBlock(group, look, index + section.paragraphs.length + section.items.length === 0),
    ),
  ]
  if (first === undefined) return []
  return [box({}, [heading(section.title, look), first], !beginsLong(section)), ...rest]
}

/** What comes first is longer than can be kept on a page for certain. */
function beginsLong({ paragraphs, items, groups }: SheetSection): boolean {
  const [text] = paragraphs
  if (text !== undefined) return wordsOfSpans(text).length > WHOLE_LETTERS
  return items.length === 0 && (groups[0]?.words.length ?? 0) > WHOLE_LETTERS
}

function heading(title: string, look: Look): Node {
  const text = paragraph(
    {
      fontSize: look.headingSize,
      fontWeight: 600,
      lineHeight: 1.3,
      color: look.isHeadingAccent ? look.accent : INK,
    },
    title,
  )
  const accent = look.isHeadingAccent ? look.accent : INK
  const rules: Readonly<Record<Look['heading'], Style>> = {
    bare: {},
    rule_below: { paddingBottom: 2, borderBottomWidth: 0.75, borderBottomColor: accent },
    rule_above: { paddingTop: look.line * 0.45 * look.spacing, borderTopWidth: 0.75, borderTopColor: HAIRLINE },
  }
  return box({ marginTop: look.line * look.spacing, ...rules[look.heading] }, [text])
}
