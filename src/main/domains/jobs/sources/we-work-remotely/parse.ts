import { escapeText } from '../../pipeline/text-to-html.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { readFeed, scopedId, type FeedItem } from '../feed/read-feed.ts'
import { readTitle } from '../feed/title.ts'
import { elementTexts, xmlText } from '../feed/xml-items.ts'
import { feedInstant } from '../parts/instants.ts'
import { toItem, UNSAID } from '../parts/item.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import { joinedMarkup } from '../parts/markup-parts.ts'
import { eachPlaceOnce } from '../parts/place-lines.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { webAddress } from '../parts/web-address.ts'

type Field = 'region' | 'country' | 'state' | 'skills' | 'type' | 'expires_at'
const FIELDS = new Map<string, Field>(
  (['region', 'country', 'state', 'skills', 'type', 'expires_at'] as const).map((name) => [name, name]),
)
const FLAGS = /\p{Regional_Indicator}+/u
/** What joins the countries of a list: "🇨🇦 Canada, 🇲🇽 Mexico, and 🇺🇸 United States of America". */
const JOINT = /^and\s|,?(?:\sand)?$/g

/** The postings of the feed. A broken item is rejected and its neighbours are kept. Throws HttpProblem 'unreadable' for an answer
 *  that is no feed. Pure. */
export function parseJobs(answer: Pick<SourceAnswer, 'text' | 'url'>): readonly ParsedItem[] {
  return readFeed(answer, (item) => toPosting(item, answer.url))
}

function toPosting({ entry, xml, index }: FeedItem, url: string): ParsedItem {
  const texts = elementTexts(xml, FIELDS)
  const said = (field: Field): string | null => plainText(xmlText(texts.get(field)))
  const full = plainText(entry.title)
  const skills = said('skills')
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: scopedId(plainText(entry.id), url),
      ...namesIn(full),
      url: webAddress(entry.link, url),
      locations: placesOf({ region: said('region'), country: said('country'), state: said('state') }),
      descriptionHtml: joinedMarkup([
        { html: unescapeMarkup(entry.html ?? '') },
        { html: skills === null ? '' : `<p>Skills: ${escapeText(skills)}</p>` },
      ]),
      postedAt: feedInstant(entry.date),
      closesAt: feedInstant(said('expires_at')),
      // The board has no other jobs; the feed's own title is "Remote jobs".
      workplace: 'remote',
      employmentType: employmentTypeOf([said('type') ?? '']),
    },
    `item ${index}${full === null ? '' : ` (${full.slice(0, 80)})`}`,
  )
}

/** Every title is "Company: Role"; the first colon is the one. One without it is read like any feed's. */
function namesIn(full: string | null): { title: string | null; company: string | null } {
  if (full === null) return { title: null, company: null }
  const at = full.indexOf(': ')
  const [company, title] = [full.slice(0, Math.max(at, 0)).trim(), full.slice(at + 1).trim()]
  if (company !== '' && title !== '') return { title, company }
  const read = readTitle(full)
  return { title: read.title, company: read.company }
}

/** The countries in which one may work, then the region. A state belongs to a country only where there is just one. */
function placesOf(said: { region: string | null; country: string | null; state: string | null }): readonly string[] {
  const list = said.country ?? ''
  const countries = list
    .split(FLAGS.test(list) ? FLAGS : ',')
    .flatMap((country) => plainText(country.trim().replace(JOINT, '')) ?? [])
  const [only] = countries
  const named =
    said.state !== null && countries.length === 1 && only !== undefined ? [`${said.state}, ${only}`] : countries
  return eachPlaceOnce([...named, ...(said.region === null ? [] : [said.region])])
}
