import { decodeHTMLStrict } from 'entities'

/** No real posting is longer; working on more than this would hold up everything else. UTF-16 units. */
export const MAX_MARKUP_CHARS = 1_000_000

const TAG = /<\/?[a-z][^<>]*>/i
const CLOSING_TAGS = /<\/[a-z]/gi
const ESCAPED_TAG = /(?:&lt;|&#0*60;|&#x0*3c;)(?:\/?[a-z]|!--)/i
const ESCAPED_CLOSING_TAGS = /(?:&lt;|&#0*60;|&#x0*3c;)\/[a-z]/gi
const ESCAPED_ENTITY = /&(?:amp|#0*38|#x0*26);(?:[a-z]+|#\d+|#x[\da-f]+);/i
/** Seen in the wild: markup escaped once, twice, three times. */
const MAX_LAYERS = 4

/** Markup whose tags are tags again: some sources escape their HTML once or twice over. Markup that only mentions an escaped
 *  tag ("knows &lt;div&gt; from &lt;span&gt;") stays as it is, and so does what is beyond MAX_MARKUP_CHARS. The result is as untrusted as what came in. Pure. */
export function unescapeMarkup(markup: string): string {
  if (markup.length > MAX_MARKUP_CHARS) return markup
  let current = markup
  for (let layer = 0; layer < MAX_LAYERS && isEscaped(current); layer += 1) current = decodeHTMLStrict(current)
  return current
}

function isEscaped(markup: string): boolean {
  if (!TAG.test(markup)) return ESCAPED_TAG.test(markup) || ESCAPED_ENTITY.test(markup)
  if (!ESCAPED_TAG.test(markup)) return false
  return count(markup, ESCAPED_CLOSING_TAGS) > count(markup, CLOSING_TAGS)
}

function count(haystack: string, pattern: RegExp): number {
  return haystack.match(pattern)?.length ?? 0
}

/** One line of text out of a field that is text, not markup: entities read (also doubly escaped ones), white space and control
 *  characters folded to single blanks. Null when nothing is left, or when it was no text. Pure. */
export function plainText(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const decoded = value.includes('&') ? decodeHTMLStrict(decodeHTMLStrict(value)) : value
  // eslint-disable-next-line no-control-regex -- control characters are what is being removed
  const folded = decoded.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim()
  return folded === '' ? null : folded
}
