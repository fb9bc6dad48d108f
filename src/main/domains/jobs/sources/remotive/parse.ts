import { z } from 'zod'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { apiInstant } from '../parts/instants.ts'
import { anything, identifier, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import { remoteRegions } from '../parts/remote-regions.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { sitePage } from '../parts/web-address.ts'

const itemSchema = z.object({
  id: identifier,
  url: text,
  title: text,
  company_name: text,
  job_type: text,
  publication_date: anything,
  candidate_required_location: anything,
  salary: text,
  description: text,
})

/** All postings of an answer. Throws HttpProblem 'unreadable' for an answer that is none. Pure. */
export function parseJobs(answer: Pick<SourceAnswer, 'text' | 'url'>): readonly ParsedItem[] {
  const { items } = jsonItems(answer, {
    keys: ['jobs'],
    isItem: (value) => 'company_name' in value && 'candidate_required_location' in value,
  })
  return items.map(parsePosting)
}

function parsePosting(value: unknown, index: number): ParsedItem {
  const parsed = itemSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `item ${index} is no posting`)
  const item = parsed.data
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: item.id,
      title: plainText(item.title),
      company: plainText(item.company_name),
      url: sitePage(item.url, 'https://remotive.com'),
      locations: remoteRegions(item.candidate_required_location),
      descriptionHtml: unescapeMarkup(item.description ?? ''),
      // Without a zone, which the API never gives, it is UTC.
      postedAt: apiInstant(item.publication_date),
      salaryText: plainText(item.salary),
      // The board lists nothing else.
      workplace: 'remote',
      employmentType: employmentTypeOf(item.job_type === null ? [] : [item.job_type]),
    },
    `item ${index} (${item.id ?? 'no id'})`,
  )
}
