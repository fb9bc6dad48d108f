import { attributesOf, scanTags } from '../json-ld/scan-tags.ts'
import { plainText } from './markup.ts'

export interface OpenTag {
  readonly name: string
  /** As they are written; `attributesOf` reads them. */
  readonly attributes: string
}

export interface Element extends OpenTag {
  /** Its markup, without its own tags. One without an end tag reaches to the end of the page. */
  readonly inner: string
  /** Offsets of the whole element in the page's own text; `end` is exclusive. */
  readonly start: number
  readonly end: number
}

/** Of a field of one line, more is not looked at. UTF-16 units. */
const MAX_LINE_CHARS = 20_000
const TAGS = /<!--[\s\S]*?-->|<\/?[a-z!][^<>]*>/gi

/** Fits elements of any of these classes, whatever other classes they have. */
export function hasClass(...names: readonly string[]): (tag: OpenTag) => boolean {
  return ({ attributes }) => {
    if (!names.some((name) => attributes.includes(name))) return false
    const classes = (attributesOf({ attributes }).get('class') ?? '').split(/\s+/)
    return names.some((name) => classes.includes(name))
  }
}

/** The elements of a page that fit, in order; what fits inside one of them is not looked at. Linear in the page. Pure. */
export function* elementsOf(html: string, fits: (tag: OpenTag) => boolean): Generator<Element> {
  let open: (OpenTag & { start: number; from: number; depth: number }) | null = null
  for (const tag of scanTags(html)) {
    if (open === null) {
      if (tag.kind === 'open' && fits(tag)) {
        open = { name: tag.name, attributes: tag.attributes, start: tag.start, from: tag.end, depth: 1 }
      }
      continue
    }
    if (tag.name !== open.name) continue
    open.depth += tag.kind === 'open' ? 1 : -1
    if (open.depth > 0) continue
    yield { ...open, inner: html.slice(open.from, tag.start), end: tag.end }
    open = null
  }
  if (open !== null) yield { ...open, inner: html.slice(open.from), end: html.length }
}

/** The first element that fits; null when there is none. Pure. */
export function elementOf(html: string, fits: (tag: OpenTag) => boolean): Element | null {
  return elementsOf(html, fits).next().value ?? null
}

/** The markup inside the first element that fits; null when there is none. Pure. */
export function innerOf(html: string, fits: (tag: OpenTag) => boolean): string | null {
  return elementOf(html, fits)?.inner ?? null
}

/** One line of text out of markup; null when nothing is left. Pure. */
export function textOf(markup: string | null): string | null {
  return markup === null ? null : plainText(markup.slice(0, MAX_LINE_CHARS).replace(TAGS, ' '))
}
