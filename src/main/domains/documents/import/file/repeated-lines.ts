import type { Segment } from './page-lines.ts'
import type { PdfPage } from './pdf-pages.ts'

/** The parts of a page's height in which headers and footers stand. */
const EDGE_SHARE = 0.1
const SAME_HEIGHT = 4
const PAGE_NUMBER =
  /^(?:(?:page|seite|p\.|s\.|página|pagina|strona|str\.|sida|pág\.?|side)\s*)?\d{1,3}(?:\s*(?:\/|of|von|sur|de|z|di|van|av|\|)\s*\d{1,3})?$/iu

/** Without numbers of pages, and without headers and footers after the first page that shows them. Pure. */
export function withoutRepeated(
  perPage: readonly (readonly Segment[])[],
  pages: readonly PdfPage[],
): { readonly kept: Segment[][]; readonly repeated: string[] } {
  const seen = new Map<string, number[]>()
  const repeated = new Set<string>()
  const kept = perPage.map((segments, index) => {
    const height = pages[index]?.height ?? 0
    return segments.filter((segment) => {
      if (segment.y > height * EDGE_SHARE && segment.y < height * (1 - EDGE_SHARE)) return true
      if (PAGE_NUMBER.test(segment.text)) {
        repeated.add(segment.text)
        return false
      }
      const key = segment.text.replaceAll(/\d+/gu, '0').toLowerCase()
      const heights = seen.get(key) ?? []
      seen.set(key, [...heights, segment.y])
      if (!heights.some((known) => Math.abs(known - segment.y) < SAME_HEIGHT)) return true
      repeated.add(segment.text)
      return false
    })
  })
  return { kept, repeated: [...repeated] }
}
