import type { Look } from '../look.ts'
import type { LetterSheet } from '../sheet/sheet.ts'
import { headerBlock } from './header.ts'
import { box, type Node, paragraph, spans, type Style } from './nodes.ts'

const MM = 72 / 25.4
/** DIN 5008 form B: the field of the address begins 45 mm from the top, is 85 mm wide and 45 mm high. */
const ADDRESS_TOP = 45 * MM
const ADDRESS_WIDTH = 85 * MM
const ADDRESS_HEIGHT = 45 * MM

/** The blocks of a letter from top to bottom, under the header that its résumé has. */
export function letterBlocks(sheet: LetterSheet, look: Look): Node[] {
  const gap = look.line * look.spacing
  const text = { marginTop: gap * 0.75 }
  const closing = [
    ...(sheet.closing === '' ? [] : [paragraph({ marginTop: gap }, sheet.closing)]),
    // Room for a signature by hand.
    ...(sheet.signature === '' ? [] : [paragraph({ marginTop: look.line * 2 * look.spacing }, sheet.signature)]),
  ]
  return [
    ...topBlocks(sheet, look),
    ...(sheet.subject === '' ? [] : [paragraph({ marginTop: gap * 1.5, fontWeight: 600 }, sheet.subject)]),
    ...(sheet.greeting === '' ? [] : [paragraph({ marginTop: gap * 1.5 }, sheet.greeting)]),
    ...sheet.paragraphs.map((words) => paragraph(text, ...spans(words, look.accent))),
    ...(closing.length === 0 ? [] : [box({}, closing, true)]),
  ]
}

function topBlocks(sheet: LetterSheet, look: Look): Node[] {
  const header = headerBlock(sheet, look)
  const address = sheet.recipient.map((line) => paragraph({}, line))
  const date = (style: Style) => (sheet.dateLine === '' ? [] : [paragraph(style, sheet.dateLine)])
  if (look.template === 'lebenslauf') {
    return [
      box({ minHeight: ADDRESS_TOP - look.topMargin }, [header]),
      // Closer setting gives up the place of the window of an envelope.
      box(
        { width: ADDRESS_WIDTH, ...(look.spacing < 1 ? {} : { minHeight: ADDRESS_HEIGHT }), paddingTop: look.line },
        address,
      ),
      ...date({ textAlign: 'right', marginTop: look.line * 0.5 }),
    ]
  }
  const gap = look.line * 1.4 * look.spacing
  return [
    header,
    ...date({ marginTop: gap }),
    ...(address.length === 0 ? [] : [box({ marginTop: gap * 0.8 }, address)]),
  ]
}
