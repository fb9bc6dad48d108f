/** One `<item>` or `<entry>` of a feed, with its tags. `isWhole` is false when its end is missing: a feed cut off, a tag forgotten. */
export interface XmlItem {
  readonly xml: string
  readonly isWhole: boolean
}

export interface SplitFeed {
  readonly kind: 'rss' | 'rdf' | 'atom'
  /** The root element's opening tag, which declares the namespaces. */
  readonly root: string
  /** The tag that closes it, as the document spells its name. */
  readonly rootEnd: string
  readonly items: readonly XmlItem[]
}

const KINDS = { rss: 'rss', rdf: 'rdf', feed: 'atom' } as const
const TAG_NAME = /<(\/?)(?:[\w.-]+:)?([\w.-]+)/y

/** A feed taken apart into its items, so that a broken one spoils no other. Null when the document's root is none of RSS, RDF and
 *  Atom. CDATA sections and comments are passed over: a tag that an item only talks about does not count. Pure, linear. */
export function splitFeed(xml: string): SplitFeed | null {
  let kind: SplitFeed['kind'] | null = null
  let root = ''
  let openedAt = -1
  const items: XmlItem[] = []
  for (const tag of tagsOf(xml)) {
    if (kind === null) {
      if (!isKind(tag.name)) return null
      kind = KINDS[tag.name]
      root = xml.slice(tag.start, tag.end)
    } else if (tag.name === (kind === 'atom' ? 'entry' : 'item')) {
      if (openedAt !== -1)
        items.push({ xml: xml.slice(openedAt, tag.isClosing ? tag.end : tag.start), isWhole: tag.isClosing })
      openedAt = tag.isClosing || tag.isSelfClosing ? -1 : tag.start
    }
  }
  if (kind === null) return null
  if (openedAt !== -1) items.push({ xml: xml.slice(openedAt), isWhole: false })
  return { kind, root, rootEnd: `</${/[^<>\s/]+/.exec(root)?.[0] ?? ''}>`, items }
}

/** The text of the first element of each wanted kind, as it stands in the XML: `kinds` maps element names (lower case, without
 *  prefix) to what is wanted of them. What is not there is missing from the result. Pure, linear. */
export function elementTexts<Kind extends string>(
  xml: string,
  kinds: ReadonlyMap<string, Kind>,
): ReadonlyMap<Kind, string> {
  const found = new Map<Kind, string>()
  let opened: { name: string; kind: Kind; end: number } | null = null
  for (const tag of tagsOf(xml)) {
    const kind = kinds.get(tag.name)
    if (kind === undefined || found.has(kind)) continue
    if (!tag.isClosing) opened = tag.isSelfClosing ? null : { name: tag.name, kind, end: tag.end }
    else if (opened?.name === tag.name) found.set(opened.kind, xml.slice(opened.end, tag.start))
  }
  return found
}

interface Tag {
  /** Lower case, without prefix. */
  readonly name: string
  readonly isClosing: boolean
  readonly isSelfClosing: boolean
  readonly start: number
  readonly end: number
}

function* tagsOf(xml: string): Generator<Tag> {
  let at = xml.indexOf('<')
  while (at !== -1) {
    const past = endOfOther(xml, at)
    if (past !== null) {
      at = xml.indexOf('<', past)
      continue
    }
    TAG_NAME.lastIndex = at
    const match = TAG_NAME.exec(xml)
    if (match === null) {
      at = xml.indexOf('<', at + 1)
      continue
    }
    const close = xml.indexOf('>', at)
    if (close === -1) return
    const [, slash, name = ''] = match
    const isSelfClosing = xml.charAt(close - 1) === '/'
    yield { name: name.toLowerCase(), isClosing: slash === '/', isSelfClosing, start: at, end: close + 1 }
    at = xml.indexOf('<', close + 1)
  }
}

/** Where a CDATA section, comment, declaration or processing instruction at `at` ends; the end of the text when it does not. Null
 *  for a tag. */
function endOfOther(xml: string, at: number): number | null {
  const mark = xml.charAt(at + 1)
  if (mark !== '!' && mark !== '?') return null
  if (mark === '?') return endAfter(xml, '?>', at + 2)
  if (xml.startsWith('[CDATA[', at + 2)) return endAfter(xml, ']]>', at + 9)
  return xml.startsWith('--', at + 2) ? endAfter(xml, '-->', at + 4) : endAfter(xml, '>', at + 2)
}

function endAfter(xml: string, closing: string, from: number): number {
  const end = xml.indexOf(closing, from)
  return end === -1 ? xml.length : end + closing.length
}

function isKind(name: string): name is keyof typeof KINDS {
  return Object.hasOwn(KINDS, name)
}
