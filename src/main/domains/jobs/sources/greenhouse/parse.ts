import { z } from 'zod'
import { type AskedBoard, employerOf, itemAt } from '../asked-board.ts'
import { apiInstant } from '../parts/instants.ts'
import { anything, identifier, list, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import { eachPlaceOnce } from '../parts/place-lines.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { webAddress } from '../parts/web-address.ts'
import { customFacts } from './custom-fields.ts'
import { payOf } from './pay.ts'

const TOKEN = /^[\w-]{1,100}$/

const placeSchema = z.object({ name: text, location: anything })
/** `pay_input_ranges` is only in the answer for a single posting. */
const itemSchema = z.object({
  id: identifier,
  internal_job_id: identifier,
  title: text,
  absolute_url: text,
  location: anything,
  offices: list,
  metadata: list,
  first_published: anything,
  updated_at: anything,
  application_deadline: anything,
  company_name: text,
  content: text,
  pay_input_ranges: list,
})
type Item = z.infer<typeof itemSchema>

/** All postings of one employer's board; also a single posting. Throws HttpProblem 'unreadable' for an answer that is no board. Pure. */
export function parseBoard(answer: Pick<SourceAnswer, 'text' | 'url'>, board: AskedBoard): readonly ParsedItem[] {
  const { items } = jsonItems(answer, {
    keys: ['jobs', 'job'],
    isItem: (value) => typeof value['title'] === 'string' && ('absolute_url' in value || 'content' in value),
  })
  return items.map((value, index) => parsePosting(value, { board, index }))
}

function parsePosting(value: unknown, { board, index }: { board: AskedBoard; index: number }): ParsedItem {
  const parsed = itemSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `${itemAt(board, index)} is no posting`)
  const item = parsed.data
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: item.id === null || board.slug === '' ? item.id : `${board.slug}/${item.id}`,
      title: plainText(item.title),
      company: employerOf(plainText(item.company_name), board),
      url: addressOf(item, board),
      locations: placesOf(item),
      descriptionHtml: unescapeMarkup(item.content ?? ''),
      postedAt: apiInstant(item.first_published) ?? apiInstant(item.updated_at),
      closesAt: apiInstant(item.application_deadline),
      ...payOf(item.pay_input_ranges),
      ...customFacts(item.metadata),
      requisitionId: item.internal_job_id,
    },
    `${itemAt(board, index)} (${item.id ?? 'no id'})`,
  )
}

/** Where the answer leaves the address or its host out, it is the one on Greenhouse's own site, by the board's name and the id. */
function addressOf({ absolute_url: given, id }: Item, { slug }: AskedBoard): string | null {
  const isLeftOut = /^\s*(?:\/|$)/.test(given ?? '')
  if (!isLeftOut || id === null || !TOKEN.test(id) || !TOKEN.test(slug)) return webAddress(given)
  return `https://job-boards.greenhouse.io/${slug}/jobs/${id}`
}

/** The posting's own place. The offices are those of the opening, which may have further postings for other places: they serve only
 *  where the posting names none. */
function placesOf({ location, offices }: Item): readonly string[] {
  const named: unknown = typeof location === 'string' ? location : placeSchema.safeParse(location).data?.name
  const own = (plainText(named) ?? '').split(';').flatMap((part) => plainText(part) ?? [])
  if (own.length > 0) return eachPlaceOnce(own)
  const filed = offices.flatMap((value) => {
    const office = placeSchema.safeParse(value).data
    return plainText(office?.location) ?? plainText(office?.name) ?? []
  })
  return eachPlaceOnce(filed)
}
