import { z } from 'zod'
import { apiInstant } from '../parts/instants.ts'
import { anything, identifier, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { sitePage } from '../parts/web-address.ts'

const named = z.object({ name: text })
const itemSchema = z.object({
  id: identifier,
  name: text,
  publication_date: anything,
  contents: text,
  locations: anything,
  company: anything,
  refs: z.object({ landing_page: text }).nullable().catch(null),
})

const SITE = 'https://www.themuse.com'
/** How The Muse writes that a job can be done from anywhere; it stands among the places. */
const REMOTE = /^(?:flexible\s*\/\s*)?remote$/i

/** One page of the public job list. `pageCount` is null when the page does not say how many there are. Throws HttpProblem
 *  'unreadable' for an answer that is no such page. Pure. */
export function parsePage(answer: Pick<SourceAnswer, 'text' | 'url'>): {
  readonly items: readonly ParsedItem[]
  readonly pageCount: number | null
} {
  const { items, envelope } = jsonItems(answer, {
    keys: ['results'],
    isItem: (value) => typeof value['name'] === 'string' && ('contents' in value || 'refs' in value),
  })
  const pageCount = z.number().int().nonnegative().safeParse(envelope['page_count'])
  return { items: items.map(parsePosting), pageCount: pageCount.success ? pageCount.data : null }
}

function parsePosting(value: unknown, index: number): ParsedItem {
  const parsed = itemSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `item ${index} is no posting`)
  const item = parsed.data
  const places = namesIn(item.locations)
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: item.id,
      title: plainText(item.name),
      company: namesIn(item.company)[0] ?? null,
      url: sitePage(item.refs?.landing_page, SITE),
      locations: places.filter((place) => !REMOTE.test(place)),
      descriptionHtml: unescapeMarkup(item.contents ?? ''),
      postedAt: apiInstant(item.publication_date),
      workplace: places.some((place) => REMOTE.test(place)) ? 'remote' : null,
    },
    `item ${index} (${item.id ?? 'no id'})`,
  )
}

/** Names come in objects, one or a list of them. */
function namesIn(field: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(field) ? field : [field]
  return values.flatMap((value) => plainText(value) ?? plainText(named.safeParse(value).data?.name) ?? [])
}
