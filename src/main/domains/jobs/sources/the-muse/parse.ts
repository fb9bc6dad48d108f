import { z } from 'zod'
import { isoInstant } from '../instants.ts'
import { identifier, list, rejected, text, toItem, UNSAID } from '../item.ts'
import { jsonObject, listUnder } from '../json-page.ts'
import { plainText, unescapeMarkup } from '../markup.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { webAddress } from '../web-address.ts'

const named = z.object({ name: text })
const itemSchema = z.object({
  id: identifier,
  name: text,
  publication_date: text,
  contents: text,
  locations: list,
  company: named.nullable().catch(null),
  refs: z.object({ landing_page: text }).nullable().catch(null),
})

/** How The Muse writes that a job can be done from anywhere; it stands among the places. */
const REMOTE = /^(?:flexible\s*\/\s*)?remote$/i

/** One page of the public job list. `pageCount` is null when the page does not say how many there are. Throws HttpProblem
 *  'unreadable' for an answer that is no such page. Pure. */
export function parsePage(answer: Pick<SourceAnswer, 'text' | 'url'>): {
  readonly items: readonly ParsedItem[]
  readonly pageCount: number | null
} {
  const results = listUnder(answer, 'results')
  const pageCount = z.number().int().nonnegative().safeParse(jsonObject(answer)['page_count'])
  return { items: results.map(parsePosting), pageCount: pageCount.success ? pageCount.data : null }
}

function parsePosting(value: unknown, index: number): ParsedItem {
  const parsed = itemSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `item ${index} is no posting`)
  const item = parsed.data
  const places = item.locations.flatMap((place) => plainText(named.safeParse(place).data?.name) ?? [])
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: item.id,
      title: plainText(item.name),
      company: plainText(item.company?.name),
      url: webAddress(item.refs?.landing_page),
      locations: places.filter((place) => !REMOTE.test(place)),
      descriptionHtml: unescapeMarkup(item.contents ?? ''),
      postedAt: isoInstant(item.publication_date),
      workplace: places.some((place) => REMOTE.test(place)) ? 'remote' : null,
    },
    `item ${index} (${item.id ?? 'no id'})`,
  )
}
