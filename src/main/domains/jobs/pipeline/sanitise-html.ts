import { decodeHTML } from 'entities'
import sanitizeHtml from 'sanitize-html'
import { cleanCharacters, cut } from './clean-text.ts'
import { textToHtml } from './text-to-html.ts'
import { BOXES, tidyMarkup } from './tidy-markup.ts'

/** Markup a source may send before it is cut, in UTF-16 units. The longest honest posting seen is a tenth of it. */
const MAX_RAW_HTML = 400_000
const MAX_NESTING = 40
/** An honest posting has some hundreds of tags, a few of them open at once. */
const MAX_TAGS = 10_000
const MAX_OPEN_TAGS = 200
const ANY_TAG = /<[/a-z!?][^<>]*>/gi
const TAG_NAME = /<(\/?)([a-z][a-z0-9]*)/gi
/** Void, or closed by the next of their kind: old markup never closes them. */
const CLOSED_BY_ITSELF = new Set('p li br hr img input tr td th dt dd option wbr col meta link'.split(' '))

const STRUCTURE = 'p|br|ul|ol|li|div|h[1-6]|strong|b|em|i|u|span|a|table|tr|td|th|blockquote|pre|section|article|hr'
const KNOWN_TAG = new RegExp(
  `<\\/?(?:${STRUCTURE}|code|script|style|svg|math|iframe|img|form|input|object|embed|font|html|body)(?=[\\s/>])`,
  'i',
)
const ESCAPED_TAG = new RegExp(`&(?:amp;)?lt;\\/?(?:${STRUCTURE})(?:\\s[^<>]{0,500}?)?\\s*\\/?&(?:amp;)?gt;`, 'gi')
const BLOCK_TAG = /<(?:p|br|div|ul|ol|li|table|h[1-6]|section|article|blockquote|pre|dl)(?=[\s/>])/i

const ALLOWED = [
  'p',
  'br',
  'ul',
  'ol',
  'li',
  'strong',
  'em',
  'h3',
  'h4',
  'a',
  'blockquote',
  'pre',
  'code',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
]

/** The source's markup reduced to a small list of text tags: headings become h3 and h4, links keep an http(s) address
 *  and get rel="noopener nofollow", everything else loses its tag (script, style and the like also their content).
 *  Escaped markup is decoded once more, plain text becomes paragraphs, and markup built to exhaust a parser is reduced to
 *  its text. Never throws; the result holds no attribute but href and rel, and no scheme but http and https. */
export function sanitiseHtml(raw: string): string {
  const bounded = cutMarkup(raw)
  if (isExhausting(bounded)) return textOfTags(KNOWN_TAG.test(bounded) ? bounded : decodeHTML(bounded))
  const markup = decodeEscapedMarkup(cleanCharacters(bounded))
  if (!KNOWN_TAG.test(markup)) return textToHtml(decodeHTML(markup))
  if (isExhausting(markup)) return textOfTags(markup)
  return tidyMarkup(sanitizeHtml(withLineBreaks(markup), OPTIONS)).trim()
}

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...ALLOWED, ...BOXES],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https'],
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'template',
    'svg',
    'math',
    'iframe',
    'object',
    'embed',
    'select',
    'button',
    'title',
    'xmp',
    'noembed',
    'noframes',
    'plaintext',
    'audio',
    'video',
    'canvas',
  ],
  nestingLimit: MAX_NESTING,
  parseStyleAttributes: false,
  transformTags: {
    b: 'strong',
    i: 'em',
    h1: 'h3',
    h2: 'h3',
    h5: 'h4',
    h6: 'h4',
    a: (_name, attributes) => {
      const href = safeHref(attributes['href'])
      // A link that leads nowhere is only its text; "u" is not in the list, so that the tag goes and the text stays.
      return href === null
        ? { tagName: 'u', attribs: {} }
        : { tagName: 'a', attribs: { href, rel: 'noopener nofollow' } }
    },
  },
}

function safeHref(href: string | undefined): string | null {
  if (href === undefined) return null
  const url = URL.parse(href.trim())
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  if (url.username !== '' || url.password !== '' || url.href.length > 2000) return null
  return url.href
}

/** Cut before the tag that would be torn apart, so that half a tag never shows as text. */
function cutMarkup(raw: string): string {
  if (raw.length <= MAX_RAW_HTML) return raw
  const kept = cut(raw, MAX_RAW_HTML)
  const lastOpen = kept.lastIndexOf('<')
  return lastOpen > kept.lastIndexOf('>') && lastOpen > kept.length - 4000 ? kept.slice(0, lastOpen) : kept
}

function decodeEscapedMarkup(text: string): string {
  let markup = text
  for (let round = 0; round < 2 && isEscapedMarkup(markup); round += 1) markup = decodeHTML(markup)
  return markup
}

/** Markup with inline tags only: its line ends are the structure there is. */
function withLineBreaks(markup: string): string {
  return BLOCK_TAG.test(markup) ? markup : markup.replace(/\n[ \t]*\n\s*/g, '<br><br>').replace(/\n/g, '<br>')
}

/** Paragraphs from markup without parsing it: every tag is a line end. */
function textOfTags(markup: string): string {
  return textToHtml(cleanCharacters(decodeHTML(markup.replace(ANY_TAG, '\n'))))
}

/** Parsers take time by the square of the open tags, and some microseconds for every bracket and entity. */
function isExhausting(markup: string): boolean {
  if (countOf(markup, '<') > MAX_TAGS || countOf(markup, '&') > MAX_TAGS) return true
  let depth = 0
  for (const [, slash, name = ''] of markup.matchAll(TAG_NAME)) {
    if (CLOSED_BY_ITSELF.has(name.toLowerCase())) continue
    depth = Math.max(0, depth + (slash === '' ? 1 : -1))
    if (depth > MAX_OPEN_TAGS) return true
  }
  return false
}

function countOf(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count += 1
  return count
}

/** Whether the tags themselves are escaped ("&lt;p&gt;"). A text that only talks about a tag has few of them. */
function isEscapedMarkup(text: string): boolean {
  if (!text.includes('lt;')) return false
  const escaped = text.match(ESCAPED_TAG)?.length ?? 0
  if (escaped === 0) return false
  if (!KNOWN_TAG.test(text)) return escaped >= 2 || /^\s*&(?:amp;)?lt;/.test(text) || /lt;br/i.test(text)
  const real = text.match(/<[a-z]/gi)?.length ?? 0
  return escaped >= 4 && escaped > 3 * real
}
