import { findCountry } from '../../enrich/place/gazetteer.ts'
import { plainText } from './markup.ts'

/** More than any opening has; what is beyond is not looked at. */
export const MAX_PLACES = 60

/** One place out of its fields, as people write it ("Berlin, Germany"): what is empty, no text, or says the part before it again is
 *  left out. Null when nothing is left. Pure. */
export function placeLine(parts: readonly unknown[]): string | null {
  const said = parts.flatMap((part) => plainText(part) ?? [])
  const line = said.filter((part, index) => fold(part) !== fold(said[index - 1] ?? '')).join(', ')
  return line === '' ? null : line
}

/** The places in their order without those that only repeat a part of another that came before ("Berlin" after "Berlin, Germany");
 *  MAX_PLACES at most. Pure. */
export function eachPlaceOnce(places: readonly string[]): readonly string[] {
  const kept: { place: string; parts: ReadonlySet<string> }[] = []
  for (const place of places.slice(0, MAX_PLACES * 10)) {
    if (kept.length >= MAX_PLACES) break
    const parts = partsOf(place)
    const isRepeated = kept.some((other) => [...parts].every((part) => other.parts.has(part)))
    if (!isRepeated) kept.push({ place, parts })
  }
  return kept.map(({ place }) => place)
}

/** ISO 3166-1 alpha-2 for a country that a source's own field names by code, in any case, or by name; null for anything else. Pure. */
export function countryCodeOf(value: unknown): string | null {
  const written = plainText(value)
  if (written === null || written.length > 100) return null
  return findCountry(written.length <= 3 ? written.toUpperCase() : written)
}

function partsOf(place: string): ReadonlySet<string> {
  return new Set(
    place
      .slice(0, 2000)
      .split(/[,;|/()]| - /)
      .map(fold)
      .filter((part) => part !== ''),
  )
}

function fold(text: string): string {
  return text.trim().toLowerCase()
}
