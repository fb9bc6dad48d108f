import { z } from 'zod'
import { fromCapitals } from '../parts/capitals.ts'
import { anything, identifier, over, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import { jsonItems } from '../parts/json-page.ts'
import { createLocalInstant } from '../parts/local-instant.ts'
import { plainText } from '../parts/markup.ts'
import { placeLine } from '../parts/place-lines.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'

const entrySchema = z.object({
  id: identifier,
  title: text,
  date_modified: anything,
  _feed_entry: z.object({
    uuid: identifier,
    status: text,
    title: text,
    businessName: text,
    municipal: text,
    sistEndret: anything,
  }),
})

/** What the feed says happened to one ad. */
export interface FeedEntry {
  /** Null for what is no entry. */
  readonly uuid: string | null
  readonly changedAt: number | null
  /** The ad as far as the feed has it: without its text. */
  readonly item: ParsedItem
}

export const inNorway = createLocalInstant('Europe/Oslo')

/** One page of the feed, oldest first, and where it goes on. An ad that occurs on it several times is given once, as it was last.
 *  Throws HttpProblem 'unreadable' for what is no page of the feed. Pure. */
export function parseFeed(answer: Pick<SourceAnswer, 'text' | 'url'>): {
  readonly entries: readonly FeedEntry[]
  readonly nextUrl: string | null
} {
  const { items, envelope } = jsonItems(answer, { keys: ['items'], isItem: () => false })
  const last = new Map<string, FeedEntry>()
  for (const [index, value] of items.entries()) {
    const entry = feedEntry(value) ?? noEntry(index)
    const key = entry.uuid ?? `item ${index}`
    last.delete(key)
    last.set(key, entry)
  }
  const next = envelope['next_url']
  return { entries: [...last.values()], nextUrl: typeof next === 'string' && next.trim() !== '' ? next.trim() : null }
}

/** An item of the feed; null for anything else. Pure. */
export function feedEntry(value: unknown): FeedEntry | null {
  const parsed = entrySchema.safeParse(value)
  if (!parsed.success) return null
  const { id, title, date_modified, _feed_entry: said } = parsed.data
  const uuid = said.uuid ?? id
  if (uuid === null) return null
  const changedAt = inNorway(said.sistEndret) ?? inNorway(date_modified)
  if (isInactive(said.status)) return { uuid, changedAt, item: over(uuid, `ad ${uuid} is no longer active`) }
  const place = placeLine([fromCapitals(wordsOf(said.municipal) ?? '')])
  const item = toItem(
    {
      ...UNSAID,
      sourcePostingId: uuid,
      title: wordsOf(said.title) ?? wordsOf(title),
      company: wordsOf(said.businessName),
      url: pageOf(uuid),
      locations: place === null ? [] : [place],
      // A municipality is one of Norway's; a job abroad has none.
      countryCode: place === null ? null : 'NO',
      descriptionHtml: '',
      postedAt: null,
    },
    `ad ${uuid}`,
  )
  return { uuid, changedAt, item }
}

/** The feed writes "?" where it knows nothing, and "..." for what was taken back. */
function wordsOf(value: string | null): string | null {
  const words = plainText(value)
  return words === null || /^[?.]+$/.test(words) ? null : words
}

function noEntry(index: number): FeedEntry {
  return { uuid: null, changedAt: null, item: rejected('bad_shape', `item ${index} is no entry of the feed`) }
}

export function isInactive(status: string | null): boolean {
  return status !== null && status.trim().toUpperCase() !== 'ACTIVE'
}

/** An ad's page on arbeidsplassen.nav.no. */
export function pageOf(uuid: string): string {
  return `https://arbeidsplassen.nav.no/stillinger/stilling/${encodeURIComponent(uuid.toWellFormed())}`
}
