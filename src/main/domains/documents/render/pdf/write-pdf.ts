import { Document, Page, renderToBuffer, Text } from '@react-pdf/renderer'
import { createElement } from 'react'
import type { DocumentStyle } from '#shared/documents.ts'
import { INK, lookOf, QUIET_INK, type Tightness } from '../look.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { letterBlocks } from './letter-pages.ts'
import type { FontStack } from './fonts.ts'
import { footerText } from './footer-text.ts'
import { resumeBlocks } from './resume-pages.ts'

export interface WrittenPdf {
  readonly bytes: Uint8Array
  readonly pages: number
}

/** The sheet as PDF, with title, author and language. The library writes no structure tags. */
export async function writePdf(
  sheet: Sheet,
  { style, tightness, fonts }: { style: DocumentStyle; tightness: Tightness; fonts: FontStack },
): Promise<WrittenPdf> {
  const look = lookOf(style, tightness, sheet.kind)
  let pages = 0
  const footer = createElement(Text, {
    fixed: true,
    style: {
      position: 'absolute',
      bottom: 24,
      left: look.sideMargin,
      right: look.sideMargin,
      textAlign: 'right',
      fontSize: look.small * 0.9,
      // The library multiplies the height of a line that it writes late by the size once more: its own is taken instead.
      lineHeight: '',
      color: QUIET_INK,
    },
    render: ({ pageNumber, totalPages }) => {
      pages = totalPages ?? pages
      return pageNumber === 1 ? '' : footerText({ name: sheet.header.name, number: pageNumber, of: totalPages })
    },
  })
  const blocks = sheet.kind === 'resume' ? resumeBlocks(sheet, look) : letterBlocks(sheet, look)
  const page = createElement(
    Page,
    {
      size: look.page === 'a4' ? 'A4' : 'LETTER',
      style: {
        fontFamily: [...fonts.families],
        // Every letter as itself: a ligature or an arrow made of two signs is read as another letter by some programs.
        fontFeatureSettings: { calt: 0, liga: 0, clig: 0, dlig: 0 },
        fontSize: look.base,
        lineHeight: look.lineHeight,
        color: INK,
        paddingTop: look.topMargin,
        paddingBottom: Math.max(look.topMargin, 46),
        paddingHorizontal: look.sideMargin,
      },
    },
    ...blocks,
    footer,
  )
  const bytes = await renderToBuffer(
    createElement(
      Document,
      {
        title: [sheet.header.name, sheet.called].filter((part) => part !== '').join(' – '),
        author: sheet.header.name,
        language: sheet.language,
        creator: 'Career Copilot',
        producer: 'Career Copilot',
      },
      page,
    ),
  )
  return { bytes: new Uint8Array(bytes), pages }
}
