import { decodeHTMLAttribute } from 'entities'

/** How a page mentions an address, the surest first: what it loads, what its scripts ask, what it links to. */
export const MENTION_WAYS = ['embed', 'script', 'link'] as const
export type MentionWay = (typeof MENTION_WAYS)[number]

export interface Mention {
  readonly address: string
  readonly way: MentionWay
}

/** The systems' domains, as they stand in addresses; all others are not looked at. */
const DOMAINS =
  /greenhouse\.io|lever\.co|ashbyhq\.com|smartrecruiters\.com|jobs\.personio\.(?:de|com)|recruitee\.com|workable\.com|teamtailor\.com/gi
const MAX_HOST_CHARS = 100
const MAX_PATH_CHARS = 400
/** How far before an address its attribute's name may stand. */
const MAX_ATTRIBUTE_CHARS = 40
/** A page with more mentions says nothing new with the rest. */
const MAX_MENTIONS = 10_000
const HOST_CHAR = /[\w.-]/
/** Where an address ends, in an attribute, a script or text. */
const ADDRESS_END = /[\s"'`<>|\\^{}()]|&quot;|&#0*3[49];|&lt;|&gt;/i
const LOADING = /\b(?:src|srcdoc|action|data|data-[\w-]+|content)\s*=\s*\\?["']?(?:https?:)?\/*$/i
const LINKING = /\bhref\s*=\s*\\?["']?(?:https?:)?\/*$/i

/** Every address of a known system's domain that the page mentions, in the order in which they stand: in attributes, in scripts
 *  (also with escaped slashes), in text. Comments do not count. Nothing is taken for markup, so broken markup is as good as whole.
 *  Pure, linear. */
export function mentionsIn(html: string): readonly Mention[] {
  const page = unescapeSlashes(withoutComments(html))
  const mentions: Mention[] = []
  for (const match of page.matchAll(DOMAINS)) {
    if (mentions.length === MAX_MENTIONS) break
    const domainEnd = match.index + match[0].length
    if (!isHostEnd(page, domainEnd)) continue
    const hostStart = startOfHost(page, match.index)
    if (!isHostStart(page, hostStart)) continue
    const rest = page.slice(domainEnd, domainEnd + MAX_PATH_CHARS)
    const end = rest.search(ADDRESS_END)
    const written = page.slice(hostStart, domainEnd) + (end < 0 ? rest : rest.slice(0, end))
    const before = page.slice(Math.max(0, hostStart - MAX_ATTRIBUTE_CHARS), hostStart)
    mentions.push({ address: decodeHTMLAttribute(written), way: wayOf(decodeHTMLAttribute(before)) })
  }
  return mentions
}

/** "greenhouse.io.example" is no host of theirs; a dot that ends a sentence is none of the host's. */
function isHostEnd(page: string, end: number): boolean {
  return !HOST_CHAR.test(page.charAt(end)) || (page.charAt(end) === '.' && !/\w/.test(page.charAt(end + 1)))
}

/** "x@lever.co" and "example.org/lever.co" are none either. */
function isHostStart(page: string, start: number): boolean {
  const before = page.charAt(start - 1)
  return before !== '@' && (before !== '/' || page.charAt(start - 2) === '/')
}

function startOfHost(page: string, domainStart: number): number {
  let start = domainStart
  while (start > 0 && domainStart - start < MAX_HOST_CHARS && HOST_CHAR.test(page.charAt(start - 1))) start -= 1
  return start
}

/** The page without its comments; one that is not closed hides the rest, as in a browser. Pure, linear. */
export function withoutComments(html: string): string {
  let kept = ''
  let at = 0
  for (;;) {
    const start = html.indexOf('<!--', at)
    if (start < 0) return kept + html.slice(at)
    kept += html.slice(at, start)
    const end = html.indexOf('-->', start + 2)
    if (end < 0) return kept
    at = end + 3
  }
}

/** Slashes as scripts write them: `https:\/\/`, `https:\u002F\u002F`, and both once more within a string. */
function unescapeSlashes(text: string): string {
  if (!text.includes('\\')) return text
  return text
    .replaceAll('\\\\', '\\')
    .replaceAll('\\/', '/')
    .replace(/\\u002f/gi, '/')
}

function wayOf(before: string): MentionWay {
  if (LOADING.test(before)) return 'embed'
  return LINKING.test(before) ? 'link' : 'script'
}
