import { json, ownAddress, slugOf, withoutSome, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import { escapeXml, outsiderTitle, type Opening } from '../content.ts'

const PAGE_SIZE = 30

export const arbeitnow: FakeBoard = { id: 'arbeitnow', firstNumber: 1000, padding: 'json', wire }

function wire({ url, openings, spoil }: WireRequest): WireAnswer | null {
  if (url.pathname !== '/api/job-board-api') return null
  const page = Math.max(1, Number(url.searchParams.get('page') ?? 1) || 1)
  const all = openings.flatMap((opening, index) => {
    const item = posting(opening, url.origin)
    return index % 6 === 0
      ? [item, { ...item, slug: `${item.slug}-x`, title: outsiderTitle(index / 6), url: `${item.url}-x` }]
      : [item]
  })
  const data = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  const link = (to: number): string => `${url.origin}/api/job-board-api?page=${to}`
  return json({
    data: spoil === 'missing-fields' ? data.map(withoutSome(['title', 'url'])) : data,
    links: {
      first: link(1),
      last: null,
      prev: page > 1 ? link(page - 1) : null,
      next: page * PAGE_SIZE < all.length ? link(page + 1) : null,
    },
    meta: {
      current_page: page,
      per_page: PAGE_SIZE,
      path: `${url.origin}/api/job-board-api`,
      terms: 'Please link back.',
      info: 'Updated every hour.',
    },
  })
}

function posting(opening: Opening, origin: string) {
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
