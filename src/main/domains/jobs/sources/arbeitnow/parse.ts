import { z } from 'zod'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { apiInstant } from '../parts/instants.ts'
import { anything, identifier, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { sitePage } from '../parts/web-address.ts'

const itemSchema = z.object({
  slug: identifier,
  company_name: text,
  title: text,
  description: text,
  remote: anything,
  url: text,
  job_types: anything,
  location: text,
  created_at: anything,
})

const SITE = 'https://www.arbeitnow.com'
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
  const { items, envelope } = jsonItems(answer, {
    keys: ['data'],
    isItem: (value) => 'title' in value && ('company_name' in value || 'slug' in value),
  })
  const links = z.object({ links: z.object({ next: anything }) }).safeParse(envelope)
  const isLast = links.success && links.data.links.next === null
  return { items: items.map(parsePosting), hasNext: items.length > 0 && !isLast }
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
      url: sitePage(item.url, SITE),
      locations: (item.location ?? '').split(';').flatMap((part) => plainText(part) ?? []),
      descriptionHtml: withoutOwnLink(unescapeMarkup(item.description ?? '')),
      postedAt: apiInstant(item.created_at),
      // False only means that the box was not ticked, which says nothing.
      workplace: isTicked(item.remote) ? 'remote' : null,
      employmentType: employmentTypeOf(textsIn(item.job_types)),
    },
    `item ${index} (${item.slug ?? 'no slug'})`,
  )
}

function isTicked(value: unknown): boolean {
  return value === true || value === 1 || value === 'true'
}

function textsIn(field: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(field) ? field : [field]
  return values.filter((value) => typeof value === 'string')
}

function withoutOwnLink(html: string): string {
  const start = Math.max(0, html.length - TAIL_CHARS)
  const tail = html.slice(start)
  return html.slice(0, start) + tail.trimEnd().replace(OWN_LINK, '').trimEnd()
}
