import { employmentTypeOf } from '../parts/employment-words.ts'
import { readFeed, scopedId, type FeedItem } from '../feed/read-feed.ts'
import { companyFromAuthor, readTitle } from '../feed/title.ts'
import { elementTexts, xmlText } from '../feed/xml-items.ts'
import { feedInstant } from '../parts/instants.ts'
import { toItem, UNSAID } from '../parts/item.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { webAddress } from '../parts/web-address.ts'
import tags from './tags.json' with { type: 'json' }

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

const SITE = new Map([['link', 'link'] as const])

/** The postings of an RSS, RDF or Atom feed. A broken item is rejected and its neighbours are kept; a feed without items is empty.
 *  Relative links are read against the feed's address, or against the site that it names where that is not known. Throws HttpProblem
 *  'unreadable' for a document that is no feed, breaks off, or has no end. Pure. */
export function parseFeed(answer: Pick<SourceAnswer, 'text' | 'url'>): readonly ParsedItem[] {
  return readFeed(answer, (item) => toPosting(item, { url: webAddress(answer.url) ?? siteOf(item.head) ?? '' }))
}

function toPosting({ entry, xml, index }: FeedItem, answer: Pick<SourceAnswer, 'url'>): ParsedItem {
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

function siteOf(head: string): string | null {
  return webAddress(plainText(xmlText(elementTexts(head, SITE).get('link'))))
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
