import { z } from 'zod'
import { apiInstant } from '../parts/instants.ts'
import { anything, identifier, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import { remoteRegions } from '../parts/remote-regions.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { statedSalaryOf } from '../parts/stated-salary.ts'
import { sitePage } from '../parts/web-address.ts'
import { withoutHoneypot } from './honeypot.ts'

const itemSchema = z.object({
  id: identifier,
  epoch: anything,
  date: anything,
  company: text,
  position: text,
  description: text,
  location: anything,
  salary_min: anything,
  salary_max: anything,
  url: text,
  apply_url: text,
})
type Item = z.infer<typeof itemSchema>

const SITE = 'https://remoteok.com'
/** What can be a year's pay in US dollars; the figures outside are an hour's or a month's. */
const YEAR_FROM_USD = 10_000
const YEAR_TO_USD = 1_000_000

/** All postings of an answer, without the legal notice in front of them. Throws HttpProblem 'unreadable' for an answer that is none.
 *  Pure. */
export function parseJobs(answer: Pick<SourceAnswer, 'text' | 'url'>): readonly ParsedItem[] {
  const { items } = jsonItems(answer, { keys: ['jobs'], isItem: (value) => 'position' in value })
  return items.filter((value) => !isLegalNotice(value)).map(parsePosting)
}

function isLegalNotice(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'legal' in value && !('position' in value)
}

function parsePosting(value: unknown, index: number): ParsedItem {
  const parsed = itemSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `item ${index} is no posting`)
  const item = parsed.data
  const reckoned = reckonedSalary(item)
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: item.id,
      title: plainText(item.position),
      company: plainText(item.company),
      // Its owner asks for links to the board's own page; `apply_url` leads past it.
      url: sitePage(item.url, SITE) ?? sitePage(item.apply_url, SITE),
      locations: remoteRegions(item.location),
      descriptionHtml: withoutHoneypot(unescapeMarkup(item.description ?? '')),
      postedAt: apiInstant(item.epoch) ?? apiInstant(item.date),
      ...(reckoned === null ? {} : { predictedSalary: reckoned }),
      // The board lists nothing else.
      workplace: 'remote',
    },
    `item ${index} (${item.id ?? 'no id'})`,
  )
}

/** The API gives bare figures. That they are US dollars a year is the site's convention and not said of any posting, so they are
 *  the source's reckoning, never what the employer states. Null for figures that cannot be a year's pay. */
function reckonedSalary(item: Item) {
  const salary = statedSalaryOf({ min: item.salary_min, max: item.salary_max, currency: 'USD', period: 'year' })
  const figures = [salary?.min, salary?.max].flatMap((figure) => figure ?? [])
  return figures.every((figure) => figure >= YEAR_FROM_USD && figure <= YEAR_TO_USD) ? salary : null
}
