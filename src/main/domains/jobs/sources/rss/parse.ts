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
import { elementText, splitFeed, type SplitFeed } from './xml-items.ts'

const TAGS = {
  company: new Set(tags.company),
  location: new Set(tags.location),
  country: new Set(tags.country),
  employment: new Set(tags.employment),
  salary: new Set(tags.salary),
  closes: new Set(tags.closes),
  remote: new Set(tags.remote),
} as const

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
 *  Relative links are read against the feed's address. Throws HttpProblem 'unreadable' for a document that is no feed. Pure. */
export function parseFeed(answer: Pick<SourceAnswer, 'text' | 'url'>): readonly ParsedItem[] {
  const feed = splitFeed(answer.text)
  if (feed === null) {
    const host = URL.parse(answer.url)?.host ?? 'The server'
    const isPage = /<(?:!doctype\s+html|html|head|body)\b/i.test(answer.text.slice(0, 20_000))
    throw new HttpProblem(
      'unreadable',
      `${host} sent ${isPage ? 'a web page' : 'something'} that is no RSS or Atom feed`,
    )
  }
  return feed.items.map((item, index) => {
    if (!item.isWhole) return rejected('bad_shape', `item ${index} breaks off`)
    const entry = readEntry(feed, item.xml)
    return entry === null
      ? rejected('bad_shape', `item ${index} is broken XML`)
      : toPosting(entry, { xml: item.xml, index, answer })
  })
}

/** Null for XML that the feed parser does not take. Only its own errors mean that; they are an item's fault, told by the caller. */
function readEntry(feed: SplitFeed, xml: string): FeedEntry | null {
  try {
    if (feed.kind === 'atom') return fromAtom(parseAtomFeed(`${feed.root}${xml}${feed.rootEnd}`).entries?.[0] ?? {})
    if (feed.kind === 'rdf') return fromRss(parseRdfFeed(`${feed.root}${xml}${feed.rootEnd}`).items?.[0] ?? {})
    return fromRss(parseRssFeed(`${feed.root}<channel>${xml}</channel>${feed.rootEnd}`).items?.[0] ?? {})
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
  const own = (names: ReadonlySet<string>): string | null => plainText(xmlText(elementText(xml, names)))
  const full = plainText(entry.title)
  const read = full === null ? null : readTitle(full)
  const author = plainText(entry.author)
  const employment = own(TAGS.employment)
  const url = webAddress(entry.link, answer.url)
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: scopedId(plainText(entry.id), answer.url),
      title: read?.title ?? null,
      company: own(TAGS.company) ?? read?.company ?? (author === null ? null : companyFromAuthor(author)),
      url,
      locations: locationsOf(own(TAGS.location), own(TAGS.country)),
      descriptionHtml: unescapeMarkup(entry.html ?? ''),
      postedAt: feedInstant(entry.date),
      closesAt: feedInstant(own(TAGS.closes)),
      salaryText: own(TAGS.salary) ?? read?.salaryText ?? null,
      workplace: workplaceOf(own(TAGS.remote)),
      employmentType: employment === null ? null : employmentTypeOf([employment]),
    },
    `item ${index}${full === null ? '' : ` (${full.slice(0, 80)})`}`,
  )
}

function xmlText(inner: string | null): string | null {
  if (inner === null) return null
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
