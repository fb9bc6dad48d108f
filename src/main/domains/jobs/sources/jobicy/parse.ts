import { z } from 'zod'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { apiInstant } from '../parts/instants.ts'
import { anything, identifier, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import { remoteRegions } from '../parts/remote-regions.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { statedSalaryOf } from '../parts/stated-salary.ts'
import { sitePage } from '../parts/web-address.ts'

const itemSchema = z.object({
  id: identifier,
  url: text,
  jobTitle: text,
  companyName: text,
  jobType: anything,
  jobGeo: anything,
  jobExcerpt: text,
  jobDescription: text,
  pubDate: anything,
  salaryMin: anything,
  salaryMax: anything,
  salaryCurrency: text,
  salaryPeriod: text,
  annualSalaryMin: anything,
  annualSalaryMax: anything,
})
type Item = z.infer<typeof itemSchema>

/** All postings of an answer. Throws HttpProblem 'unreadable' for an answer that is none. Pure. */
export function parseJobs(answer: Pick<SourceAnswer, 'text' | 'url'>): readonly ParsedItem[] {
  const { items } = jsonItems(answer, { keys: ['jobs'], isItem: (value) => 'jobTitle' in value })
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
      title: plainText(item.jobTitle),
      company: plainText(item.companyName),
      url: sitePage(item.url, 'https://jobicy.com'),
      locations: remoteRegions(item.jobGeo),
      descriptionHtml: unescapeMarkup(item.jobDescription ?? item.jobExcerpt ?? ''),
      // Older answers give "2026-11-20 08:12:33", newer ones an offset; the former is UTC, too.
      postedAt: apiInstant(item.pubDate),
      statedSalary: salaryOf(item),
      // The board lists nothing else.
      workplace: 'remote',
      employmentType: employmentTypeOf(textsOf(item.jobType)),
    },
    `item ${index} (${item.id ?? 'no id'})`,
  )
}

/** Older answers name a year's pay by the field and give no period. */
function salaryOf(item: Item) {
  const currency = item.salaryCurrency
  return (
    statedSalaryOf({ min: item.salaryMin, max: item.salaryMax, currency, period: item.salaryPeriod }) ??
    statedSalaryOf({ min: item.annualSalaryMin, max: item.annualSalaryMax, currency, period: 'year' })
  )
}

function textsOf(field: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(field) ? field : [field]
  return values.filter((value) => typeof value === 'string')
}
