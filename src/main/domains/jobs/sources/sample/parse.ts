import { z } from 'zod'
import { HttpProblem } from '#main/infra/http/http.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { plausibleInstant } from '../parts/instants.ts'
import { anything, identifier, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { plainText } from '../parts/markup.ts'
import type { ParsedItem } from '../source.ts'
import { webAddress } from '../parts/web-address.ts'

const HOUR_MS = 3_600_000

const itemSchema = z.object({
  id: identifier,
  title: text,
  company: text,
  url: text,
  location: text,
  remote: anything,
  employmentType: text,
  salary: text,
  postedHoursAgo: z.number().nonnegative().nullable().catch(null),
  descriptionHtml: text,
})

/** Postings `start` (inclusive) to `end` of the bundled feed and how many it holds in all. Ages in the feed are relative, so that it
 *  never grows old: they are counted back from `now`. Throws HttpProblem 'unreadable' for a file that is no sample feed. Pure. */
export function parseSlice(
  feed: unknown,
  { start, end, now }: { readonly start: number; readonly end: number; readonly now: number },
): { readonly items: readonly ParsedItem[]; readonly total: number } {
  const read = z.object({ postings: z.array(z.unknown()) }).safeParse(feed)
  if (!read.success)
    throw new HttpProblem('unreadable', 'The bundled sample feed is damaged: it has no list of postings')
  const { postings } = read.data
  const items = postings.slice(start, end).map((value, offset) => parsePosting(value, { index: start + offset, now }))
  return { items, total: postings.length }
}

function parsePosting(value: unknown, { index, now }: { index: number; now: number }): ParsedItem {
  const parsed = itemSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `item ${index} is no posting`)
  const item = parsed.data
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: item.id,
      title: plainText(item.title),
      company: plainText(item.company),
      url: webAddress(item.url),
      locations: (item.location ?? '').split(';').flatMap((part) => plainText(part) ?? []),
      descriptionHtml: item.descriptionHtml ?? '',
      postedAt: item.postedHoursAgo === null ? null : plausibleInstant(Math.round(now - item.postedHoursAgo * HOUR_MS)),
      salaryText: plainText(item.salary),
      workplace: item.remote === true ? 'remote' : null,
      employmentType: item.employmentType === null ? null : employmentTypeOf([item.employmentType]),
    },
    `item ${index} (${item.id ?? 'no id'})`,
  )
}
