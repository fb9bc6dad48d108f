import { json, ownAddress, slugOf, withoutSome, type FakeBoard, type WireAnswer, type WireRequest } from '../board.ts'
import { companySlugs, type Opening } from '../content.ts'
import { countryCode, sectionsOf, statedBand } from '../opening-facts.ts'

export const recruitee: FakeBoard = { id: 'recruitee', firstNumber: 15_000, padding: 'json', wire }

const NOT_FOUND: WireAnswer = { ...json({ error: ['Company not found'] }), status: 404 }
const CODES = {
  'Full Time': 'fulltime_permanent',
  Vollzeit: 'fulltime',
  Teilzeit: 'parttime_permanent',
  Internship: 'internship',
} as const

/** The whole board at once, whatever page is asked for; one offer at an address of its own. */
function wire({ url, method, openings, spoil }: WireRequest): WireAnswer | null {
  const [, slug = '', id = ''] = /^\/([^/]+)\/api\/offers(?:\/([^/]*))?$/.exec(url.pathname) ?? []
  if (method !== 'GET' || !companySlugs().includes(slug)) return NOT_FOUND
  const offers = openings
    .filter((opening) => opening.companySlug === slug)
    .map((opening) => offerOf(opening, url.origin))
  if (id !== '') {
    const offer = offers.find((candidate) => String(candidate.id) === id)
    return offer === undefined ? NOT_FOUND : json({ offer })
  }
  return json({
    offers: spoil === 'missing-fields' ? offers.map(withoutSome(['title', 'careers_url'])).map(withoutForm) : offers,
  })
}

/** An offer that has lost its page has lost the form on it, too; one that has lost its title has it in no language. */
function withoutForm(item: object): object {
  return {
    ...item,
    ...('careers_url' in item ? {} : { careers_apply_url: null, slug: null }),
    ...('title' in item ? {} : { translations: {} }),
  }
}

function offerOf(opening: Opening, origin: string) {
  const page = ownAddress(opening, `${origin}/${opening.companySlug}/o/${slugOf(opening)}-${opening.number}`)
  const { before, list, after } = sectionsOf(opening)
  const description = `${before}\n${after}`
  const requirements = list === null ? null : `<p>${list.title}:</p><ul>${list.itemsHtml}</ul>`
  const band = statedBand(opening)
  const place = { city: opening.city, country: opening.country, country_code: countryCode(opening), postal_code: null }
  return {
    id: 1_900_000 + opening.number,
    slug: slugOf(opening),
    position: 1,
    status: 'published',
    options_phone: 'optional',
    options_cover_letter: 'optional',
    options_cv: 'required',
    ...place,
    state_code: null,
    state_name: opening.region,
    location: `${opening.city}, ${opening.region}, ${opening.country}`,
    locations: [
      {
        ...place,
        id: opening.number,
        name: opening.city,
        state: opening.region,
        state_code: null,
        street: null,
        note: '',
      },
    ],
    remote: opening.isRemote,
    hybrid: !opening.isRemote && opening.number % 3 === 0,
    on_site: !opening.isRemote && opening.number % 3 !== 2,
    title: opening.title,
    description,
    requirements,
    translations: { en: { title: opening.title, description, requirements } },
    careers_url: page,
    careers_apply_url: page.includes('?') ? page : `${page}/c/new`,
    company_name: opening.company,
    department: opening.category,
    employment_type_code: CODES[opening.employment],
    category_code: 'information_technology',
    experience_code: 'mid_level',
    education_code: 'bachelor_degree',
    min_hours: 32,
    max_hours: 40,
    tags: [],
    salary:
      band === null
        ? { min: null, max: null, period: null, currency: null }
        : { min: `${band.min}.00`, max: band.max, period: 'year', currency: 'EUR' },
    created_at: stampOf(opening.postedAt - 86_400_000),
    updated_at: stampOf(opening.postedAt),
    published_at: stampOf(opening.postedAt),
    close_at: null,
    open_questions: [{ id: 1, kind: 'boolean', body: 'Do you need visa sponsorship?', required: true, position: 1 }],
  }
}

/** "2026-08-12 08:53:12 UTC" */
function stampOf(instant: number): string {
  return new Date(instant).toISOString().replace('T', ' ').replace('.000Z', ' UTC')
}
