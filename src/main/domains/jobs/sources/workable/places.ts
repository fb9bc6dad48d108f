import { z } from 'zod'
import { anything } from '../parts/item.ts'
import { plainText } from '../parts/markup.ts'
import { countryCodeOf, eachPlaceOnce, MAX_PLACES, placeLine } from '../parts/place-lines.ts'

const placeSchema = z.object({
  city: anything,
  region: anything,
  state: anything,
  country: anything,
  country_name: anything,
  countryCode: anything,
  country_code: anything,
  location_str: anything,
  hidden: anything,
})
type Place = z.infer<typeof placeSchema>

/** The posting's own place, which stands in its top-level fields or in one object, and the list of all of them. Places that the
 *  employer hides from the page are left out, unless there is no other. `state` is the region here; where it is how the posting
 *  stands, it is no place. */
export function placesOf(item: { readonly location?: unknown; readonly locations: readonly unknown[] } & object): {
  readonly locations: readonly string[]
  readonly countryCode: string | null
} {
  const own = ownPlace(item)
  const listed = item.locations.slice(0, MAX_PLACES).flatMap((value) => placeSchema.safeParse(value).data ?? [])
  const shown = listed.filter(({ hidden }) => hidden !== true)
  const isHidden = listed.some((place) => place.hidden === true && own !== null && isSame(place, own))
  const places = [...(own === null || (isHidden && shown.length > 0) ? [] : [own]), ...shown]
  return {
    locations: eachPlaceOnce(places.flatMap((place) => lineOf(place) ?? [])),
    countryCode: places.map(codeOf).find((code) => code !== null) ?? null,
  }
}

function ownPlace(item: { readonly location?: unknown } & object): Place | null {
  const whole = plainText(item.location)
  if (whole !== null) return { location_str: whole }
  const place = placeSchema.safeParse(item.location).data ?? placeSchema.safeParse(item).data
  return place !== undefined && lineOf(place) !== null ? place : null
}

function lineOf(place: Place): string | null {
  const region = plainText(place.region) ?? plainText(place.state)
  const isRegion = region !== null && !/^published$/i.test(region)
  const country = [place.country, place.country_name, place.countryCode, place.country_code].find(
    (said) => plainText(said) !== null,
  )
  return plainText(place.location_str) ?? placeLine([place.city, isRegion ? region : null, country])
}

function codeOf(place: Place): string | null {
  const said = [place.countryCode, place.country_code, place.country, place.country_name]
  return said.map(countryCodeOf).find((code) => code !== null) ?? null
}

function isSame(one: Place, other: Place): boolean {
  return plainText(one.city) === plainText(other.city) && codeOf(one) === codeOf(other)
}
