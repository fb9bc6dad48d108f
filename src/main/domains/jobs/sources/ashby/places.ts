import { z } from 'zod'
import { readPlaces } from '../../enrich/place/places.ts'
import { anything } from '../parts/item.ts'
import { plainText } from '../parts/markup.ts'
import { countryCodeOf, eachPlaceOnce, MAX_PLACES, placeLine } from '../parts/place-lines.ts'

const addressSchema = z.object({
  addressLocality: anything,
  addressRegion: anything,
  addressCountry: anything,
})
type Address = z.infer<typeof addressSchema>

/** What a posting or one of its further locations says of where it is. */
interface Whereabouts {
  readonly location?: unknown
  readonly locationName?: unknown
  readonly address?: unknown
}

/** The posting's places in their order, by the names that the employer gave them, and the country of the first. A name that is no
 *  place ("HQ") is followed by its address; a further place in another country than the first says so. */
export function placesOf(
  posting: Whereabouts,
  further: readonly unknown[],
): { readonly locations: readonly string[]; readonly countryCode: string | null } {
  const address = addressOf(posting.address)
  const countryCode = countryCodeOf(address?.addressCountry)
  const others = further.slice(0, MAX_PLACES).flatMap((value) => {
    if (typeof value === 'string') return [value]
    if (typeof value !== 'object' || value === null) return []
    const other: Whereabouts = value
    const isAbroad = countryCodeOf(addressOf(other.address)?.addressCountry) !== countryCode
    return linesOf(other, { withCountry: isAbroad })
  })
  const locations = [...linesOf(posting, { withCountry: false }), ...others].flatMap((line) => plainText(line) ?? [])
  return { locations: eachPlaceOnce(locations), countryCode }
}

function linesOf(place: Whereabouts, { withCountry }: { withCountry: boolean }): readonly string[] {
  const address = addressOf(place.address)
  const full = placeLine([address?.addressLocality, address?.addressRegion, address?.addressCountry])
  const name = nameOf(place.location) ?? plainText(place.locationName)
  if (name === null) return full === null ? [] : [full]
  const named = readPlaces({ locations: [name.slice(0, 200)], countryCode: null })
  if (named.length === 0) return plainText(address?.addressLocality) === null || full === null ? [name] : [name, full]
  const country = plainText(address?.addressCountry)
  const saysCountry = country === null || name.split(/[,;|/()]| - /).some((part) => countryCodeOf(part) !== null)
  return [withCountry && !saysCountry ? `${name}, ${country}` : name]
}

function nameOf(location: unknown): string | null {
  if (typeof location !== 'object' || location === null) return plainText(location)
  return 'name' in location ? plainText(location.name) : null
}

/** The address itself, or what stands under `postalAddress` in it: both are documented. */
function addressOf(value: unknown): Address | null {
  if (typeof value !== 'object' || value === null) return null
  const inner = 'postalAddress' in value ? value.postalAddress : value
  return addressSchema.safeParse(inner).data ?? null
}
