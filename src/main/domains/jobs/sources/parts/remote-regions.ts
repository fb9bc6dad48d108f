import { readPlaces } from '../../enrich/place/places.ts'
import { plainText } from './markup.ts'

const MAX_REGION_CHARS = 2000
const REGION =
  /\b(?:europe|eu|eea|emea|mena|latam|apac|americas?|asia|africa|oceania|middle east|dach|nordics|benelux|baltics|balkans|worldwide|anywhere|global(?:ly)?|time ?zones?|cest?|utc|gmt)\b/i

/** The places of a field that says from where remote work may be done ("Europe, UK", "LATAM; Germany"): each region or country by
 *  itself, so that one of them being far away says nothing about the others. A text that names something else, too ("Berlin,
 *  Germany"), is one place and stays whole. Takes a text or a list of texts; anything else, and an empty text, names no place. Pure. */
export function remoteRegions(field: unknown): readonly string[] {
  const said = (Array.isArray(field) ? (field as readonly unknown[]) : [field]).flatMap((part) => plainText(part) ?? [])
  return [...new Set(said.flatMap(regionsIn))]
}

function regionsIn(text: string): readonly string[] {
  if (text.length > MAX_REGION_CHARS) return [text]
  const parts = text.split(/[,;|/]/).flatMap((part) => plainText(part) ?? [])
  return parts.length > 0 && parts.every(isRegion) ? parts : [text]
}

/** A country or more than one, and no city. */
function isRegion(part: string): boolean {
  const places = readPlaces({ locations: [part], countryCode: null })
  return places.length > 0 ? places.every((place) => place.city === null) : REGION.test(part)
}
