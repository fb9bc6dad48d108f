import { json, ownAddress, slugOf, withoutSome, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import { outsiderTitle, type Opening } from '../content.ts'

export const jobicy: FakeBoard = { id: 'jobicy', firstNumber: 26_000, padding: 'json', wire }

const MOST = 200
const PARAMETERS = new Set(['count', 'cursor', 'geo', 'industry', 'tag', 'get'])
const GEOS = new Set(['europe', 'anywhere', 'usa', 'germany'])
const INDUSTRIES: Readonly<Record<string, string>> = {
  'Data Science': 'data-science',
  'Data and Analytics': 'data-science',
  'Software Engineering': 'engineering',
  'Computer and IT': 'engineering',
  'Product Management': 'management',
}

function wire({ url, openings, spoil }: WireRequest): WireAnswer | null {
  if (url.pathname !== '/api/v2/remote-jobs') return null
  const geo = url.searchParams.get('geo')
  const industry = url.searchParams.get('industry')
  const count = Number(url.searchParams.get('count') ?? MOST)
  const unknown = [...url.searchParams.keys()].find((name) => !PARAMETERS.has(name))
  if (unknown !== undefined) return refused(`Unknown parameter '${unknown}'.`)
  if (!Number.isInteger(count)) return refused("The 'count' parameter must be a number.")
  if (geo !== null && !GEOS.has(geo)) return refused('Invalid geo.')
  if (industry !== null && !Object.values(INDUSTRIES).includes(industry)) return refused('Invalid industry.')
  const fitting = openings.filter(
    (opening) => (geo === null || geo === geoOf(opening)) && (industry === null || industry === industryOf(opening)),
  )
  const jobs = fitting
    .slice(0, Math.min(Math.max(count, 1), MOST))
    .map((opening, index) => posting(opening, url.origin, index))
  return json({
    apiVersion: '2.2.18',
    friendlyNotice: 'Please credit Jobicy and link to the source.',
    jobCount: jobs.length,
    lastUpdate: jobs[0]?.pubDate ?? '',
    nextCursor: null,
    hasMore: false,
    appliedFilters: { count, ...(geo === null ? {} : { geo }), ...(industry === null ? {} : { industry }) },
    jobs: spoil === 'missing-fields' ? jobs.map(withoutSome(['jobTitle', 'url'])) : jobs,
    statusCode: 200,
    success: true,
  })
}

function refused(error: string): WireAnswer {
  return { ...json({ success: false, error }), status: 400 }
}

function geoOf({ number }: Opening): string {
  return number % 4 === 0 ? 'anywhere' : 'europe'
}

function industryOf({ category }: Opening): string {
  return INDUSTRIES[category] ?? 'engineering'
}

function posting(opening: Opening, origin: string, index: number) {
  const id = 140_000 + opening.number
  return {
    id,
    url: ownAddress(opening, `${origin}/jobs/${id}-${slugOf(opening)}`),
    jobSlug: `${id}-${slugOf(opening)}`,
    jobTitle: index % 7 === 6 ? outsiderTitle(index) : opening.title.replaceAll('&', '&amp;'),
    companyName: opening.company,
    companyLogo: false,
    jobIndustry: [opening.category.replaceAll('&', '&amp;')],
    jobType: [opening.employment === 'Internship' ? 'Internship' : 'Full-Time'],
    jobGeo: geoOf(opening) === 'anywhere' ? 'Anywhere' : `Europe, ${opening.country}`,
    jobLevel: 'Any',
    jobExcerpt: opening.descriptionHtml.slice(0, 80),
    jobDescription: opening.descriptionHtml,
    pubDate: new Date(opening.postedAt).toISOString().replace('.000Z', '+00:00'),
    ...(opening.number % 3 === 0
      ? { salaryMin: 65_000, salaryMax: 80_000, salaryCurrency: 'EUR', salaryPeriod: 'yearly' }
      : {}),
  }
}
