import {
  json,
  ownAddress,
  refusedKey,
  slugOf,
  withoutSome,
  type FakeBoard,
  type WireAnswer,
  type WireRequest,
} from '../board.ts'
import type { Opening } from '../content.ts'
import { countryCode, plainOf, statedBand } from '../opening-facts.ts'

const PAGE_SIZE = 10
const DATES = new Set(['all', 'today', '3days', 'week', 'month'])

export const jsearch: FakeBoard = { id: 'jsearch', firstNumber: 32_000, padding: 'json', wire }

function wire({ url, headers, openings, spoil }: WireRequest): WireAnswer | null {
  if (url.pathname !== '/search-v2') return null
  const key = headers['x-rapidapi-key']
  if (
    refusedKey(typeof key === 'string' ? key : null) !== null ||
    headers['x-rapidapi-host'] !== 'jsearch.p.rapidapi.com'
  ) {
    return message(403, 'You are not subscribed to this API.')
  }
  if (key === 'used-up')
    return message(
      429,
      'You have exceeded the MONTHLY quota for Requests on your current plan, BASIC. Upgrade your plan.',
    )
  if (key === 'hasty')
    return message(429, 'You have exceeded the rate limit per second for your plan, BASIC, by the API provider')
  const { searchParams } = url
  const query = searchParams.get('query') ?? ''
  const date = searchParams.get('date_posted') ?? 'all'
  if (query === '' || !DATES.has(date)) return message(400, 'Missing or invalid parameter')
  // Google is generous with what a query means: words of it anywhere in the title.
  const words = query
    .replace(/ in .*$/, '')
    .toLowerCase()
    .split(' ')
  const country = searchParams.get('country') ?? 'us'
  const found = openings.filter(
    (opening) =>
      countryCode(opening)?.toLowerCase() === country &&
      (words[0] === 'jobs' || words.some((word) => opening.title.toLowerCase().includes(word))),
  )
  const start = Number(searchParams.get('cursor') ?? 0) || 0
  const jobs = found.slice(start, start + PAGE_SIZE).map((opening) => job(opening, url.origin))
  return json({
    status: 'OK',
    request_id: '5f0c1d2e-0000-4000-8000-000000000001',
    parameters: { query, num_pages: 1, date_posted: date, country },
    data: {
      jobs: spoil === 'missing-fields' ? jobs.map(withoutSome(['job_title', 'job_apply_link'])) : jobs,
      cursor: start + PAGE_SIZE < found.length ? String(start + PAGE_SIZE) : null,
    },
  })
}

function job(opening: Opening, origin: string) {
  const band = statedBand(opening)
  return {
    job_id: `id-${opening.number}==`,
    job_title: opening.title,
    employer_name: opening.company,
    employer_website: `https://${opening.companySlug}.example`,
    job_publisher: 'LinkedIn',
    job_employment_type: opening.employment === 'Teilzeit' ? 'Part-time' : 'Full-time',
    job_employment_types: [
      opening.employment === 'Teilzeit' ? 'PARTTIME' : opening.employment === 'Internship' ? 'INTERN' : 'FULLTIME',
    ],
    job_apply_link: ownAddress(opening, `${origin}/view/${slugOf(opening)}-${opening.number}`),
    job_description: plainOf(opening.descriptionHtml),
    job_is_remote: opening.isRemote,
    job_posted_at: '2 days ago',
    job_posted_at_timestamp: Math.floor(opening.postedAt / 1000),
    job_posted_at_datetime_utc: opening.number % 2 === 0 ? new Date(opening.postedAt).toISOString() : null,
    job_location: `${opening.city}, ${opening.country}`,
    job_city: opening.city,
    job_state: opening.region,
    job_country: countryCode(opening),
    job_google_link: null,
    job_min_salary: band?.min ?? null,
    job_max_salary: band?.max ?? null,
    job_salary_currency: band === null ? null : 'EUR',
    job_salary_period: band === null ? null : 'YEAR',
  }
}

function message(status: number, text: string): WireAnswer {
  return { status, contentType: 'application/json', body: JSON.stringify({ message: text }) }
}
