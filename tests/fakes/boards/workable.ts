import { json, ownAddress, withoutSome, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import { companySlugs, type Opening } from '../content.ts'
import { countryCode } from '../opening-facts.ts'

export const workable: FakeBoard = { id: 'workable', firstNumber: 13_000, padding: 'json', wire }

const NOT_FOUND: WireAnswer = { ...json({ error: 'Not found' }), status: 404 }
const KINDS = {
  'Full Time': 'Full-time',
  Vollzeit: 'Full-time',
  Teilzeit: 'Part-time',
  Internship: 'Internship',
} as const

function wire({ url, method, openings, spoil }: WireRequest): WireAnswer | null {
  const slug = /^\/api\/v1\/widget\/accounts\/([^/]+)$/.exec(url.pathname)?.[1] ?? ''
  if (method !== 'GET' || !companySlugs().includes(slug)) return NOT_FOUND
  const own = openings.filter((opening) => opening.companySlug === slug)
  const hasDetails = url.searchParams.get('details') === 'true'
  const rows = own.flatMap((opening) => {
    const { description, ...row } = job(opening, url.origin)
    const shown = hasDetails ? { ...row, description } : row
    // As the real widget does: one row for each place of an opening.
    const isElsewhereToo = spoil === 'none' && opening.number % 9 === 0
    return isElsewhereToo ? [shown, { ...shown, city: 'Porto', state: 'Porto', country: 'Portugal' }] : [shown]
  })
  return json({
    name: own[0]?.company ?? slug,
    description: null,
    jobs: spoil === 'missing-fields' ? rows.map(withoutSome(['title', 'url'])).map(withoutPage) : rows,
  })
}

/** A posting that has lost its page has nothing left by which it is found. */
function withoutPage(row: object): object {
  return 'url' in row ? row : { ...row, shortlink: null, application_url: null, shortcode: null }
}

function job(opening: Opening, origin: string) {
  const shortcode = `WK${opening.number.toString(36).toUpperCase().padStart(8, '0')}`
  const page = ownAddress(opening, `${origin}/j/${shortcode}`)
  return {
    title: opening.title,
    shortcode,
    code: opening.number % 2 === 0 ? `R-${opening.number}` : '',
    employment_type: KINDS[opening.employment],
    telecommuting: opening.isRemote,
    department: opening.category,
    url: page,
    shortlink: page,
    application_url: page.includes('?') ? page : `${page}/apply`,
    published_on: new Date(opening.postedAt).toISOString().slice(0, 10),
    created_at: new Date(opening.postedAt - 86_400_000).toISOString().slice(0, 10),
    country: opening.country,
    city: opening.city,
    state: opening.region,
    education: '',
    experience: 'Mid-Senior level',
    function: opening.category,
    industry: 'Software',
    locations: [
      {
        country: opening.country,
        countryCode: countryCode(opening),
        city: opening.city,
        region: opening.region,
        hidden: false,
      },
    ],
    description: opening.descriptionHtml,
  }
}
