import { json, ownAddress, withoutSome, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import { companySlugs, type Opening } from '../content.ts'
import { countryCode, plainOf, sectionsOf, statedBand, uuidOf } from '../opening-facts.ts'

export const lever: FakeBoard = { id: 'lever', firstNumber: 10_000, padding: 'json', wire }

const NOT_FOUND: WireAnswer = { ...json({ ok: false, error: 'Document not found' }), status: 404 }
const WORKPLACES = ['unspecified', 'on-site', 'hybrid'] as const

function wire({ url, method, headers, openings, spoil }: WireRequest): WireAnswer | null {
  const [, slug = '', id = null] = /^\/v0\/postings\/([^/]+)(?:\/([^/]+))?$/.exec(url.pathname) ?? []
  if (method !== 'GET' || !companySlugs().includes(slug)) return NOT_FOUND
  const postings = openings
    .filter((opening) => opening.companySlug === slug)
    .map((opening) => posting(opening, url.origin))
  if (id !== null) {
    const found = postings.find((candidate) => candidate.id === id)
    return found === undefined ? NOT_FOUND : json(found)
  }
  const mode = url.searchParams.get('mode') ?? (headers.accept?.includes('json') === true ? 'json' : 'html')
  if (mode !== 'json') return { contentType: 'text/html; charset=utf-8', body: '<div class="lever"><ul></ul></div>' }
  const skip = Number(url.searchParams.get('skip') ?? 0)
  const limit = Number(url.searchParams.get('limit') ?? Infinity)
  const shown = postings.slice(skip, skip + limit)
  return json(spoil === 'missing-fields' ? shown.map(withoutSome(['text', 'hostedUrl'])).map(withoutForm) : shown)
}

/** A posting that has lost its page has lost the form on it, too. */
function withoutForm(item: object): object {
  return 'hostedUrl' in item ? item : { ...item, applyUrl: null }
}

function posting(opening: Opening, origin: string) {
  const id = uuidOf(opening, 0x1e)
  const page = ownAddress(opening, `${origin}/${opening.companySlug}/${id}`)
  const { before, list, after } = sectionsOf(opening)
  const place = `${opening.city}, ${opening.country}`
  const band = statedBand(opening)
  return {
    additional: after,
    additionalPlain: plainOf(after),
    categories: {
      commitment: opening.employment,
      department: opening.category,
      location: place,
      team: opening.category,
      allLocations: opening.isRemote ? [place, 'Remote'] : [place],
    },
    createdAt: opening.postedAt,
    descriptionPlain: plainOf(before),
    description: before,
    id,
    lists: list === null ? [] : [{ text: list.title, content: list.itemsHtml }],
    text: opening.title,
    country: countryCode(opening),
    workplaceType: opening.isRemote ? 'remote' : WORKPLACES[opening.number % 3],
    opening: '',
    openingPlain: '',
    descriptionBody: before,
    descriptionBodyPlain: plainOf(before),
    hostedUrl: page,
    applyUrl: page.includes('?') ? page : `${page}/apply`,
    ...(band === null ? {} : { salaryRange: { ...band, currency: 'EUR', interval: 'per-year-salary' } }),
  }
}
