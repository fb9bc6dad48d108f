import { z } from 'zod'
import type { EmploymentType } from '#shared/facts.ts'
import { fromCapitals } from '../parts/capitals.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { anything, identifier, over, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import { countryCodeOf, eachPlaceOnce, placeLine } from '../parts/place-lines.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { textUnder } from '../parts/text-under.ts'
import { webAddress } from '../parts/web-address.ts'
import { feedEntry, inNorway, isInactive, pageOf } from './feed.ts'
import table from './kinds.json' with { type: 'json' }

const adSchema = z.object({
  uuid: identifier,
  title: text,
  jobtitle: text,
  description: text,
  published: anything,
  expires: anything,
  applicationDue: anything,
  workLocations: anything,
  link: text,
  sourceurl: text,
  employer: anything,
  engagementtype: text,
  extent: text,
})
const envelopeSchema = z.object({ uuid: identifier, status: text, ad_content: anything, json: anything })
const placeSchema = z.object({ city: text, municipal: text, county: text, country: text })

type Fields = Readonly<Record<string, unknown>>

const FORM = {
  keys: ['items', 'content', 'ads'],
  isItem: (value: Fields) =>
    ['_feed_entry', 'ad_content', 'json'].some((key) => key in value) ||
    ('uuid' in value && 'status' in value) ||
    (isAd(value) && !('items' in value)),
}
const KINDS = new Map(Object.entries(table.kinds))

/** The ads of a page of the feed, of one ad's own answer or of the older list of whole ads. Throws HttpProblem 'unreadable' for an
 *  answer that is none of these. Pure. */
export function parseAnswer(
  answer: Pick<SourceAnswer, 'text' | 'url'>,
  id: string | null = null,
): readonly ParsedItem[] {
  const { items } = jsonItems(answer, FORM)
  return items.map(
    (value, index) => feedEntry(value)?.item ?? parseAd(value, { index, id: items.length === 1 ? id : null }),
  )
}

/** An ad with its text; one that is no longer active has none. */
function parseAd(value: unknown, { index, id }: { readonly index: number; readonly id: string | null }): ParsedItem {
  const around = envelopeSchema.safeParse(value)
  if (!around.success) return rejected('bad_shape', `item ${index} is no ad`)
  const { status } = around.data
  const uuid = around.data.uuid ?? id
  const content = [around.data.ad_content, contentIn(around.data.json), value].find(isAd)
  if (isInactive(status)) return over(uuid, `ad ${uuid ?? index} is no longer active`)
  const parsed = adSchema.safeParse(content)
  if (!parsed.success) {
    const isGone = status !== null || (isRecord(value) && value['ad_content'] === null)
    return rejected(isGone ? 'closed' : 'bad_shape', `ad ${uuid ?? index} has no content`)
  }
  const { data } = parsed
  const sourcePostingId = uuid ?? data.uuid
  const places = [data.workLocations].flat().flatMap((place) => placeSchema.safeParse(place).data ?? [])
  const countries = new Set(places.flatMap(({ country }) => countryCodeOf(country) ?? []))
  const candidate = {
    ...UNSAID,
    sourcePostingId,
    title: plainText(data.title) ?? plainText(data.jobtitle),
    company: textUnder(data.employer, 'name'),
    url: webAddress(data.link) ?? (sourcePostingId === null ? webAddress(data.sourceurl) : pageOf(sourcePostingId)),
    locations: placesOf(places),
    countryCode: countries.size === 1 ? ([...countries][0] ?? null) : null,
    descriptionHtml: unescapeMarkup(data.description ?? ''),
    postedAt: inNorway(data.published),
    closesAt: inNorway(data.expires) ?? inNorway(data.applicationDue),
    employmentType: employmentOf([data.engagementtype, data.extent]),
  }
  return toItem(candidate, `item ${index} (${sourcePostingId ?? 'no id'})`)
}

function placesOf(places: readonly z.infer<typeof placeSchema>[]): readonly string[] {
  const lines = places.flatMap(({ city, municipal, county, country }) => {
    const [town, ...around] = [city, municipal, county, country].map((part) => fromCapitals(plainText(part) ?? ''))
    return placeLine([town, ...around]) ?? []
  })
  return eachPlaceOnce(lines)
}

function employmentOf(said: readonly (string | null)[]): EmploymentType | null {
  return employmentTypeOf(said.flatMap((word) => KINDS.get(plainText(word)?.toLowerCase() ?? '') ?? []))
}

function isAd(value: unknown): value is Fields {
  return (
    isRecord(value) && 'title' in value && ('description' in value || 'workLocations' in value || 'employer' in value)
  )
}

/** An ad's content, which older answers have as text. */
function contentIn(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
