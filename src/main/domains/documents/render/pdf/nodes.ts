import { Link, Text, View, type ViewProps } from '@react-pdf/renderer'
import { createElement, type ReactElement, type ReactNode } from 'react'
import type { Span } from '../sheet/inline-text.ts'
import { NO_HYPHENS, piecesOf } from './word-breaks.ts'

export type Style = Exclude<NonNullable<ViewProps['style']>, readonly unknown[]>

export type Node = ReactElement

/** A box. `isWhole`: it moves to the next page rather than being split. */
export function box(style: Style, children: readonly ReactNode[], isWhole = false): Node {
  return createElement(View, { style, wrap: !isWhole }, ...children)
}

/** A paragraph. Words stay whole, and neither its first nor its last line is left alone on a page. */
export function paragraph(style: Style, ...children: readonly ReactNode[]): Node {
  return createElement(
    Text,
    { style, orphans: 2, widows: 2, hyphenationPenalty: NO_HYPHENS, hyphenationCallback: piecesOf },
    ...children,
  )
}

/** Words in a style of their own within a paragraph. */
export function styled(style: Style, ...children: readonly ReactNode[]): Node {
  return createElement(Text, { style }, ...children)
}

export function link(url: string, text: string, color: string): Node {
  return createElement(Link, { src: url, style: { color, textDecoration: 'none' } }, text)
}

/** Styled text of a line; links in `accent`. */
export function spans(parts: readonly Span[], accent: string): ReactNode[] {
  return parts.map(({ text: said, isBold, isItalic, url }) => {
    // A number and its unit stay in one line.
    const text = said.replace(/(\d) (?=[%‰€$£°]|[kMGT]?B\b|k?m\b|ms\b)/gu, '$1\u00a0')
    const weight = isBold ? { fontWeight: 600 } : {}
    const slant = isItalic ? { fontStyle: 'italic' as const } : {}
    if (url !== null)
      return createElement(
        Link,
        { src: url, style: { ...weight, ...slant, color: accent, textDecoration: 'none' } },
        text,
      )
    return isBold || isItalic ? styled({ ...weight, ...slant }, text) : text
  })
}
