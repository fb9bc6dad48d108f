import { decodeHTMLStrict } from 'entities'
import { plainText } from '../parts/markup.ts'
import { webAddress } from '../parts/web-address.ts'
import { isRoleLine, roleTitle } from './roles.ts'

/** A line of a comment: its words, and the addresses that it links to. */
export interface Line {
  readonly text: string
  readonly links: readonly string[]
}

export interface LinkedRole {
  readonly title: string
  readonly url: string
}

const LINE_ENDS = /<\/?(?:p|br|pre|li|ul)\b[^<>]*>|\n/i
const LINK = /<a\b[^<>]*?\bhref="([^"<>]*)"/gi
const BARE_LINK = /https?:\/\/[^\s<>"]+/gi
const TAGS = /<\/?[a-z][^<>]*>/gi
/** Nobody lists more; a text made of roles is no posting. */
const MAX_ROLES = 30
/** What is further down belongs to no list of roles that anybody reads. */
const MAX_READ_CHARS = 20_000

/** The lines of a comment that say something, in their order. Pure. */
export function linesOf(html: string): readonly Line[] {
  return html
    .slice(0, MAX_READ_CHARS)
    .split(LINE_ENDS)
    .flatMap((part) => {
      const text = plainText(part.replace(TAGS, ''))
      return text === null ? [] : [{ text, links: linksIn(part) }]
    })
}

/** An anchor's text repeats its address, cut off; only without anchors the text is searched. */
function linksIn(part: string): readonly string[] {
  const anchored = [...part.matchAll(LINK)].map(([, href = '']) => href)
  const found = anchored.length > 0 ? anchored : [...part.matchAll(BARE_LINK)].map(([address]) => address)
  return found.flatMap((address) => webAddress(decodeHTMLStrict(address)) ?? [])
}

/** The roles that stand each in a line of its own with one link of its own ("Data Engineer: https://…"). Pure. */
export function linkedRoles(lines: readonly Line[]): readonly LinkedRole[] {
  const roles = new Map<string, LinkedRole>()
  for (const { text, links } of lines) {
    const [url, ...more] = links
    const title = titleIn(text)
    if (url === undefined || more.length > 0 || !isRoleLine(title)) continue
    const isTaken = [...roles.values()].some((role) => role.url === url || role.title === title)
    if (!isTaken && roles.size < MAX_ROLES) roles.set(title, { title, url })
  }
  return [...roles.values()]
}

/** The roles that stand in lines of their own, with or without a link. Pure. */
export function listedRoles(lines: readonly Line[]): readonly string[] {
  return [...new Set(lines.map(({ text }) => titleIn(text)).filter(isRoleLine))].slice(0, MAX_ROLES)
}

function titleIn(line: string): string {
  const words = line
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\[\d+\]|[([]\s*[)\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s*•·>\-–—\d.)(]+(?=\p{L})/u, '')
  return roleTitle(words)
}
