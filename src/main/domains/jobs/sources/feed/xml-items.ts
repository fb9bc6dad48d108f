import { decodeXML } from 'entities'

/** One item of a document that is a list of items, with its tags. `isWhole` is false when its end is missing: a document cut off, a
 *  tag forgotten. */
export interface XmlItem {
  readonly xml: string
  readonly isWhole: boolean
}

export interface SplitDocument {
  /** Name of the root element, lower case, without prefix. */
  readonly name: string
  /** The root element's opening tag, which declares the namespaces. */
  readonly root: string
  /** The tag that closes it, as the document spells its name. */
  readonly rootEnd: string
  /** What stands before the first item. */
  readonly head: string
  readonly items: readonly XmlItem[]
  /** False for a document that was cut off: the tag that closes its root is missing. */
  readonly isEnded: boolean
}

/** One element within another. */
export interface XmlElement {
  /** Lower case, without prefix. */
  readonly name: string
  /** What stands between its tags, as it is in the XML. */
  readonly inner: string
}

const CDATA_START = '<![CDATA['
const CDATA_END = ']]>'
const TAG_NAME = /<(\/?)(?:[\w.-]+:)?([\w.-]+)/y

/** A document taken apart into its items, so that a broken one spoils no other. `itemOf` names the element that is an item in a
 *  document of that root; null when its root is none that is known. CDATA sections and comments are passed over: a tag that an item
 *  only talks about does not count. No DOCTYPE is heeded and no entity of its own expanded. Pure, linear. */
export function splitDocument(xml: string, itemOf: (root: string) => string | null): SplitDocument | null {
  let name: string | null = null
  let itemName: string | null = null
  let [root, head, rootAt, openedAt] = ['', '', 0, -1]
  let isEmpty = false
  const items: XmlItem[] = []
  for (const tag of tagsOf(xml)) {
    if (name === null) {
      itemName = itemOf(tag.name)
      if (itemName === null) return null
      name = tag.name
      root = xml.slice(tag.start, tag.end)
      rootAt = tag.end
      isEmpty = tag.isSelfClosing
    } else if (tag.name === itemName) {
      if (items.length === 0 && openedAt === -1) head = xml.slice(rootAt, tag.start)
      if (openedAt !== -1)
        items.push({ xml: xml.slice(openedAt, tag.isClosing ? tag.end : tag.start), isWhole: tag.isClosing })
      openedAt = tag.isClosing || tag.isSelfClosing ? -1 : tag.start
    }
  }
  if (name === null) return null
  if (openedAt !== -1) items.push({ xml: xml.slice(openedAt), isWhole: false })
  const rootName = /[^<>\s/]+/.exec(root)?.[0] ?? ''
  const isEnded = isEmpty || xml.lastIndexOf(`</${rootName}`) >= rootAt
  return { name, root, rootEnd: `</${rootName}>`, head, items, isEnded }
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

/** The elements directly within a piece of XML, in their order; null when one of them does not end. Pure, linear. */
export function childElements(xml: string): readonly XmlElement[] | null {
  const found: XmlElement[] = []
  let opened: { name: string; end: number; depth: number } | null = null
  for (const tag of tagsOf(xml)) {
    if (opened === null) {
      if (tag.isSelfClosing) found.push({ name: tag.name, inner: '' })
      else if (!tag.isClosing) opened = { name: tag.name, end: tag.end, depth: 1 }
    } else if (tag.name === opened.name && !tag.isSelfClosing) {
      opened.depth += tag.isClosing ? -1 : 1
      if (opened.depth > 0) continue
      found.push({ name: opened.name, inner: xml.slice(opened.end, tag.start) })
      opened = null
    }
  }
  return opened === null ? found : null
}

/** The characters that an element's inside stands for: CDATA sections as they are, entities read, comments left out. Null for no
 *  element. Pure, linear. */
export function xmlText(inner: string | undefined): string | null {
  if (inner === undefined) return null
  let text = ''
  let at = 0
  for (let open = inner.indexOf('<!'); open !== -1; open = inner.indexOf('<!', at)) {
    text += decodeXML(inner.slice(at, open))
    at = endOfOther(inner, open) ?? inner.length
    if (inner.startsWith(CDATA_START, open)) {
      const isClosed = inner.endsWith(CDATA_END, at)
      text += inner.slice(open + CDATA_START.length, isClosed ? at - CDATA_END.length : at)
    }
  }
  return text + decodeXML(inner.slice(at))
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
  if (xml.startsWith(CDATA_START, at)) return endAfter(xml, CDATA_END, at + CDATA_START.length)
  return xml.startsWith('--', at + 2) ? endAfter(xml, '-->', at + 4) : endAfter(xml, '>', at + 2)
}

function endAfter(xml: string, closing: string, from: number): number {
  const end = xml.indexOf(closing, from)
  return end === -1 ? xml.length : end + closing.length
}
