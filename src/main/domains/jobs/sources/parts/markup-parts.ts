import { escapeText, textToHtml } from '../../pipeline/text-to-html.ts'
import { plainText, unescapeMarkup } from './markup.ts'

/** A section of a description. `plain` stands in for markup that the source does not give. */
export interface MarkupPart {
  readonly heading?: unknown
  readonly html?: unknown
  readonly plain?: unknown
}

/** A description out of its sections, in their order and each under its heading; those without text are left out. The result is as
 *  untrusted as what came in. Pure. */
export function joinedMarkup(parts: readonly MarkupPart[]): string {
  return parts
    .flatMap(({ heading, html, plain }) => {
      const body = markupOf(html) ?? plainMarkup(plain)
      if (body === null) return []
      const title = plainText(heading)
      return [title === null ? body : `<h3>${escapeText(title)}</h3>\n${body}`]
    })
    .join('\n')
}

function markupOf(html: unknown): string | null {
  if (typeof html !== 'string' || html.trim() === '') return null
  return unescapeMarkup(html)
}

function plainMarkup(plain: unknown): string | null {
  if (typeof plain !== 'string' || plain.trim() === '') return null
  return textToHtml(plain)
}
