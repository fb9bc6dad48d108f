import { parseAtomFeed, parseRdfFeed, parseRssFeed } from 'feedsmith'
import type { AtomFeed, RdfFeed, RssFeed } from 'feedsmith'
import { HttpProblem } from '#main/infra/http/http.ts'
import { rejected } from '../parts/item.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { webAddress } from '../parts/web-address.ts'
import { splitDocument, type SplitDocument } from './xml-items.ts'

const ITEM_OF: ReadonlyMap<string, string> = new Map([
  ['rss', 'item'],
  ['rdf', 'item'],
  ['feed', 'entry'],
])
/** No feed of openings is longer; one that is was made to keep its reader busy. */
const MAX_ITEMS = 5000
/** The parser's cost is in starting it: fifty items at a time are twenty times as fast as one. */
const BATCH = 50

/** What the three formats have in common, before anything is made of it. */
export interface FeedEntry {
  readonly id: string | undefined
  readonly title: string | undefined
  readonly link: string | undefined
  readonly author: string | undefined
  readonly html: string | undefined
  readonly date: string | undefined
}

/** One item of a feed that could be read. */
export interface FeedItem {
  readonly entry: FeedEntry
  /** The item with its tags, for fields that only this feed has. */
  readonly xml: string
  /** What the feed says of itself before its first item. */
  readonly head: string
  readonly index: number
}

/** An outcome for each item of an RSS, RDF or Atom feed. A broken item is rejected and its neighbours are kept; a feed without items
 *  is empty. Throws HttpProblem 'unreadable' for a document that is no feed, breaks off, or has no end. Takes a quarter of a second to
 *  load: import it when a feed is there. Pure. */
export function readFeed(
  answer: Pick<SourceAnswer, 'text' | 'url'>,
  toPosting: (item: FeedItem) => ParsedItem,
): readonly ParsedItem[] {
  const host = URL.parse(answer.url)?.host ?? 'The server'
  const feed = splitDocument(answer.text, (root) => ITEM_OF.get(root) ?? null)
  if (feed === null) {
    const isPage = /<(?:!doctype\s+html|html|head|body)\b/i.test(answer.text.slice(0, 20_000))
    throw new HttpProblem(
      'unreadable',
      `${host} sent ${isPage ? 'a web page' : 'something'} that is no RSS or Atom feed`,
    )
  }
  if (!feed.isEnded) throw new HttpProblem('unreadable', `${host} sent a feed that breaks off`)
  if (feed.items.length > MAX_ITEMS) {
    throw new HttpProblem('unreadable', `${host} sent a feed of more than ${MAX_ITEMS} items`)
  }
  const entries = readEntries(feed)
  return feed.items.map(({ xml, isWhole }, index) => {
    const entry = entries[index]
    if (!isWhole) return rejected('bad_shape', `item ${index} breaks off`)
    return entry
      ? toPosting({ entry, xml, head: feed.head, index })
      : rejected('bad_shape', `item ${index} is broken XML`)
  })
}

/** A guid need only be unique within its feed: one that is no URI is told apart by the feed's host. Pure. */
export function scopedId(id: string | null, feedUrl: string): string | null {
  if (id === null || /^[a-z][a-z\d+.-]*:/i.test(id)) return id
  return `${URL.parse(feedUrl)?.host ?? ''} ${id}`.trim()
}

/** What each item says, in their order; null for an item that breaks off or that the parser does not take. A batch with such an
 *  item in it is read item by item. */
function readEntries(feed: SplitDocument): readonly (FeedEntry | null)[] {
  const { items } = feed
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, batch) => {
    const some = items.slice(batch * BATCH, (batch + 1) * BATCH)
    const together = some.every((item) => item.isWhole) ? parseItems(feed, some.map(({ xml }) => xml).join('')) : null
    if (together?.length === some.length) return together
    return some.map((item) => (item.isWhole ? (parseItems(feed, item.xml)?.[0] ?? null) : null))
  }).flat()
}

/** Null for XML that the feed parser does not take: only its own errors mean that. */
function parseItems(feed: SplitDocument, xml: string): readonly FeedEntry[] | null {
  try {
    if (feed.name === 'feed') return parseAtomFeed(`${feed.root}${xml}${feed.rootEnd}`).entries?.map(fromAtom) ?? []
    if (feed.name === 'rdf') return parseRdfFeed(`${feed.root}${xml}${feed.rootEnd}`).items?.map(fromRss) ?? []
    return parseRssFeed(`${feed.root}<channel>${xml}</channel>${feed.rootEnd}`).items?.map(fromRss) ?? []
  } catch (error) {
    if (error instanceof Error && ['DetectError', 'MalformedError', 'ParseError'].includes(error.name)) return null
    throw error
  }
}

function fromRss(item: Partial<RssFeed.Item<string> & RdfFeed.Item<string>>): FeedEntry {
  const permalink = item.guid?.isPermaLink === false ? undefined : item.guid?.value
  const atomLink = item.atom?.links?.find((link) => link.rel === undefined || link.rel === 'alternate')?.href
  return {
    id: item.guid?.value ?? item.dc?.identifiers?.[0],
    title: item.title ?? item.dc?.titles?.[0],
    link: item.link ?? atomLink ?? item.rdf?.about ?? (webAddress(permalink) === null ? undefined : permalink),
    author:
      item.dc?.creators?.[0] ?? item.authors?.[0]?.name ?? item.atom?.authors?.[0]?.name ?? item.dc?.publishers?.[0],
    html: item.content?.encoded ?? item.description ?? item.atom?.summary?.value ?? item.dc?.descriptions?.[0],
    date: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published ?? item.atom?.updated,
  }
}

function fromAtom(entry: Partial<AtomFeed.Entry<string>>): FeedEntry {
  const link = entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0]
  return {
    id: entry.id,
    title: entry.title?.value,
    link: link?.href ?? entry.content?.src,
    author: entry.authors?.[0]?.name ?? entry.dc?.creators?.[0],
    html: entry.content?.value ?? entry.summary?.value,
    date: entry.published ?? entry.updated ?? entry.dc?.dates?.[0],
  }
}
