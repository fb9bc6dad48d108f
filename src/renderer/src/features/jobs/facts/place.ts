import type { Place } from '#shared/facts.ts'
import { regionName } from '../../../ui/format.ts'

/** 'Berlin, Germany', 'Germany', 'Berlin'. Pure. */
export function placeWords(place: Pick<Place, 'city' | 'countryCode'>): string {
  const country = place.countryCode === null ? null : regionName(place.countryCode)
  return [place.city, country].filter((part) => part !== null).join(', ') || 'Place not stated'
}

/** A city's name, which filters know in small letters only: 'new york' → 'New York', 'Frankfurt am Main' as it is. Pure. */
export function cityWord(city: string): string {
  if (city !== city.toLowerCase()) return city
  return city.replaceAll(/(?<![\p{L}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase())
}

/** Short form for a row: 'Berlin, DE +2'; null when nothing is known. Pure. */
export function placeShort(place: Pick<Place, 'city' | 'countryCode'> | null, placeCount: number): string | null {
  if (!place || (place.city === null && place.countryCode === null)) return null
  const name =
    place.city === null
      ? regionName(place.countryCode ?? '')
      : [place.city, place.countryCode].filter(Boolean).join(', ')
  return placeCount > 1 ? `${name} +${placeCount - 1}` : name
}
