import { json, ownAddress, withoutSome, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import { companySlugs, escapeXml } from '../content.ts'

export const greenhouse: FakeBoard = { id: 'greenhouse', firstNumber: 0, padding: 'json', wire }

function wire({ url, openings, spoil }: WireRequest): WireAnswer | null {
  const slug = /^\/v1\/boards\/([^/]+)\/jobs$/.exec(url.pathname)?.[1]
  if (slug === undefined || !companySlugs().includes(slug)) return null
  const jobs = openings
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
