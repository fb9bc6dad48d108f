import { AlignmentType, BorderStyle, Document, Footer, LevelFormat, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { DocumentFont, DocumentStyle } from '#shared/documents.ts'
import { HAIRLINE, INK, type Look, lookOf, QUIET_INK, type Tightness } from '../look.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { BULLETS, hex, twips } from './paragraphs.ts'
import { headerLines, letterLines, resumeLines } from './sheet-lines.ts'

/** As word processors know them. A machine without one shows another font in its place. */
const FONT_NAMES: Readonly<Record<DocumentFont, string>> = {
  inter: 'Inter',
  noto_sans: 'Noto Sans',
  noto_serif: 'Noto Serif',
}

/** The sheet as a Word document of headings, lists and lines, in the order in which the PDF is read. No tables, no text boxes: two columns
 *  become one, because a word processor would not keep them apart over pages. */
export async function writeDocx(
  sheet: Sheet,
  { style, tightness }: { style: DocumentStyle; tightness: Tightness },
): Promise<Uint8Array> {
  const look = lookOf(style, tightness, sheet.kind)
  const lines = [
    ...headerLines(sheet, look),
    ...(sheet.kind === 'resume' ? resumeLines(sheet, look) : letterLines(sheet, look)),
  ]
  const margin = {
    top: twips(look.topMargin),
    bottom: twips(look.topMargin),
    left: twips(look.sideMargin),
    right: twips(look.sideMargin),
  }
  const document = new Document({
    title: [sheet.header.name, sheet.called].filter((part) => part !== '').join(' – '),
    creator: sheet.header.name,
    lastModifiedBy: sheet.header.name,
    description: '',
    styles: stylesOf(look, { font: FONT_NAMES[style.font], language: sheet.language }),
    numbering: { config: [bulletsOf(look)] },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(look.width), height: twips(look.height) },
            margin: { ...margin, footer: twips(24) },
          },
        },
        footers: { default: pageFoot(sheet.header.name), first: new Footer({ children: [new Paragraph({})] }) },
        children: lines.map((line) => new Paragraph(line)),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function stylesOf(look: Look, { font, language }: { font: string; language: string }) {
  const name = { size: halfPoints(look.nameSize), bold: true, color: hex(look.isNameAccent ? look.accent : INK) }
  const rule = {
    style: BorderStyle.SINGLE,
    size: 4,
    space: 2,
    color: hex(look.heading === 'rule_above' ? HAIRLINE : look.accent),
  }
  const border =
    look.heading === 'bare' ? {} : { border: look.heading === 'rule_above' ? { top: rule } : { bottom: rule } }
  const gap = twips(look.line * look.spacing)
  return {
    default: {
      document: {
        run: { font, size: halfPoints(look.base), color: hex(INK), language: { value: language } },
        paragraph: { spacing: { line: Math.round(look.lineHeight * 0.88 * 240), before: 0, after: 0 } },
      },
      title: { run: name, paragraph: { spacing: { after: 0 }, keepNext: true } },
      heading1: {
        run: { size: halfPoints(look.headingSize), bold: true, color: hex(look.isHeadingAccent ? look.accent : INK) },
        paragraph: {
          spacing: { before: Math.round(gap * 1.1), after: Math.round(gap * 0.2) },
          keepNext: true,
          keepLines: true,
          ...border,
        },
      },
      heading2: {
        run: { size: halfPoints(look.base), bold: true, color: hex(INK) },
        paragraph: { spacing: { before: Math.round(gap * 0.45), after: 0 }, keepNext: true, keepLines: true },
      },
      hyperlink: { run: { color: hex(look.accent), underline: {} } },
    },
    paragraphStyles: [
      {
        id: 'Headline',
        name: 'Headline',
        basedOn: 'Normal',
        run: { size: halfPoints(look.headlineSize), color: hex(QUIET_INK) },
      },
      {
        id: 'ListBullet',
        name: 'List Bullet',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { spacing: { before: Math.round(gap * 0.1) } },
      },
    ],
  }
}

function bulletsOf(look: Look) {
  const from = look.item === 'dated' ? look.datesIndent : 0
  const level = {
    level: 0,
    format: LevelFormat.BULLET,
    text: '•',
    alignment: AlignmentType.LEFT,
    style: {
      run: { color: hex(look.accent) },
      paragraph: { indent: { left: twips(from + look.base * 1.1), hanging: twips(look.base * 1.1) } },
    },
  }
  return { reference: BULLETS, levels: [level] }
}

function pageFoot(name: string): Footer {
  const said = name === '' ? [] : [`${name} · `]
  const run = new TextRun({
    children: [...said, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
    color: hex(QUIET_INK),
    size: 16,
  })
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [run] })] })
}

function halfPoints(points: number): number {
  return Math.round(points * 2)
}
