import { json, ownAddress, slugOf, withoutSome, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'

const PAGE_SIZE = 20

export const theMuse: FakeBoard = { id: 'the-muse', firstNumber: 2000, padding: 'json', wire }

function wire({ url, openings, spoil }: WireRequest): WireAnswer | null {
  if (url.pathname !== '/api/public/jobs') return null
  const page = Math.max(0, Number(url.searchParams.get('page') ?? 0) || 0)
  const categories = url.searchParams.getAll('category')
  const all = openings.filter(({ category }) => categories.length === 0 || categories.includes(category))
  const results = all.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).map((opening) => ({
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
    page_count: Math.ceil(all.length / PAGE_SIZE),
    items_per_page: PAGE_SIZE,
    took: 3,
    timed_out: false,
    total: all.length,
    results: spoil === 'missing-fields' ? results.map(withoutSome(['name', 'refs'])) : results,
  })
}
