import { plainText } from '../parts/markup.ts'
import { countryCodeOf } from '../parts/place-lines.ts'
import { all, isNode, property, textOf, type Graph, type Node } from './graph.ts'

export interface NodePlaces {
  readonly locations: readonly string[]
  /** The country of all of them; null when they are in several, or one of them does not say. */
  readonly countryCode: string | null
  /** "Remote" stands where a town should. */
  readonly isRemote: boolean
}

interface NodePlace {
  readonly text: string | null
  readonly countryCode: string | null
  readonly isRemote: boolean
}

const NO_PLACE =
  /^(?:[-–—.?]+|n\/?a|none|null|undefined|unknown|not (?:specified|available)|unspecified|various|multiple(?: locations)?)$/i
const REMOTE = /^(?:(?:100\s?%|fully|full)?[\s-]*remote|anywhere|work from home|home ?office|telecommute)$/i
/** "BE" is Berlin here and Belgium there; only these countries' codes are read as regions. */
const REGION_CODE = /^[A-Z0-9-]{1,5}$/
const CODED_REGIONS: ReadonlySet<string | null> = new Set(['US', 'CA', 'AU'])
const MAX_PLACES = 100

/** Where a job is, by `jobLocation`; else where those who apply for a remote job have to be. Pure. */
export function placesOf(posting: Node, graph: Graph): NodePlaces {
  const named = placesIn(property(posting, 'jobLocation'), graph)
  const places = named.some((place) => place.text !== null)
    ? named
    : [...named, ...applicantPlaces(property(posting, 'applicantLocationRequirements'))]
  const said = places.filter((place) => place.text !== null)
  const codes = new Set(said.map((place) => place.countryCode))
  const [code = null] = codes
  return {
    locations: [...new Set(said.flatMap((place) => place.text ?? []))],
    countryCode: codes.size === 1 ? code : null,
    isRemote: places.some((place) => place.isRemote),
  }
}

function placesIn(value: unknown, graph: Graph): readonly NodePlace[] {
  return all(value)
    .slice(0, MAX_PLACES)
    .flatMap((one) => {
      if (!isNode(one)) return plainPlace(one)
      const place = graph.nodeOf(one) ?? one
      const addresses = all(property(place, 'address')).slice(0, MAX_PLACES)
      const inAddresses = addresses.flatMap((address) =>
        isNode(address) ? postalPlace(graph.nodeOf(address) ?? address) : plainPlace(address),
      )
      const found = inAddresses.length > 0 ? inAddresses : postalPlace(place)
      return found.some((one) => one.text !== null || one.isRemote)
        ? found
        : plainPlace(textOf(property(place, 'name')))
    })
}

function plainPlace(value: unknown): NodePlace[] {
  const text = placeText(value)
  if (text === null) return []
  return REMOTE.test(text)
    ? [{ text: null, countryCode: null, isRemote: true }]
    : [{ text, countryCode: countryCodeOf(text), isRemote: false }]
}

/** "Town, region, country" out of a PostalAddress, each as it is written there; the street only when there is nothing else. */
function postalPlace(address: Node): NodePlace[] {
  const country = placeText(textOf(property(address, 'addressCountry')))
  const countryCode = country === null ? null : countryCodeOf(country)
  const locality = placeText(textOf(property(address, 'addressLocality')))
  const region = placeText(textOf(property(address, 'addressRegion')))
  const isRemote = [locality, region].some((part) => part !== null && REMOTE.test(part))
  const isReadable = region !== null && (!REGION_CODE.test(region) || CODED_REGIONS.has(countryCode))
  const parts = [locality, isReadable ? region : null, country].filter(
    (part): part is string => part !== null && !REMOTE.test(part),
  )
  const text = joined(parts)
  if (text !== null || isRemote) return [{ text, countryCode, isRemote }]
  return plainPlace(textOf(property(address, 'streetAddress')))
}

function applicantPlaces(value: unknown): readonly NodePlace[] {
  return all(value)
    .slice(0, MAX_PLACES)
    .flatMap((one) => {
      if (!isNode(one)) return plainPlace(one)
      const address = property(one, 'address')
      if (isNode(address)) return postalPlace(address)
      return all(property(one, 'name'))
        .slice(0, MAX_PLACES)
        .flatMap((name) => plainPlace(textOf(name)))
    })
}

/** Parts that an earlier one already holds ("Berlin, Germany" as the town) are not repeated. */
function joined(parts: readonly string[]): string | null {
  const kept: string[] = []
  for (const part of parts) {
    const isRepeated = kept.some((other) => other.toLowerCase().split(/,\s*/).includes(part.toLowerCase()))
    if (!isRepeated) kept.push(part)
  }
  return kept.length === 0 ? null : kept.join(', ')
}

function placeText(value: unknown): string | null {
  const text = plainText(value)
  return text === null || text.length > 300 || NO_PLACE.test(text) ? null : text
}
