import { json, ownAddress, slugOf, withoutSome, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import type { Opening } from '../content.ts'

export const himalayas: FakeBoard = { id: 'himalayas', firstNumber: 27_000, padding: 'json', wire }

/** Whatever `limit` asks for. */
const PAGE_SIZE = 20
const EMPLOYMENT = { 'Full Time': 'Full Time', Vollzeit: 'Other', Teilzeit: 'Part Time', Internship: 'Intern' } as const

/** Pages by offset, as it always did; from the second page on it names the next one itself, as it does now. */
function wire({ url, openings, spoil }: WireRequest): WireAnswer | null {
  if (url.pathname !== '/jobs/api') return null
  const token = url.searchParams.get('cursor')
  const offset = token === null ? Number(url.searchParams.get('offset') ?? 0) : offsetOf(token)
  if (!Number.isInteger(offset) || offset < 0) {
    return { ...json({ error: 'Invalid cursor' }), status: 400 }
  }
  const jobs = openings.slice(offset, offset + PAGE_SIZE).map((opening) => posting(opening, url.origin))
  const following = offset + PAGE_SIZE
  const next = following < openings.length ? Buffer.from(`o${following}`).toString('base64url') : null
  return json({
    comments: 'Please link back to himalayas.app and mention Himalayas as the source.',
    updatedAt: 1_795_334_400,
    offset,
    limit: PAGE_SIZE,
    totalCount: openings.length,
    ...(offset === 0 ? {} : { nextCursor: next }),
    jobs: spoil === 'missing-fields' ? jobs.map(withoutSome(['title', 'applicationLink'])).map(withoutGuid) : jobs,
  })
}

function offsetOf(token: string): number {
  const match = /^o(\d+)$/.exec(Buffer.from(token, 'base64url').toString())
  return match === null ? -1 : Number(match[1])
}

/** A posting without its link is not named by it either. */
function withoutGuid(item: object, index: number): object {
  return 'applicationLink' in item ? item : { ...item, guid: `job-${index}` }
}

function posting(opening: Opening, origin: string) {
  const link = ownAddress(
    opening,
    `${origin}/companies/${opening.companySlug}/jobs/${slugOf(opening)}-${opening.number}`,
  )
  return {
    title: opening.title,
    excerpt: opening.descriptionHtml.slice(0, 80),
    companyName: opening.number % 9 === 4 ? 'name' : opening.company,
    companySlug: opening.companySlug,
    companyLogo: `${origin}/logo.png`,
    employmentType: EMPLOYMENT[opening.employment],
    minSalary: opening.number % 3 === 0 ? 65_000 : null,
    maxSalary: opening.number % 3 === 0 ? 80_000 : null,
    ...(opening.number % 2 === 0 ? { salaryPeriod: 'annual' } : {}),
    seniority: ['Mid-level'],
    currency: opening.number % 3 === 0 ? 'EUR' : null,
    locationRestrictions: restrictionsOf(opening),
    timezoneRestrictions: [0, 1, 2],
    categories: [opening.category],
    parentCategories: [opening.category],
    description: opening.descriptionHtml,
    pubDate: Math.floor(opening.postedAt / 1000),
    expiryDate: Math.floor(opening.postedAt / 1000) + 60 * 86_400,
    applicationLink: link,
    guid: opening.number % 5 === 0 ? `guid-${opening.number}` : `${origin}/g/${opening.number}`,
  }
}

function restrictionsOf({ number, country }: Opening): readonly unknown[] {
  if (number % 4 === 0) return []
  return number % 4 === 1 ? [{ name: country, slug: country.toLowerCase() }] : [country, 'United States']
}
