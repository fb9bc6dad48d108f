import { readFeed, scopedId, type FeedItem } from '../feed/read-feed.ts'
import { readTitle } from '../feed/title.ts'
import { feedInstant } from '../parts/instants.ts'
import { toItem, UNSAID } from '../parts/item.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { webAddress } from '../parts/web-address.ts'

/** No item says where the work is: the board describes itself as one of jobs in Berlin. */
const PLACE = { locations: ['Berlin, Germany'], countryCode: 'DE' } as const

/** The postings of the feed. A broken item is rejected and its neighbours are kept. Relative links are read against the feed's
 *  address. Throws HttpProblem 'unreadable' for an answer that is no feed. Pure. */
export function parseJobs(answer: Pick<SourceAnswer, 'text' | 'url'>): readonly ParsedItem[] {
  return readFeed(answer, (item) => toPosting(item, answer.url))
}

function toPosting({ entry, index }: FeedItem, url: string): ParsedItem {
  const full = plainText(entry.title)
  const read = full === null ? null : readTitle(full)
  return toItem(
    {
      ...UNSAID,
      ...PLACE,
      sourcePostingId: scopedId(plainText(entry.id), url),
      title: read?.title ?? null,
      company: read?.company ?? null,
      url: webAddress(entry.link, url),
      descriptionHtml: unescapeMarkup(entry.html ?? ''),
      postedAt: feedInstant(entry.date),
      salaryText: read?.salaryText ?? null,
    },
    `item ${index}${full === null ? '' : ` (${full.slice(0, 80)})`}`,
  )
}
