import type { RawPosting } from '../../posting.ts'
import { rejected, UNSAID } from '../parts/item.ts'
import { perRun } from '../plan/per-run.ts'
import { outsidePlan, withinPlan } from '../plan/plan-filter.ts'
import { DETAILS_PER_PAGE, readDetails } from '../plan/read-details.ts'
import type { ParsedItem, Source, SourceContext, SourcePage } from '../source.ts'
import { manifest } from './manifest.ts'
import type { PostingAddress } from './posting-address.ts'

/** An index with more parts than this is not that of a board with a few dozen postings. */
const MAX_SITEMAPS = 5

/** The sitemap names the postings; each that is new and fits by its address is read from its own page. What is no longer in the
 *  sitemap is closed. */
export const relocateMe: Source = {
  manifest,
  parse: async (payload) => {
    const [{ isSitemap, parseSitemap }, { parsePostingPage }] = await loadParsers()
    if (!isSitemap(payload.text)) return [parsePostingPage(payload)]
    // A sitemap says where postings are, and nothing about them.
    parseSitemap(payload)
    return []
  },
  fetchPage: async (context, cursor) => {
    const run = runOf(context)
    run.listed ??= await readSitemap(context)
    const { postings } = run.listed
    const start = cursor === null ? 0 : postings.findIndex(({ id }) => id === cursor) + 1
    const { page, last, isComplete } = await readPostings(context, postings.slice(start))
    return {
      ...page,
      nextCursor: last,
      // A sitemap without a single posting is a site that was rebuilt rather than one where nobody hires.
      ...(postings.length === 0 ? {} : { fullList: { scope: '', isComplete } }),
    }
  },
}

interface Listed {
  readonly postings: readonly PostingAddress[]
}

const runOf = perRun<{ listed: Listed | null }>(() => ({ listed: null }))

interface PostingsRead {
  readonly page: Omit<SourcePage, 'nextCursor'>
  /** The id of the last one looked at; null when there is nothing to go on with. */
  readonly last: string | null
  /** Every posting was looked at. */
  readonly isComplete: boolean
}

/** As many as one page takes, from the first on. */
async function readPostings(context: SourceContext, postings: readonly PostingAddress[]): Promise<PostingsRead> {
  const [, { parsePostingPage }] = await loadParsers()
  const stored: string[] = []
  const outside: ParsedItem[] = []
  const wanted: PostingAddress[] = []
  let last: string | null = null
  for (const posting of postings) {
    if (wanted.length >= DETAILS_PER_PAGE) break
    last = posting.id
    const reason = context.isStored(posting.id) ? null : outsidePlan(asPosting(posting), context.plan)
    if (context.isStored(posting.id)) stored.push(posting.id)
    else if (reason !== null) outside.push(rejected(reason, `"${posting.title}" (${posting.place ?? 'no place'})`))
    else wanted.push(posting)
  }
  const { items, left } = await readDetails(context, {
    wanted,
    idOf: ({ id }) => `posting ${id}`,
    read: async ({ url }) =>
      parsePostingPage({ ...(await context.get({ url: ownAddress(context, url), accept: 'html' })), url }),
    gone: ['not_found', 'unauthorised'],
  })
  const isEnd = last === null || last === postings.at(-1)?.id
  return {
    page: { items: [...outside, ...withinPlan(items, context.plan)], stored, problem: null },
    last: isEnd || left.length > 0 ? null : last,
    isComplete: isEnd && left.length === 0,
  }
}

/** What the address alone says, for a first look at roles and countries. */
function asPosting({ id, title, url, place, countryCode }: PostingAddress): RawPosting {
  const locations = place === null ? [] : [place]
  return {
    ...UNSAID,
    sourcePostingId: id,
    title,
    company: null,
    url,
    locations,
    countryCode,
    descriptionHtml: '',
    postedAt: null,
  }
}

/** An address of the sitemap on the host that is asked: no other host is, whatever the sitemap says. */
function ownAddress(context: SourceContext, address: string): string {
  const { pathname, search } = new URL(address)
  return `${context.base()}${pathname}${search}`
}

async function readSitemap(context: SourceContext): Promise<Listed> {
  const [{ parseSitemap }, , { postingAddress }] = await loadParsers()
  const first = parseSitemap(await context.get({ url: `${context.base()}/sitemap.xml`, accept: 'xml' }))
  const parts = first.kind === 'set' ? [] : first.addresses.slice(0, MAX_SITEMAPS)
  const addresses = first.kind === 'set' ? [...first.addresses] : []
  for (const url of parts) {
    const part = await context.get({ url: ownAddress(context, url), accept: 'xml' })
    addresses.push(...parseSitemap(part).addresses)
  }
  const postings = new Map(
    addresses.flatMap((url) => postingAddress(url) ?? []).map((posting) => [posting.id, posting]),
  )
  return { postings: [...postings.values()] }
}

/** The readers bring the gazetteer along, which most starts never need. */
function loadParsers() {
  return Promise.all([import('./sitemap.ts'), import('./parse.ts'), import('./posting-address.ts')])
}
