import { escapeXml, openingsOf, outsiderTitle, type Board, type ContentOptions, type Opening } from './content.ts'
import { scriptPayloads } from './payloads.ts'

/** What a board sends for one address; null where the real one answers 404. */
export interface WireAnswer {
  readonly contentType: 'application/json' | 'application/rss+xml; charset=utf-8'
  readonly body: string
}

export type Spoil = 'none' | 'missing-fields' | 'big-html' | 'script-injection' | 'empty'

export interface WireRequest {
  readonly url: URL
  readonly content: ContentOptions
  readonly spoil: Spoil
}

const ARBEITNOW_PAGE = 30
const MUSE_PAGE = 20
const BIG_HTML = `<p>${'So much to say. '.repeat(40)}</p>`.repeat(Math.ceil((3 * 1024 * 1024) / 648))
const INJECTED = scriptPayloads.length
/** Injected openings are numbered from here, one payload after the other. */
const FIRST_INJECTED = 10_000

/** The true wire forms of the boards, page by page. */
export const wire: Record<Board, (request: WireRequest) => WireAnswer | null> = { arbeitnow, theMuse, greenhouse, rss }

function arbeitnow({ url, content, spoil }: WireRequest): WireAnswer | null {
  if (url.pathname !== '/api/job-board-api') return null
  const page = Math.max(1, Number(url.searchParams.get('page') ?? 1) || 1)
  const all = spoiled('arbeitnow', content, spoil).flatMap((opening, index) => {
    const posting = arbeitnowPosting(opening, url.origin)
    return index % 6 === 0
      ? [posting, { ...posting, slug: `${posting.slug}-x`, title: outsiderTitle(index / 6), url: `${posting.url}-x` }]
      : [posting]
  })
  const data = all.slice((page - 1) * ARBEITNOW_PAGE, page * ARBEITNOW_PAGE)
  const link = (to: number): string => `${url.origin}/api/job-board-api?page=${to}`
  return json({
    data: spoil === 'missing-fields' ? data.map(withoutSome(['title', 'url'])) : data,
    links: {
      first: link(1),
      last: null,
      prev: page > 1 ? link(page - 1) : null,
      next: page * ARBEITNOW_PAGE < all.length ? link(page + 1) : null,
    },
    meta: {
      current_page: page,
      per_page: ARBEITNOW_PAGE,
      path: `${url.origin}/api/job-board-api`,
      terms: 'Please link back.',
      info: 'Updated every hour.',
    },
  })
}

function arbeitnowPosting(opening: Opening, origin: string) {
  const slug = `${slugOf(opening)}-${opening.number}`
  const html = `${opening.descriptionHtml}\n<p>Find <a href="https://www.arbeitnow.com/">Jobs in Germany</a> on Arbeitnow</a></p>`
  return {
    slug,
    company_name: `${opening.company}${opening.number % 2 === 0 ? ' GmbH' : ''}`,
    title: opening.title,
    description: opening.number % 5 === 0 ? escapeXml(html) : html,
    remote: opening.isRemote,
    url: ownAddress(opening, `${origin}/jobs/companies/${opening.companySlug}/${slug}`),
    tags: [opening.category],
    job_types: [opening.employment],
    location: opening.number % 12 === 7 ? '' : `${opening.city}, ${opening.region}`,
    created_at: Math.floor(opening.postedAt / 1000),
  }
}

function theMuse({ url, content, spoil }: WireRequest): WireAnswer | null {
  if (url.pathname !== '/api/public/jobs') return null
  const page = Math.max(0, Number(url.searchParams.get('page') ?? 0) || 0)
  const categories = url.searchParams.getAll('category')
  const all = spoiled('theMuse', content, spoil).filter(
    ({ category }) => categories.length === 0 || categories.includes(category),
  )
  const results = all.slice(page * MUSE_PAGE, (page + 1) * MUSE_PAGE).map((opening) => ({
    contents: opening.descriptionHtml,
    name: opening.title,
    type: 'external',
    publication_date: new Date(opening.postedAt).toISOString().replace('.000Z', 'Z'),
    short_name: slugOf(opening),
    model_type: 'jobs',
    id: 18_000_000 + opening.number,
    locations: [
      ...(opening.isRemote ? [{ name: 'Flexible / Remote' }] : []),
      { name: `${opening.city}, ${opening.country}` },
    ],
    categories: [{ name: opening.category }],
    levels: [{ name: 'Mid Level', short_name: 'mid' }],
    tags: [],
    refs: {
      landing_page: ownAddress(
        opening,
        `${url.origin}/jobs/${opening.companySlug}/${slugOf(opening)}-${opening.number}`,
      ),
    },
    company: { id: 15_000, short_name: opening.companySlug, name: opening.company },
  }))
  return json({
    page,
    page_count: Math.ceil(all.length / MUSE_PAGE),
    items_per_page: MUSE_PAGE,
    took: 3,
    timed_out: false,
    total: all.length,
    results: spoil === 'missing-fields' ? results.map(withoutSome(['name', 'refs'])) : results,
  })
}

function greenhouse({ url, content, spoil }: WireRequest): WireAnswer | null {
  const slug = /^\/v1\/boards\/([^/]+)\/jobs$/.exec(url.pathname)?.[1]
  const every = openingsOf('greenhouse', content)
  if (slug === undefined || !every.some((opening) => opening.companySlug === slug)) return null
  const jobs = spoiled('greenhouse', content, spoil)
    .filter((opening) => opening.companySlug === slug)
    .map((opening) => ({
      absolute_url: ownAddress(
        opening,
        `${url.origin}/${slug}/jobs/${7_000_000 + opening.number}?gh_jid=${7_000_000 + opening.number}`,
      ),
      internal_job_id: 5_000_000 + opening.number,
      location: { name: `${opening.city}, ${opening.country}${opening.isRemote ? ' (Remote)' : ''}` },
      metadata: null,
      id: 7_000_000 + opening.number,
      updated_at: new Date(opening.postedAt).toISOString().replace('.000Z', '+00:00'),
      requisition_id: `R-${opening.number}`,
      title: opening.title,
      company_name: opening.company,
      first_published: new Date(opening.postedAt).toISOString().replace('.000Z', '+00:00'),
      content: escapeXml(opening.descriptionHtml),
      departments: [{ id: 1, name: opening.category, child_ids: [], parent_id: null }],
      offices: [
        { id: 2, name: opening.city, location: `${opening.city}, ${opening.country}`, child_ids: [], parent_id: null },
      ],
    }))
  return json({
    jobs: spoil === 'missing-fields' ? jobs.map(withoutSome(['title', 'absolute_url'])) : jobs,
    meta: { total: jobs.length },
  })
}

function rss({ url, content, spoil }: WireRequest): WireAnswer | null {
  if (url.pathname !== '/feed.xml') return null
  const items = spoiled('rss', content, spoil).map((opening, index) => {
    const lacks = (field: number): boolean => spoil === 'missing-fields' && index % 2 === field
    const link = ownAddress(opening, `/jobs/${slugOf(opening)}-${opening.number}`)
    return [
      '    <item>',
      ...(lacks(0) ? [] : [`      <title>${escapeXml(`${opening.title} // ${opening.company}`)}</title>`]),
      ...(lacks(1) ? [] : [`      <link>${escapeXml(link)}</link>`]),
      `      <guid isPermaLink="false">${opening.number}</guid>`,
      `      <dc:creator><![CDATA[admin]]></dc:creator>`,
      `      <pubDate>${new Date(opening.postedAt).toUTCString()}</pubDate>`,
      `      <region>${escapeXml(opening.city)}</region>`,
      `      <country>${escapeXml(opening.country)}</country>`,
      `      <type>${opening.employment}</type>`,
      `      <content:encoded><![CDATA[${opening.descriptionHtml.replaceAll(']]>', ']]]]><![CDATA[>')}]]></content:encoded>`,
      '    </item>',
    ].join('\n')
  })
  return {
    contentType: 'application/rss+xml; charset=utf-8',
    body: [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
      '  <channel>',
      `    <title>Jobs</title><link>${url.origin}/</link><description>Invented jobs</description>`,
      ...items,
      '  </channel>',
      '</rss>',
    ].join('\n'),
  }
}

/** A board's openings with what the mode does to them. Their number stays the same, except when empty. */
function spoiled(board: Board, content: ContentOptions, spoil: Spoil): readonly Opening[] {
  if (spoil === 'empty') return []
  const openings = openingsOf(board, content)
  if (spoil === 'big-html') {
    return openings.map((opening, index) => (index === 1 ? { ...opening, descriptionHtml: BIG_HTML } : opening))
  }
  if (spoil !== 'script-injection') return openings
  return Array.from({ length: Math.max(openings.length, INJECTED) }, (_, index) => {
    const opening = openings[index % openings.length]
    if (opening === undefined) throw new Error('a board without openings has nothing to inject into')
    return injected({ ...opening, number: FIRST_INJECTED + index }, scriptPayloads[index % INJECTED] ?? '')
  })
}

function injected(opening: Opening, payload: string): Opening {
  return {
    ...opening,
    title: `${opening.title} ${payload}`,
    company: `${opening.company} ${payload}`,
    city: `${opening.city} ${payload}`,
    descriptionHtml: `${opening.descriptionHtml}\n<p>${payload}</p>\n${payload}`,
  }
}

/** Injected openings carry the payload in their address, too: as a query, or as the whole address where it is one itself. */
function ownAddress(opening: Opening, address: string): string {
  if (opening.number < FIRST_INJECTED) return address
  const payload = scriptPayloads[(opening.number - FIRST_INJECTED) % INJECTED] ?? ''
  return opening.number % 4 === 0 ? 'javascript:alert(1)' : `${address}${address.includes('?') ? '&' : '?'}x=${payload}`
}

/** Takes one of the fields away from each item in turn, and none from every third. */
function withoutSome(fields: readonly string[]) {
  return (item: object, index: number): object => {
    const gone = fields[index % (fields.length + 1)]
    return Object.fromEntries(Object.entries(item).filter(([key]) => key !== gone))
  }
}

function slugOf(opening: Opening): string {
  return opening.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
}

function json(value: unknown): WireAnswer {
  return { contentType: 'application/json', body: JSON.stringify(value) }
}
