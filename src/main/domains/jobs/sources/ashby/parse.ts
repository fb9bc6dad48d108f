import { z } from 'zod'
import { type AskedBoard, employerOf, itemAt } from '../asked-board.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { apiInstant } from '../parts/instants.ts'
import { anything, identifier, list, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { plainText } from '../parts/markup.ts'
import { joinedMarkup } from '../parts/markup-parts.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { sitePage } from '../parts/web-address.ts'
import { workplaceOf } from '../parts/workplace-words.ts'
import { compensationOf } from './compensation.ts'
import { placesOf } from './places.ts'

/** `organizationName`, `externalLink`, `locations` and `compensationTiers` are how Ashby's feeds for partners give the same posting. */
const itemSchema = z.object({
  id: identifier,
  title: text,
  organizationName: text,
  jobUrl: text,
  externalLink: text,
  applyUrl: text,
  location: anything,
  locationName: anything,
  address: anything,
  secondaryLocations: list,
  locations: list,
  employmentType: text,
  workplaceType: text,
  isRemote: anything,
  isListed: anything,
  publishedAt: anything,
  publishedDate: anything,
  updatedAt: anything,
  applicationDeadline: anything,
  descriptionHtml: text,
  descriptionPlain: text,
  compensation: anything,
  compensationTiers: anything,
})
type Item = z.infer<typeof itemSchema>

const SITE = 'https://jobs.ashbyhq.com'

/** All postings of one employer's board. Throws HttpProblem 'unreadable' for an answer that is no board. Pure. */
export function parseBoard(answer: Pick<SourceAnswer, 'text' | 'url'>, board: AskedBoard): readonly ParsedItem[] {
  const { items } = jsonItems(answer, {
    keys: ['jobs', 'job', 'jobPostings', 'results'],
    isItem: (value) => typeof value['title'] === 'string' && ('jobUrl' in value || 'descriptionHtml' in value),
  })
  return items.map((value, index) => parsePosting(value, { board, index }))
}

function parsePosting(value: unknown, { board, index }: { board: AskedBoard; index: number }): ParsedItem {
  const parsed = itemSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `${itemAt(board, index)} is no posting`)
  const item = parsed.data
  const where = `${itemAt(board, index)} (${item.id ?? 'no id'})`
  if (item.isListed === false || item.isListed === 'false') return rejected('closed', `${where} is not listed any more`)
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: item.id,
      title: plainText(item.title),
      company: employerOf(plainText(item.organizationName), board),
      url: sitePage(item.jobUrl, SITE) ?? sitePage(item.externalLink, SITE) ?? sitePage(item.applyUrl, SITE),
      ...placesOf(item, [...item.secondaryLocations, ...item.locations]),
      ...compensationOf(item.compensation ?? { compensationTiers: item.compensationTiers }),
      descriptionHtml: joinedMarkup([{ html: item.descriptionHtml, plain: item.descriptionPlain }]),
      postedAt: apiInstant(item.publishedAt) ?? apiInstant(item.publishedDate) ?? apiInstant(item.updatedAt),
      closesAt: apiInstant(item.applicationDeadline),
      workplace: workplaceIn(item),
      employmentType: employmentTypeOf([item.employmentType ?? '']),
    },
    where,
  )
}

/** `isRemote` is also true on hybrid postings: it only counts where nothing more telling is said. False says nothing. */
function workplaceIn({ workplaceType, isRemote }: Item) {
  return workplaceOf(workplaceType) ?? (isRemote === true || isRemote === 'true' ? 'remote' : null)
}
