import { isHeadingText } from '../read/lexicon.ts'
import type { Segment } from './page-lines.ts'
import type { PdfPage } from './pdf-pages.ts'

/** The part of a page's height in which a footer stands. */
const EDGE_SHARE = 0.12
/** A footer that no other page repeats stands so far below the text, in heights of its letters. */
const APART = 3
const ADDRESS = /[\p{L}\p{N}]@[\p{L}\p{N}-]+\.\p{L}|\+\d[\d\s()./-]{7,}\d|(?:linkedin|xing|github)\.com\//iu

/** Whether a line says how to reach somebody. Pure. */
export const isContactText = (text: string): boolean => ADDRESS.test(text)

/** The segments of the pages without the footers that say how to reach the person, and those: from the first page that shows them. A
 *  footer is what other pages repeat, or what stands far below all text. Pure. */
export function withoutContactFooters(
  perPage: readonly (readonly Segment[])[],
  { pages, repeated }: { pages: readonly PdfPage[]; repeated: readonly string[] },
): { readonly kept: Segment[][]; readonly footer: Segment[] } {
  const again = new Set(repeated)
  const footer: Segment[] = []
  const kept = perPage.map((segments, index) => {
    const edge = (pages[index]?.height ?? 0) * (1 - EDGE_SHARE)
    const below = segments.filter(({ y }) => y > edge)
    const own = footerOf(below, { segments, again })
    if (own.length === 0 || !own.some(({ text }) => isContactText(text))) return [...segments]
    footer.push(...own)
    return segments.filter((segment) => !own.includes(segment))
  })
  return { kept, footer }
}

function footerOf(
  below: readonly Segment[],
  { segments, again }: { segments: readonly Segment[]; again: ReadonlySet<string> },
): Segment[] {
  const repeated = below.filter(({ text }) => again.has(text))
  if (repeated.some(({ text }) => isContactText(text))) return repeated
  const [first] = below
    .filter(({ y, size }) => segments.every((other) => other.y >= y - 1 || y - other.y > APART * size))
    .toSorted((left, right) => left.y - right.y)
  const last = first === undefined ? [] : below.filter(({ y }) => y >= first.y - 1)
  // Referees stand under a heading.
  return last.some(({ text }) => isHeadingText(text)) ? [] : last
}
