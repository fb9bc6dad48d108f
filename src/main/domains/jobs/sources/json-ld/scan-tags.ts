import { decodeHTMLAttribute } from 'entities'

/** A piece of an HTML page. Offsets are those of the page's own text; `end` is exclusive. */
export type Tag =
  | {
      readonly kind: 'open'
      readonly name: string
      readonly attributes: string
      readonly start: number
      readonly end: number
    }
  | { readonly kind: 'close'; readonly name: string; readonly start: number; readonly end: number }

/** Elements whose content is text, whatever it looks like. `noscript` is not one of them: nothing here runs scripts. */
const RAW_TEXT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
])
const TAG_NAME = /<(\/?)([a-z][^\s/>]*)/iy
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

/** The tags of a page in order, without those in comments, scripts and other raw text. One pass, each character looked at a bounded
 *  number of times: it takes any page, however broken or hostile, in linear time. What a browser repairs (missing end tags,
 *  misplaced elements) is left as it is. Pure. */
export function* scanTags(html: string): Generator<Tag> {
  let at = 0
  while (at < html.length) {
    const start = html.indexOf('<', at)
    if (start === -1) return
    TAG_NAME.lastIndex = start
    const match = TAG_NAME.exec(html)
    if (match === null) {
      at = endOfOther(html, start)
      continue
    }
    const end = endOfTag(html, TAG_NAME.lastIndex)
    if (end === -1) return
    const name = (match[2] ?? '').toLowerCase()
    if (match[1] === '/') yield { kind: 'close', name, start, end }
    else yield { kind: 'open', name, attributes: html.slice(start + match[0].length, end - 1), start, end }
    at = match[1] === '' && RAW_TEXT.has(name) ? startOfClosing(html, name, end) : end
  }
}

/** The attributes of an open tag by lower-case name, entities read; of two with one name the first counts. Pure. */
export function attributesOf(tag: { readonly attributes: string }): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single, bare] of tag.attributes.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase()
    if (!found.has(key)) found.set(key, decodeHTMLAttribute(double ?? single ?? bare ?? ''))
  }
  return found
}

/** Where raw text ends: the offset of its closing tag, or the end of the page. Pure. */
export function startOfClosing(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  closing.lastIndex = from
  return closing.exec(html)?.index ?? html.length
}

/** The offset after something that starts like a tag and is none: a comment, a declaration, a lone "<". */
function endOfOther(html: string, start: number): number {
  const isComment = html.startsWith('<!--', start)
  if (!isComment && !'!?/'.includes(html[start + 1] ?? ' ')) return start + 1
  // "<!-->" is a whole comment.
  const end = isComment ? html.indexOf('-->', start + 2) : html.indexOf('>', start)
  return end === -1 ? html.length : end + (isComment ? 3 : 1)
}

/** The offset after a tag's ">", which may stand in a quoted value without ending it; -1 when the page breaks off before. */
function endOfTag(html: string, from: number): number {
  let isAfterEquals = false
  for (let at = from; at < html.length; at += 1) {
    const character = html[at] ?? ''
    if (character === '>') return at + 1
    if (isAfterEquals && (character === '"' || character === "'")) {
      at = html.indexOf(character, at + 1)
      if (at === -1) return -1
      isAfterEquals = false
    } else if (!/\s/.test(character)) isAfterEquals = character === '='
  }
  return -1
}
