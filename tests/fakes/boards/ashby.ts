import { json, ownAddress, withoutSome, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import { companySlugs, type Opening } from '../content.ts'
import { plainOf, statedBand, uuidOf } from '../opening-facts.ts'

export const ashby: FakeBoard = { id: 'ashby', firstNumber: 11_000, padding: 'json', wire }

const NOT_FOUND: WireAnswer = { status: 404, contentType: 'text/plain; charset=utf-8', body: 'Not Found' }
const KINDS = { 'Full Time': 'FullTime', Vollzeit: 'FullTime', Teilzeit: 'PartTime', Internship: 'Intern' } as const

function wire({ url, method, openings, spoil }: WireRequest): WireAnswer | null {
  const slug = /^\/posting-api\/job-board\/([^/]+)$/.exec(url.pathname)?.[1] ?? ''
  if (method !== 'GET' || !companySlugs().includes(slug)) return NOT_FOUND
  const hasPay = url.searchParams.get('includeCompensation') === 'true'
  const jobs = openings
    .filter((opening) => opening.companySlug === slug)
    .map((opening) => ({
      ...posting(opening, url.origin),
      ...(hasPay ? { compensation: compensation(opening) } : {}),
    }))
  return json({
    jobs: spoil === 'missing-fields' ? jobs.map(withoutSome(['title', 'jobUrl'])).map(withoutForm) : jobs,
    apiVersion: '1',
  })
}

/** A posting that has lost its page has lost the form on it, too. */
function withoutForm(item: object): object {
  return 'jobUrl' in item ? item : { ...item, applyUrl: null }
}

function posting(opening: Opening, origin: string) {
  const id = uuidOf(opening, 0xa5)
  const page = ownAddress(opening, `${origin}/${opening.companySlug}/${id}`)
  const isHybrid = !opening.isRemote && opening.number % 3 === 0
  return {
    id,
    title: opening.title,
    department: opening.category,
    team: opening.category,
    employmentType: KINDS[opening.employment],
    location: opening.city,
    secondaryLocations: opening.isRemote
      ? [{ location: 'Remote - Europe', address: { addressLocality: null, addressRegion: null, addressCountry: null } }]
      : [],
    publishedAt: new Date(opening.postedAt).toISOString().replace('Z', '+00:00'),
    isListed: true,
    // As on the real boards: true for hybrid postings, too.
    isRemote: opening.isRemote || isHybrid,
    workplaceType: opening.isRemote ? 'Remote' : isHybrid ? 'Hybrid' : opening.number % 3 === 1 ? 'OnSite' : null,
    address: {
      postalAddress: {
        addressLocality: opening.city,
        addressRegion: opening.region,
        addressCountry: opening.country,
      },
    },
    jobUrl: page,
    applyUrl: page.includes('?') ? page : `${page}/application`,
    descriptionHtml: opening.descriptionHtml,
    descriptionPlain: plainOf(opening.descriptionHtml),
    shouldDisplayCompensationOnJobPostings: true,
  }
}

/** A board that publishes no pay sends the object all the same, with nothing in it. */
function compensation(opening: Opening) {
  const band = statedBand(opening)
  const pay = {
    compensationType: 'Salary',
    interval: '1 YEAR',
    currencyCode: 'EUR',
    minValue: band?.min,
    maxValue: band?.max,
  }
  const equity = {
    compensationType: 'EquityCashValue',
    interval: '1 YEAR',
    currencyCode: 'EUR',
    minValue: null,
    maxValue: null,
  }
  return {
    compensationTierSummary: band === null ? null : '€65K – €80K • Offers Equity',
    scrapeableCompensationSalarySummary: band === null ? null : '€65K - €80K',
    compensationTiers: band === null ? [] : [{ id: uuidOf(opening, 0xc0), title: 'All', components: [equity, pay] }],
    summaryComponents: band === null ? [] : [equity, pay],
  }
}
