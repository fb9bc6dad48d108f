import { z } from 'zod'
import { employmentTypeOf } from '../employment-words.ts'
import { unixInstant } from '../instants.ts'
import { anything, identifier, list, rejected, text, toItem, UNSAID } from '../item.ts'
import { jsonObject, listUnder } from '../json-page.ts'
import { plainText, unescapeMarkup } from '../markup.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { webAddress } from '../web-address.ts'

const itemSchema = z.object({
  slug: identifier,
  company_name: text,
  title: text,
  description: text,
  remote: anything,
  url: text,
  job_types: list,
  location: text,
  created_at: anything,
})

/** The board ends every description with an advertisement for itself. */
const OWN_LINK =
  /(?:<(?:p|div|span)\b[^<>]*>\s*)?(?:<br\s*\/?>\s*)*(?:<a\b[^<>]*>\s*)?Find\s+(?:more\s+)?(?:<a\b[^<>]*>\s*)?(?:more\s+)?(?:English[\s-]+Speaking\s+)?Jobs\s+in\s+Germany\s*(?:<\/a>)?(?:\s*on\s+Arbeitnow)?\s*(?:<\/a>)?[\s.]*(?:<\/(?:p|div|span|a)>\s*)*$/i
const TAIL_CHARS = 600

/** One page of the job board. `hasNext` is false on an empty page and when the page says that it is the last one. Throws
 *  HttpProblem 'unreadable' for an answer that is no such page. Pure. */
export function parsePage(answer: Pick<SourceAnswer, 'text' | 'url'>): {
  readonly items: readonly ParsedItem[]
  readonly hasNext: boolean
} {
  const postings = listUnder(answer, 'data')
  const links = z.object({ links: z.object({ next: anything }) }).safeParse(jsonObject(answer))
  const isLast = links.success && links.data.links.next === null
  return { items: postings.map(parsePosting), hasNext: postings.length > 0 && !isLast }
}

function parsePosting(value: unknown, index: number): ParsedItem {
  const parsed = itemSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `item ${index} is no posting`)
  const item = parsed.data
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: item.slug,
      title: plainText(item.title),
      company: plainText(item.company_name),
      url: webAddress(item.url),
      locations: (item.location ?? '').split(';').flatMap((part) => plainText(part) ?? []),
      descriptionHtml: withoutOwnLink(unescapeMarkup(item.description ?? '')),
      postedAt: unixInstant(item.created_at),
      // False only means that the box was not ticked, which says nothing.
      workplace: item.remote === true ? 'remote' : null,
      employmentType: employmentTypeOf(item.job_types.filter((label) => typeof label === 'string')),
    },
    `item ${index} (${item.slug ?? 'no slug'})`,
  )
}

function withoutOwnLink(html: string): string {
  const start = Math.max(0, html.length - TAIL_CHARS)
  const tail = html.slice(start)
  return html.slice(0, start) + tail.trimEnd().replace(OWN_LINK, '').trimEnd()
}
