import type { Place } from '#shared/facts.ts'
import { type City, isEuropean, isWordFirst } from './gazetteer.ts'
import { groupParts, type PlaceGroup } from './place-groups.ts'
import { type PlacePart, WORD_FIRST_WEIGHT } from './place-parts.ts'

const MAX_PLACES = 40
/** Below this, a place counts only where its name stands alone, or with its country or region beside it. */
const VILLAGE_PEOPLE = 5000
const FAR_TOWN_PEOPLE = 100_000
/** A town in the posting's country is meant rather than one this many times larger elsewhere. */
const LOCAL_FACTOR = 200

/** A place of which only the country is known. */
export function countryPlace(countryCode: string | null): Place {
  return { city: null, countryCode, latitude: null, longitude: null }
}

/** Decides which places the names of one segment mean. `hint` is the country that the posting is in, where that is known. */
export function settleParts(parts: readonly PlacePart[], hint: string | null): Place[] {
  const groups = groupParts(parts)
  return groups.filter((group) => !isStray(group, groups)).flatMap((group) => settle(group, hint) ?? [])
}

/** Each place once; a country alone says nothing beside a city in it. */
export function eachPlaceOnce(places: readonly Place[]): Place[] {
  const seen = new Map<string, Place>()
  for (const place of places) {
    const key = `${place.city ?? ''}|${place.countryCode ?? ''}`
    if (!seen.has(key) && seen.size < MAX_PLACES) seen.set(key, place)
  }
  const kept = [...seen.values()]
  const withCity = new Set(kept.flatMap(({ city, countryCode }) => (city === null ? [] : [countryCode])))
  return kept.filter(({ city, countryCode }) => city !== null || !withCity.has(countryCode))
}

function toPlace({ name, countryCode, latitude, longitude }: City): Place {
  return { city: name, countryCode, latitude, longitude }
}

function settle(group: PlaceGroup, hint: string | null): Place | null {
  const { written, cities, countryCode, isQualified, doubt } = group
  if (!group.hasCity) return countryPlace(countryCode)
  if (doubt !== null && !isQualified && (hint === null || hint === doubt))
    return { ...countryPlace(doubt), city: written }
  const [best] = cities
  const local = cities.find(
    (city) =>
      city.countryCode === hint && (city.people >= VILLAGE_PEOPLE || city.weight * LOCAL_FACTOR >= (best?.weight ?? 0)),
  )
  if (isQualified || countryCode !== null) {
    const city = local ?? best
    return city ? toPlace(city) : { ...countryPlace(countryCode), city: written }
  }
  if (local) return isWordFirst(written) && local.people < VILLAGE_PEOPLE ? null : toPlace(local)
  return best && isMeant(best, { written, hint }) ? toPlace(best) : null
}

/** Whether a name that stands without its country means this place. */
function isMeant(city: City, { written, hint }: { written: string; hint: string | null }): boolean {
  if (!isEuropean(city.countryCode) && city.people < FAR_TOWN_PEOPLE) return false
  if (isWordFirst(written) && city.weight < WORD_FIRST_WEIGHT) return false
  return hint === null || city.people >= VILLAGE_PEOPLE
}

/** A village beside a city, without its own country: only one of the same country is meant ("Berlin, Mitte" names no village). */
function isStray(group: PlaceGroup, groups: readonly PlaceGroup[]): boolean {
  const [city] = group.cities
  if (!group.hasCity || group.isQualified || !city || city.people >= VILLAGE_PEOPLE) return false
  const others = groups.filter((other) => other !== group && (other.cities[0]?.people ?? 0) >= VILLAGE_PEOPLE)
  return others.length > 0 && !others.some(({ cities }) => cities[0]?.countryCode === city.countryCode)
}
