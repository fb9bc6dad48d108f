import { decodeXML } from 'entities'
import { parseAtomFeed, parseRdfFeed, parseRssFeed } from 'feedsmith'
import type { AtomFeed, RdfFeed, RssFeed } from 'feedsmith'
import { HttpProblem } from '#main/infra/http/http.ts'
import { employmentTypeOf } from '../employment-words.ts'
import { feedInstant } from '../instants.ts'
import { rejected, toItem, UNSAID } from '../item.ts'
import { plainText, unescapeMarkup } from '../markup.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { webAddress } from '../web-address.ts'
import tags from './tags.json' with { type: 'json' }
import { companyFromAuthor, readTitle } from './title.ts'
import { elementTexts, splitFeed, type SplitFeed, type XmlItem } from './xml-items.ts'

type Field = 'company' | 'location' | 'country' | 'employment' | 'salary' | 'closes' | 'remote'
const FIELDS = new Map<string, Field>([
  ...tags.company.map((name) => [name, 'company'] as const),
  ...tags.location.map((name) => [name, 'location'] as const),
  ...tags.country.map((name) => [name, 'country'] as const),
  ...tags.employment.map((name) => [name, 'employment'] as const),
  ...tags.salary.map((name) => [name, 'salary'] as const),
  ...tags.closes.map((name) => [name, 'closes'] as const),
  ...tags.remote.map((name) => [name, 'remote'] as const),
])
/** No feed of openings is longer; one that is was made to keep its reader busy. */
const MAX_ITEMS = 5000
/** The parser's cost is in starting it: fifty items at a time are twenty times as fast as one. */
const BATCH = 50

/** What the three formats have in common, before anything is made of it. */
interface FeedEntry {
  readonly id: string | undefined
  readonly title: string | undefined
  readonly link: string | undefined
  readonly author: string | undefined
  readonly html: string | undefined
  readonly date: string | undefined
}

/** The postings of an RSS, RDF or Atom feed. A broken item is rejected and its neighbours are kept; a feed without items is empty.
 *  Relative links are read against the feed's address. Throws HttpProblem 'unreadable' for a document that is no feed, or one without end. Pure. */
export function parseFeed(answer: Pick<SourceAnswer, 'text' | 'url'>): readonly ParsedItem[] {
  const host = URL.parse(answer.url)?.host ?? 'The server'
  const feed = splitFeed(answer.text)
  if (feed === null) {
    const isPage = /<(?:!doctype\s+html|html|head|body)\b/i.test(answer.text.slice(0, 20_000))
    throw new HttpProblem(
      'unreadable',
      `${host} sent ${isPage ? 'a web page' : 'something'} that is no RSS or Atom feed`,
    )
  }
  if (feed.items.length > MAX_ITEMS) {
    throw new HttpProblem('unreadable', `${host} sent a feed of more than ${MAX_ITEMS} items`)
  }
  const entries = readEntries(feed, feed.items)
  return feed.items.map((item, index) => {
    const entry = entries[index]
    if (!item.isWhole) return rejected('bad_shape', `item ${index} breaks off`)
    return entry
      ? toPosting(entry, { xml: item.xml, index, answer })
      : rejected('bad_shape', `item ${index} is broken XML`)
  })
}

/** What each item says, in their order; null for an item that breaks off or that the parser does not take. A batch with such an
 *  item in it is read item by item. */
function readEntries(feed: SplitFeed, items: readonly XmlItem[]): readonly (FeedEntry | null)[] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, batch) => {
    const some = items.slice(batch * BATCH, (batch + 1) * BATCH)
    const together = some.every((item) => item.isWhole) ? parseItems(feed, some.map(({ xml }) => xml).join('')) : null
    if (together?.length === some.length) return together
    return some.map((item) => (item.isWhole ? (parseItems(feed, item.xml)?.[0] ?? null) : null))
  }).flat()
}

/** Null for XML that the feed parser does not take: only its own errors mean that. */
function parseItems(feed: SplitFeed, xml: string): readonly FeedEntry[] | null {
  try {
    if (feed.kind === 'atom') return parseAtomFeed(`${feed.root}${xml}${feed.rootEnd}`).entries?.map(fromAtom) ?? []
    if (feed.kind === 'rdf') return parseRdfFeed(`${feed.root}${xml}${feed.rootEnd}`).items?.map(fromRss) ?? []
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

function toPosting(
  entry: FeedEntry,
  { xml, index, answer }: { xml: string; index: number; answer: Pick<SourceAnswer, 'url'> },
): ParsedItem {
  const texts = elementTexts(xml, FIELDS)
  const own = (field: Field): string | null => plainText(xmlText(texts.get(field)))
  const full = plainText(entry.title)
  const read = full === null ? null : readTitle(full)
  const author = plainText(entry.author)
  const employment = own('employment')
  const url = webAddress(entry.link, answer.url)
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: scopedId(plainText(entry.id), answer.url),
      title: read?.title ?? null,
      company: own('company') ?? read?.company ?? (author === null ? null : companyFromAuthor(author)),
      url,
      locations: locationsOf(own('location'), own('country')),
      descriptionHtml: unescapeMarkup(entry.html ?? ''),
      postedAt: feedInstant(entry.date),
      closesAt: feedInstant(own('closes')),
      salaryText: own('salary') ?? read?.salaryText ?? null,
      workplace: workplaceOf(own('remote')),
      employmentType: employment === null ? null : employmentTypeOf([employment]),
    },
    `item ${index}${full === null ? '' : ` (${full.slice(0, 80)})`}`,
  )
}

function xmlText(inner: string | undefined): string | null {
  if (inner === undefined) return null
  return decodeXML(inner.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, data: string) => data.replaceAll('&', '&amp;')))
}

/** A guid need only be unique within its feed: one that is no URI is told apart by the feed's host. */
function scopedId(id: string | null, feedUrl: string): string | null {
  if (id === null || /^[a-z][a-z\d+.-]*:/i.test(id)) return id
  return `${URL.parse(feedUrl)?.host ?? ''} ${id}`.trim()
}

function locationsOf(location: string | null, country: string | null): readonly string[] {
  if (location === null) return country === null ? [] : [country]
  const isRepeated = country === null || location.toLowerCase().includes(country.toLowerCase())
  return location.split(';').flatMap((part) => {
    const place = part.trim()
    return place === '' ? [] : [isRepeated ? place : `${place}, ${country}`]
  })
}

function workplaceOf(status: string | null): 'remote' | 'hybrid' | null {
  if (status === null) return null
  if (/^(?:true|yes|fully|remote|fully[ _-]remote)$/i.test(status)) return 'remote'
  return /^hybrid$/i.test(status) ? 'hybrid' : null
}
