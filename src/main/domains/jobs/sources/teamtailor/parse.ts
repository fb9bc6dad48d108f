import { type AskedBoard, employerOf, itemAt } from '../asked-board.ts'
import { readFeed, type FeedItem } from '../feed/read-feed.ts'
import { childElements, elementTexts, xmlText, type XmlElement } from '../feed/xml-items.ts'
import { feedInstant } from '../parts/instants.ts'
import { toItem, UNSAID } from '../parts/item.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import { eachPlaceOnce, placeLine } from '../parts/place-lines.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { webAddress } from '../parts/web-address.ts'
import { workplaceOf } from '../parts/workplace-words.ts'

const FIELDS = new Map<string, 'company' | 'remote' | 'places'>([
  ['company_name', 'company'],
  ['remotestatus', 'remote'],
  ['locations', 'places'],
])
const FEED_TITLE = new Map([['title', 'title'] as const])

/** All postings of one employer's career site. A broken item is rejected and its neighbours are kept. Throws HttpProblem
 *  'unreadable' for an answer that is no feed. Pure. */
export function parseBoard(answer: Pick<SourceAnswer, 'text' | 'url'>, board: AskedBoard): readonly ParsedItem[] {
  return readFeed(answer, (item) => toPosting(item, { board, url: answer.url }))
}

function toPosting(
  { entry, xml, head, index }: FeedItem,
  { board, url }: { board: AskedBoard; url: string },
): ParsedItem {
  const texts = elementTexts(xml, FIELDS)
  const id = plainText(entry.id)
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: id === null || board.slug === '' ? id : `${board.slug}/${id}`,
      title: plainText(entry.title),
      company: employerOf(plainText(xmlText(texts.get('company'))), named(board, head)),
      url: webAddress(entry.link, url),
      locations: placesOf(texts.get('places')),
      descriptionHtml: unescapeMarkup(entry.html ?? ''),
      postedAt: feedInstant(entry.date),
      workplace: workplaceIn(plainText(xmlText(texts.get('remote')))),
    },
    `${itemAt(board, index)} (${id ?? 'no id'})`,
  )
}

/** The feed is headed by the employer's name: it serves where nobody has given one. */
function named(board: AskedBoard, head: string): AskedBoard {
  return { ...board, company: board.company ?? plainText(xmlText(elementTexts(head, FEED_TITLE).get('title'))) }
}

function placesOf(inner: string | undefined): readonly string[] {
  const places = childElements(inner ?? '') ?? []
  const each = places.some(({ name }) => name === 'location')
    ? places.filter(({ name }) => name === 'location').map((place) => childElements(place.inner) ?? [])
    : [places]
  return eachPlaceOnce(each.flatMap((fields) => placeOf(fields) ?? []))
}

/** City and country of the office. A place that is called remote keeps its name: its city is only the office that it is filed under. */
function placeOf(fields: readonly XmlElement[]): string | null {
  const said = (wanted: string): string | null => plainText(xmlText(fields.find(({ name }) => name === wanted)?.inner))
  const [name, city, country] = [said('name'), said('city'), said('country')]
  if (name !== null && /\bremote\b/i.test(name)) return name
  return placeLine([city ?? name, country])
}

/** "none" is what stands there when nobody has said anything, and "temporary" was for a while. */
function workplaceIn(status: string | null): ReturnType<typeof workplaceOf> {
  return status?.toLowerCase() === 'fully' ? 'remote' : workplaceOf(status)
}
