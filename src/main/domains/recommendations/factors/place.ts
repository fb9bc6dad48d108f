import type { Place, RemoteScope } from '#shared/facts.ts'
import { EU_COUNTRIES, type MatchJob } from '../../jobs/match/matching.service.ts'
import { cityKey, type Seeker } from '../seeker.ts'
import { distanceKm } from './distance.ts'
import { type Factor, known, NEUTRAL, unknown } from './factor.ts'
import { countryName, listed } from './sentences.ts'

/** Fit and the words for it. `isSaid` false: the posting does not speak of it. */
interface Part {
  readonly fit: number
  readonly words: string
  readonly isSaid?: false
}

const NEAR_KM = 35
/** What is further from a wanted city is not near it at all. */
export const FAR_KM = 120
const NEAR_FIT = 0.9
const FAR_FIT = 0.45
/** In a country that is wanted, but in none of the cities that are wanted there. */
export const ELSEWHERE_FIT = 0.45
/** The same where no country is named. */
export const FAR_FROM_CITIES_FIT = FAR_FIT / 2
const WORKPLACE_FITS = { same: 1, unknown: 0.8, near: 0.65, other: 0.35 } as const
const SPONSOR_FITS = { offers: 1, conditional: 0.7, register: 0.85, unstated: 0.55, refuses: 0 } as const
const PLACES_SHOWN = 3
/** Countries of Europe, the Middle East and Africa that profiles of this product name beside those of the European Union. */
const EMEA_BESIDE_EU: ReadonlySet<string> = new Set(
  'AD AE AL AM AZ BA BH BY CH DZ EG FO GB GE GG GH GI IL IM IQ IS JE JO KE KW LB LI MA MC MD ME MK MU NG NO OM QA RS RW SA SM SN TN TR TZ UA UG VA XK ZA'.split(
    ' ',
  ),
)

/** Where the work is or may be done from, how (remote, hybrid, on site), and whether a needed sponsorship is given. What is not wished
 *  for is not held against a job. */
export const placeFactor: Factor = (seeker, job) => {
  const parts = [locationPart(seeker, job), workplacePart(seeker, job), sponsorPart(seeker, job)]
  const said = parts.filter((part) => part !== null)
  if (said.length === 0) return unknown('Your profile names no place, workplace or need for sponsorship.')
  const value = said.reduce((product, { fit }) => product * fit, 1)
  const words = said.map((part) => part.words).join('; ')
  const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
  return said.every(({ isSaid = true }) => !isSaid) ? unknown(sentence, value) : known(value, sentence)
}

function locationPart(seeker: Seeker, job: MatchJob): Part | null {
  const { countries, cityNames } = seeker
  if (countries.size === 0 && cityNames.size === 0) return null
  const { places, workplace, remoteScope } = job.facts
  const best = places.map((place) => placePart(seeker, place)).toSorted((a, b) => b.fit - a.fit)[0]
  if (workplace === 'remote') {
    const remote = remotePart(seeker, { places, remoteScope })
    if (best === undefined || remote.fit >= best.fit) return remote
  }
  return best ?? { fit: NEUTRAL, words: 'the posting says no place', isSaid: false }
}

function placePart(seeker: Seeker, place: Place): Part {
  const { countries, cities, cityNames } = seeker
  const { city, countryCode } = place
  const written = placeWords(place)
  const isWantedCountry = countryCode !== null && countries.has(countryCode)
  const isSameCountry = (code: string) => countryCode === null || code === countryCode
  if (city !== null && cityNames.has(cityKey(city)) && isOneOf(seeker, place)) {
    return { fit: 1, words: `In ${written}, where you want to work` }
  }
  const distances = cities.flatMap((wanted) => {
    const km = distanceKm(wanted, place)
    return km === null ? [] : { km, name: wanted.name }
  })
  const [nearest] = distances.toSorted((a, b) => a.km - b.km)
  if (city !== null && nearest !== undefined && nearest.km <= FAR_KM) {
    const words = `In ${written}, ${Math.max(1, Math.round(nearest.km))} km from ${nearest.name}`
    return { fit: fitAt(nearest.km), words }
  }
  const hasCitiesThere = cities.some((wanted) => isSameCountry(wanted.countryCode))
  if (isWantedCountry && !hasCitiesThere) return { fit: 1, words: `In ${written}, a country you want` }
  if (isWantedCountry) return { fit: ELSEWHERE_FIT, words: `In ${written}, not in a city you want` }
  if (countryCode === null) return { fit: NEUTRAL, words: `In ${written}, of which no country is known` }
  if (countries.size === 0 && hasCitiesThere)
    return { fit: FAR_FROM_CITIES_FIT, words: `In ${written}, far from your cities` }
  return { fit: 0, words: `In ${written}, which you did not name` }
}

/** The fit of a place so many kilometres (at most FAR_KM) from a wanted city. Pure. */
export function fitAt(km: number): number {
  return km <= NEAR_KM ? NEAR_FIT : FAR_FIT + (NEAR_FIT - FAR_FIT) * share(km)
}

/** From the furthest that still counts (0) to what is near (1). */
function share(km: number): number {
  return (FAR_KM - km) / (FAR_KM - NEAR_KM)
}

/** A name alone may be another city of that name. */
function isOneOf({ cities }: Seeker, { city, countryCode }: Place): boolean {
  const named = cities.filter(({ name }) => city !== null && cityKey(name) === cityKey(city))
  return countryCode === null || named.length === 0 || named.some((wanted) => wanted.countryCode === countryCode)
}

function remotePart(seeker: Seeker, job: { places: readonly Place[]; remoteScope: RemoteScope | null }): Part {
  const wanted = wantedCountries(seeker)
  const own = job.places.flatMap(({ countryCode }) => countryCode ?? [])
  const reached = wanted.filter((code) => reaches(job.remoteScope, { code, own }))
  if (reached.length > 0) {
    const from = listed(reached.map(countryName), PLACES_SHOWN)
    const words =
      job.remoteScope === null
        ? `Remote, of an employer in ${from}`
        : `Remote, ${SCOPE_WORDS[job.remoteScope]}: it reaches ${from}`
    return { fit: 1, words }
  }
  if (job.remoteScope === null && own.length === 0) return { fit: 0.6, words: 'Remote; it does not say from where' }
  if (job.remoteScope === null) {
    return {
      fit: 0.3,
      words: `Remote, of an employer in ${listed(own.map(countryName), PLACES_SHOWN)}; it does not say from where`,
    }
  }
  return { fit: 0.05, words: `Remote, ${SCOPE_WORDS[job.remoteScope]}: it does not reach the countries you want` }
}

const SCOPE_WORDS: Readonly<Record<RemoteScope, string>> = {
  country: 'within its country',
  eu: 'from the European Union',
  emea: 'from Europe, the Middle East and Africa',
  worldwide: 'from anywhere',
}

function reaches(scope: RemoteScope | null, place: { code: string; own: readonly string[] }): boolean {
  if (place.own.includes(place.code)) return true
  if (scope === 'worldwide') return true
  if (scope === 'eu') return EU_COUNTRIES.includes(place.code)
  return scope === 'emea' && (EU_COUNTRIES.includes(place.code) || EMEA_BESIDE_EU.has(place.code))
}

function wantedCountries({ countries, cities }: Seeker): string[] {
  return [...new Set([...countries, ...cities.map(({ countryCode }) => countryCode)])]
}

function workplacePart({ profile: { workplaces } }: Seeker, { facts: { workplace } }: MatchJob): Part | null {
  if (workplaces.length === 0) return null
  if (workplace === 'unknown')
    return { fit: WORKPLACE_FITS.unknown, words: 'it does not say remote, hybrid or on site', isSaid: false }
  const word = workplace === 'onsite' ? 'on site' : workplace
  if (workplaces.includes(workplace)) return { fit: WORKPLACE_FITS.same, words: `${word}, as you wish` }
  const isNear = workplace === 'hybrid' || (workplaces.length === 1 && workplaces.includes('hybrid'))
  return { fit: isNear ? WORKPLACE_FITS.near : WORKPLACE_FITS.other, words: `${word}, which you did not ask for` }
}

function sponsorPart({ profile }: Seeker, { facts, registers }: MatchJob): Part | null {
  if (!profile.needsSponsorship) return null
  const { status } = facts.visa
  if (status === 'offers') return { fit: SPONSOR_FITS.offers, words: 'it offers sponsorship' }
  if (status === 'conditional') return { fit: SPONSOR_FITS.conditional, words: 'it may sponsor, on a condition' }
  if (status === 'refuses') return { fit: SPONSOR_FITS.refuses, words: 'it refuses the sponsorship you need' }
  if (registers.length > 0) return { fit: SPONSOR_FITS.register, words: 'its employer is in a sponsor register' }
  return { fit: SPONSOR_FITS.unstated, words: 'it says nothing about sponsorship', isSaid: false }
}

function placeWords({ city, countryCode }: Place): string {
  const country = countryCode === null ? null : countryName(countryCode)
  return [city, country].filter((part) => part !== null).join(', ') || 'an unknown place'
}
