import { ExternalHyperlink, type IParagraphOptions, TextRun } from 'docx'
import type { Look } from '../look.ts'
import type { Span } from '../sheet/inline-text.ts'

export type Line = IParagraphOptions
export type Run = TextRun | ExternalHyperlink

/** Name of the list of points. */
export const BULLETS = 'points'

/** Twentieths of a point. */
export function twips(points: number): number {
  return Math.round(points * 20)
}

/** A colour as Word writes it. */
export function hex(color: string): string {
  return color.slice(1).toUpperCase()
}

export function run(text: string, how: { isBold?: boolean; isItalic?: boolean; color?: string } = {}): TextRun {
  return new TextRun({
    text,
    ...(how.isBold === undefined ? {} : { bold: how.isBold }),
    ...(how.isItalic === undefined ? {} : { italics: how.isItalic }),
    ...(how.color === undefined ? {} : { color: hex(how.color) }),
  })
}

export function linked(text: string, url: string | null): Run {
  return url === null
    ? new TextRun({ text })
    : new ExternalHyperlink({ link: url, children: [new TextRun({ text, style: 'Hyperlink' })] })
}

export function runsOf(spans: readonly Span[]): Run[] {
  return spans.map(({ text, isBold, isItalic, url }) => {
    const how = { text, ...(isBold ? { bold: true } : {}), ...(isItalic ? { italics: true } : {}) }
    return url === null
      ? new TextRun(how)
      : new ExternalHyperlink({ link: url, children: [new TextRun({ ...how, style: 'Hyperlink' })] })
  })
}

/** Runs one after the other with dots between. */
export function dotted(parts: readonly Run[]): Run[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [new TextRun({ text: ' · ' }), part]))
}

/** Where the line ends on the right, from the left margin. */
export function rightEdge(look: Look): number {
  return twips(look.width - 2 * look.sideMargin)
}
