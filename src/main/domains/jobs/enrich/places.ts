import type { Place } from '#shared/facts.ts'
import { type City, readGazetteer, type Region } from './gazetteer.ts'
import { type PlacePart, readParts } from './place-parts.ts'

interface PlacesInput {
  readonly locations: readonly string[]
  readonly countryCode: string | null
}

/** A city or country being read; names that follow it may say more closely where it is. */
interface Group {
  readonly written: string
  readonly cities: readonly City[]
  readonly hasCity: boolean
  countryCode: string | null
  regions: readonly Region[]
}

const MAX_LOCATIONS = 60
const MAX_PLACES = 40
const FAR_TOWN_WEIGHT = 100
const PLACE_LIKE = /^\p{Lu}[\p{L}'’.-]+(?: [\p{L}'’.-]+){0,3}$/u
const STREET =
  /(?:str\.?|straße|strasse|street|road|avenue|allee|platz|weg|rue|calle|via|plaza|laan|straat|gatan|ulica|ul\.)$/iu

function isIn(city: City, countryCode: string | null, regions: readonly Region[]): boolean {
  if (regions.length > 0) {
    return regions.some((region) => region.countryCode === city.countryCode && region.region === city.region)
  }
  return countryCode === null || city.countryCode === countryCode
}

function isNamedIn(group: Group, part: PlacePart): boolean {
  return group.cities.some(
    (city) =>
      (part.countryCode !== null && city.countryCode === part.countryCode) ||
      (part.regions.length > 0 && isIn(city, null, part.regions)),
  )
}

/** Which reading of a qualifier fits the city before it: "CA" is California after San Francisco, Canada after Ottawa. */
function qualify(group: Group, part: PlacePart): void {
  const inCountry = group.cities.find((city) => part.countryCode !== null && city.countryCode === part.countryCode)
  const inRegion = group.cities.find((city) => part.regions.length > 0 && isIn(city, null, part.regions))
  const fitsRegion = inRegion && inRegion.weight > (inCountry?.weight ?? 0)
  if (fitsRegion || (!inCountry && part.countryCode === null)) {
    const first = preferredRegion(part)
    const own = inRegion ?? (first ? { countryCode: first.countryCode } : null)
    group.countryCode = own?.countryCode ?? null
    group.regions = inRegion ? part.regions.filter(({ countryCode }) => countryCode === inRegion.countryCode) : []
    return
  }
  const state = preferredRegion(part)
  const isState = !inCountry && group.cities.length > 0 && state !== undefined && /^[A-Z]{2}$/.test(part.written)
  group.countryCode = isState ? state.countryCode : part.countryCode
}

/** Of the regions a code may mean where no city decides: a US state, a Canadian province, then the rest ("VA", "CT"). */
function preferredRegion({ regions }: PlacePart): Region | undefined {
  return (
    regions.find(({ countryCode }) => countryCode === 'US') ??
    regions.find(({ countryCode }) => countryCode === 'CA') ??
    regions[0]
  )
}

function isQualifier(part: PlacePart): boolean {
  return part.countryCode !== null || part.regions.length > 0
}

/** Whether `part` says where the city before it lies rather than naming a place of its own. */
function qualifies(group: Group, part: PlacePart): boolean {
  if (!isQualifier(part) || !group.hasCity) return false
  if (group.countryCode !== null) {
    if (part.countryCode === group.countryCode) return true
    return part.regions.some(({ countryCode }) => countryCode === group.countryCode) && part.cities.length === 0
  }
  return part.cities.length === 0 || isNamedIn(group, part)
}

function groupParts(parts: readonly PlacePart[], startsWithPlace: boolean): Group[] {
  const groups: Group[] = []
  for (const part of parts) {
    const last = groups.at(-1)
    if (last && qualifies(last, part)) {
      if (last.countryCode === null) {
        qualify(last, part)
        spreadBack(groups, last)
      }
      continue
    }
    if (part.cities.length > 0 && last?.hasCity && sharesCity(last, part)) continue
    if (isCountryFirst(part)) {
      if (
        last &&
        !last.hasCity &&
        last.countryCode !== null &&
        part.regions.some(({ countryCode }) => countryCode === last.countryCode)
      )
        continue
      const [region] = part.regions
      groups.push({
        written: part.written,
        cities: [],
        hasCity: false,
        countryCode: part.countryCode ?? region?.countryCode ?? null,
        regions: [],
      })
      continue
    }
    addCity(groups, part, startsWithPlace)
  }
  return groups
}

function isCountryFirst(part: PlacePart): boolean {
  if (part.countryCode !== null) return !readGazetteer().cityStates.has(part.countryCode) || part.cities.length === 0
  return part.regions.length > 0 && part.cities.length === 0
}

/** Countries whose provinces are called after their chief city: "Solna, Stockholm", "Alcobendas, Madrid". */
const NAMESAKE_PROVINCES = new Set(['BE', 'CH', 'ES', 'IT', 'PT', 'SE'])
const PROVINCE_FACTOR = 3

/** True when `part` only says again where the city before it is: the same city, or the much larger one its province is named after. */
function sharesCity(group: Group, part: PlacePart): boolean {
  const [city] = group.cities
  const [chief] = part.cities
  if (!city || !chief) return false
  if (city === chief) return true
  const isSameProvince = city.countryCode === chief.countryCode && city.region === chief.region
  return isSameProvince && NAMESAKE_PROVINCES.has(chief.countryCode) && chief.weight > city.weight * PROVINCE_FACTOR
}

/** A city after its country ("Germany, Berlin", "DE-Berlin: Munich") takes that country's place. */
function addCity(groups: Group[], part: PlacePart, startsWithPlace: boolean): void {
  const last = groups.at(-1)
  const before = last && !last.hasCity ? last : null
  const context = before?.countryCode ?? null
  const isUnknown = part.cities.length === 0
  if (
    isUnknown &&
    !(startsWithPlace && groups.length === 0 && PLACE_LIKE.test(part.written) && !STREET.test(part.written))
  )
    return
  if (before && context !== null && part.cities.some((city) => city.countryCode === context)) groups.pop()
  const isHere = context !== null && part.cities.some((city) => city.countryCode === context)
  groups.push({
    written: part.written,
    cities: part.cities,
    hasCity: true,
    countryCode: isHere ? context : null,
    regions: [],
  })
}

/** "Amsterdam, Rotterdam, Netherlands": the country also holds for the cities named before, where they lie in it. */
function spreadBack(groups: readonly Group[], last: Group): void {
  for (let at = groups.length - 2; at >= 0; at--) {
    const group = groups[at]
    if (!group?.hasCity || group.countryCode !== null) return
    if (!group.cities.some((city) => city.countryCode === last.countryCode)) return
    group.countryCode = last.countryCode
  }
}

function toPlace(city: City): Place {
  const { name, countryCode, latitude, longitude } = city
  return { city: name, countryCode, latitude, longitude }
}

function isFarTown(city: City): boolean {
  return city.weight < FAR_TOWN_WEIGHT && (city.countryCode === 'US' || city.countryCode === 'CA')
}

function settle(group: Group, hint: string | null): Place | null {
  if (!group.hasCity) return { city: null, countryCode: group.countryCode, latitude: null, longitude: null }
  const { countryCode, regions } = group
  if (countryCode !== null) {
    const city = group.cities.find((known) => known.countryCode === countryCode && isIn(known, countryCode, regions))
    return city ? toPlace(city) : { city: group.written, countryCode, latitude: null, longitude: null }
  }
  const local = group.cities.find((known) => known.countryCode === hint)
  const best = local ?? group.cities[0]
  return !best || (!local && isFarTown(best)) ? null : toPlace(best)
}

/** The places a posting's locations name, the first one first, each once: city under its common English name (null when only a
 *  country is named), ISO 3166-1 alpha-2 country, degrees WGS 84. A country or state beside the city decides between places of one
 *  name, then `countryCode`, then size. Nothing recognised: the country of the posting if there is one, else nothing. */
export function readPlaces({ locations, countryCode }: PlacesInput): Place[] {
  const places = new Map<string, Place>()
  for (const location of locations.slice(0, MAX_LOCATIONS)) {
    for (const parts of readParts(location)) {
      for (const group of groupParts(parts, parts.some(isQualifier))) {
        const place = settle(group, countryCode)
        const key = place && `${place.city ?? ''}|${place.countryCode ?? ''}`
        if (place && key !== null && !places.has(key) && places.size < MAX_PLACES) places.set(key, place)
      }
    }
  }
  if (places.size === 0 && countryCode !== null && /^[A-Z]{2}$/.test(countryCode)) {
    return [{ city: null, countryCode, latitude: null, longitude: null }]
  }
  return [...places.values()]
}
