import cues from '#resources/place-cues.json' with { type: 'json' }
import type { Place } from '#shared/facts.ts'
import { isWordFirst } from './gazetteer.ts'
import { type PlacePart, readParts } from './place-parts.ts'
import { countryPlace, eachPlaceOnce, settleParts } from './settle-places.ts'
import { findCues, readLabelled, readSentences } from './text-places.ts'
import { readTitle } from './title-places.ts'

interface PlacesInput {
  readonly locations: readonly string[]
  readonly countryCode: string | null
}

interface PostingPlacesInput extends PlacesInput {
  readonly title: string
  readonly company: string
  readonly descriptionText: string
}

const MAX_LOCATIONS = 60
const MAX_TITLE = 400
const MAX_TEXT = 60_000
const ONE_NAME = /^\p{Lu}[\p{Ll}'’]{2,}(?:-\p{Lu}?[\p{Ll}'’]{2,})*$/u
const VAGUE = new Set(cues.vague)
const REMOTE = new RegExp(cues.remote.join('|'), 'iu')

function readLocations({ locations, countryCode }: PlacesInput): Place[] {
  const segments = locations.slice(0, MAX_LOCATIONS).flatMap(readParts)
  const places = eachPlaceOnce(segments.flatMap((parts) => settleParts(parts, countryCode)))
  return places.length > 0 || countryCode === null ? places : unlisted(locations, countryCode)
}

/** A location that is one name and nothing else ("Texel"), in the posting's country: a place that no table knows. */
function unlisted(locations: readonly string[], countryCode: string): Place[] {
  const [location = ''] = locations
  const [[part] = []] = readParts(location)
  const isName = part !== undefined && part.written === location.trim() && ONE_NAME.test(part.written)
  return isName && !isWordFirst(part.written) ? [{ ...countryPlace(countryCode), city: part.written }] : []
}

/** The places a posting's locations name, the first one first, each once: city under its common English name (null when only a
 *  country is named), ISO 3166-1 alpha-2 country, degrees WGS 84. A country or state beside the city decides between places of one
 *  name, then `countryCode`, then size. Nothing recognised: the country of the posting if there is one, else nothing. */
export function readPlaces(input: PlacesInput): Place[] {
  const places = readLocations(input)
  return places.length > 0 ? places : countryOnly(input.countryCode)
}

function countryOnly(countryCode: string | null): Place[] {
  return countryCode !== null && /^[A-Z]{2}$/.test(countryCode) ? [countryPlace(countryCode)] : []
}

/** Where the job is: what the locations name; where they name no city, what the title says, else what the text says of the job (not
 *  of the company, its customers or its other offices), inside the countries that the locations name. Linear in the text's length. */
export function readPostingPlaces(input: PostingPlacesInput): Place[] {
  const named = readLocations(input)
  if (named.some(({ city }) => city !== null)) return named
  const known = named.length > 0 ? named : countryOnly(input.countryCode)
  const inside = (places: readonly Place[]): Place[] =>
    places.filter(({ countryCode }) => known.length === 0 || known.some((place) => place.countryCode === countryCode))
  for (const segments of readElsewhere(input)) {
    const places = inside(eachPlaceOnce(segments.flatMap((parts) => settleParts(parts, input.countryCode))))
    if (places.length > 0) return eachPlaceOnce([...places, ...known])
  }
  return known
}

/** Title, labelled lines, sentences: the nearer to a field the sooner. Where the locations say "Remote", an office that the text
 *  mentions is not where the job is. */
function* readElsewhere({ title, company, descriptionText, locations }: PostingPlacesInput): Generator<PlacePart[][]> {
  yield readTitle(withoutName(title.slice(0, MAX_TITLE), company))
  const text = findCues(withoutName(descriptionText.slice(0, MAX_TEXT), company))
  yield readLabelled(text)
  if (locations.every(isVague)) yield readSentences(text)
}

function isVague(location: string): boolean {
  return VAGUE.has(location.trim().toLowerCase()) || (readParts(location).length > 0 && !REMOTE.test(location))
}

/** The company's name is no place, though it may contain one ("Hamburg Süd"); what replaces it keeps the offsets. */
function withoutName(text: string, company: string): string {
  return company.length < 3 ? text : text.replaceAll(company, 'x'.repeat(company.length))
}
