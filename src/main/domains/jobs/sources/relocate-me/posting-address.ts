import { findCountry } from '../../enrich/place/gazetteer.ts'

/** What the address of a posting says: `/{country}/{city}/{company}/{title}-{id}`. */
export interface PostingAddress {
  readonly url: string
  readonly id: string
  /** In words, as the address writes them: in lower case, without punctuation. */
  readonly title: string
  readonly company: string
  /** "Amsterdam, Netherlands"; null for one that stands under no country. */
  readonly place: string | null
  readonly countryCode: string | null
}

const SHAPE =
  /^\/([a-z][a-z-]*)\/([a-z0-9][a-z0-9.'-]*)\/([a-z0-9][a-z0-9._-]*)\/([a-z0-9][a-z0-9._-]*?)-(\d{1,12})\/?$/
/** Sections of the site whose pages end in a number, too. */
const OTHER_SECTIONS = new Set(['blog', 'guides', 'companies', 'tools', 'the-global-move', 'tax-calculator'])
const NO_COUNTRY = new Set(['remote', 'worldwide', 'international', 'anywhere'])

/** The parts of a posting's address; null for any other page of the site. Pure. */
export function postingAddress(address: string): PostingAddress | null {
  const url = URL.parse(address)
  const match = url === null ? null : SHAPE.exec(decoded(url.pathname).toLowerCase())
  if (url === null || match === null) return null
  const [, country = '', city = '', company = '', title = '', id = ''] = match
  if (OTHER_SECTIONS.has(country) || country.startsWith('moving-to') || city.startsWith('the-global-move')) return null
  const isPlace = !NO_COUNTRY.has(country)
  const countryName = asName(country)
  return {
    url: `${url.origin}${url.pathname}`,
    id,
    title: title.replace(/[-_]+/g, ' '),
    company: asName(company),
    place: isPlace ? [...(NO_COUNTRY.has(city) ? [] : [asName(city)]), countryName].join(', ') : null,
    countryCode: isPlace ? findCountry(countryName) : null,
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}

function asName(slug: string): string {
  return slug
    .split(/[-_]+/)
    .filter((word) => word !== '')
    .map((word) => (/^(?:and|of|the)$/.test(word) ? word : word[0]?.toUpperCase() + word.slice(1)))
    .join(' ')
}
