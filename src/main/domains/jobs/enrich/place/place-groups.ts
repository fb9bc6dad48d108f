import { type City, cityOfRegion, isCityState, isSameCity, type Region } from './gazetteer.ts'
import { isPartCode, type PlacePart } from './place-parts.ts'

/** A city or country being read, and what stands beside it: names that say more closely where it is. */
export interface PlaceGroup {
  readonly written: string
  readonly hasCity: boolean
  /** The cities of that name which lie in everything that stands beside it. */
  cities: readonly City[]
  /** The country, where one is said. */
  countryCode: string | null
  isQualified: boolean
  /** The country of a state's code beside a city too well known to lie there: "Berlin, CT" is a town nobody has heard of. */
  doubt: string | null
  readonly isInBrackets: boolean
}

const PLACE_LIKE = /^\p{Lu}[\p{L}'’.-]+(?: [\p{L}'’.-]+){0,3}$/u
/** A city too well known to lie in a country that happens to be named next. */
const WELL_KNOWN_WEIGHT = 100_000
/** Above this a name that is also a region's is the city: "New York", not "Ontario". */
const RATHER_CITY_WEIGHT = 500_000
/** A namesake this many times smaller is not meant unless something says so. */
const MUCH_SMALLER = 20
/** Countries whose provinces are called after their chief city: "Solna, Stockholm", "Alcobendas, Madrid". */
const NAMESAKE_PROVINCES = new Set(['BE', 'CH', 'ES', 'IT', 'PT', 'SE'])
const PROVINCE_FACTOR = 3
/** Groningen and Utrecht, the only ones of their country: "Amersfoort, Utrecht". */
const NAMESAKE_REGIONS = new Set(['NL.04', 'NL.09'])
/** Boroughs of London and suburbs of Dublin are towns of their own in the table. */
const WITH_BOROUGHS = new Set(['GB', 'IE'])
const BOROUGH_DEGREES = 0.3
const BOROUGH_FACTOR = 15

/** Of the names in one segment, which are places and which say where the one before lies. */
export function groupParts(parts: readonly PlacePart[]): PlaceGroup[] {
  const groups: PlaceGroup[] = []
  const startsWithPlace = parts.some((part) => isQualifier(part))
  let context: string | null = null
  for (const [at, part] of parts.entries()) {
    const last = groups.at(-1)
    if (last?.hasCity && qualify(last, part)) {
      spreadBack(groups, part)
      continue
    }
    if (isRegionBefore(part, parts[at + 1])) continue
    if (isCityBefore(part, parts[at + 1])) {
      addCity(groups, { part, context })
      continue
    }
    const whole = cityOfWholeRegion(part)
    if (whole && !last?.hasCity) {
      addCity(groups, { part: { ...part, cities: [whole] }, context })
      continue
    }
    if (isCountryFirst(part)) {
      context = addCountry(groups, part) ?? context
      continue
    }
    if (part.cities.length > 0 && last?.hasCity && saysAgain(last, part)) continue
    if (part.cities.length > 0 || (startsWithPlace && groups.length === 0 && PLACE_LIKE.test(part.written)))
      addCity(groups, { part, context })
  }
  return groups
}

function isQualifier(part: PlacePart): boolean {
  return part.countryCode !== null || part.regions.length > 0
}

function isCountryFirst(part: PlacePart): boolean {
  if (part.countryCode !== null) return !isCityState(part.countryCode) || part.cities.length === 0
  return part.regions.length > 0 && !isRatherCity(part) && !isCapitalOfItself(part)
}

/** "Salzburg", "New York": the city lies in the region of its name. */
function isCapitalOfItself({ cities, regions }: PlacePart): boolean {
  const [city] = cities
  return (
    city !== undefined &&
    regions.some(({ countryCode, region }) => countryCode === city.countryCode && region === city.region)
  )
}

function countriesOf({ countryCode, regions }: PlacePart): string[] {
  return [...(countryCode === null ? [] : [countryCode]), ...regions.map((region) => region.countryCode)]
}

/** "Georgia, USA", "CA, USA": a region, because the country that follows has it. */
function isRegionBefore(part: PlacePart, next: PlacePart | undefined): boolean {
  if (part.countryCode === null || !next?.countryCode || next.countryCode === part.countryCode) return false
  return part.regions.some(({ countryCode }) => countryCode === next.countryCode)
}

/** "Lebanon, NH", "Norfolk, VA": a city, because what follows says where it lies. */
function isCityBefore(part: PlacePart, next: PlacePart | undefined): boolean {
  if (!next || !isCountryFirst(part) || !isQualifier(next) || next.cities.length > 0) return false
  const isItself = countriesOf(part).some((code) => countriesOf(next).includes(code))
  return !isItself && within(part.cities, next).length > 0
}

/** "HH", "Brussels-Capital Region": a region that is one city. */
function cityOfWholeRegion({ countryCode, regions }: PlacePart): City | null {
  const [region] = regions
  return countryCode === null && regions.length === 1 && region ? cityOfRegion(region) : null
}

function isIn(city: City, part: PlacePart): boolean {
  return (
    part.countryCode === city.countryCode ||
    part.regions.some(({ countryCode, region }) => countryCode === city.countryCode && region === city.region)
  )
}

/** The cities that lie in what a part names: "CA" is California for San Francisco, Canada for Ottawa. A region's name also holds for
 *  the rest of its country, because the table knows the first-level divisions only. */
function within(cities: readonly City[], part: PlacePart): readonly City[] {
  const exact = cities.filter((city) => isIn(city, part))
  if (exact.length > 0 || isPartCode(part)) return exact
  return cities.filter((city) => part.regions.some(({ countryCode }) => countryCode === city.countryCode))
}

/** Takes `part` as saying where the city before it lies; false when it names a place of its own. */
function qualify(group: PlaceGroup, part: PlacePart): boolean {
  if (!isQualifier(part)) return false
  const [best] = group.cities
  const inside = within(group.cities, part)
  const [inner] = inside
  if (inner) {
    if (isRatherCity(part) && (best?.weight ?? 0) > inner.weight * MUCH_SMALLER) return false
    group.cities = inside
    group.isQualified = true
    group.countryCode = inner.countryCode
    return true
  }
  if (part.cities.length > 0) return false
  if (group.isQualified) return isPartCode(part) && part.regions.length > 0
  if (best && best.weight >= WELL_KNOWN_WEIGHT) {
    if (isPartCode(part) && part.countryCode === null) group.doubt = preferredRegion(part)?.countryCode ?? null
    return isPartCode(part)
  }
  group.cities = []
  group.countryCode = part.countryCode ?? preferredRegion(part)?.countryCode ?? null
  group.isQualified = part.countryCode !== null
  return true
}

function isRatherCity({ countryCode, cities }: PlacePart): boolean {
  return countryCode === null && (cities[0]?.weight ?? 0) >= RATHER_CITY_WEIGHT
}

/** Of the regions a code may mean where no city decides: a US state, a Canadian province, then the rest ("VA", "CT"). */
function preferredRegion({ regions }: PlacePart): Region | undefined {
  return (
    regions.find(({ countryCode }) => countryCode === 'US') ??
    regions.find(({ countryCode }) => countryCode === 'CA') ??
    regions[0]
  )
}

/** "Amsterdam, Rotterdam, Netherlands": the country also holds for the cities named before, where they lie in it. */
function spreadBack(groups: readonly PlaceGroup[], part: PlacePart): void {
  for (let at = groups.length - 2; at >= 0; at--) {
    const group = groups[at]
    if (!group?.hasCity || group.isQualified) return
    const [inner] = within(group.cities, part)
    if (!inner || inner.weight * MUCH_SMALLER < (group.cities[0]?.weight ?? 0)) return
    group.cities = within(group.cities, part)
    group.countryCode = inner.countryCode
    group.isQualified = true
  }
}

/** A country or a region alone. Says the country; null when the one before already said it. */
function addCountry(groups: PlaceGroup[], part: PlacePart): string | null {
  const last = groups.at(-1)
  const isSaid =
    last !== undefined &&
    !last.hasCity &&
    last.countryCode !== null &&
    part.regions.some(({ countryCode }) => countryCode === last.countryCode)
  if (isSaid) return null
  const countryCode = part.countryCode ?? preferredRegion(part)?.countryCode ?? null
  const { written, isInBrackets } = part
  groups.push({ written, cities: [], hasCity: false, countryCode, isQualified: true, doubt: null, isInBrackets })
  return countryCode
}

/** True when `part` only says again where the city before it is: the same city, or the much larger one its province is named after. */
function saysAgain(group: PlaceGroup, part: PlacePart): boolean {
  const [city] = group.cities
  const [chief] = part.cities
  if (!city || !chief) return false
  if (isSameCity(city, chief)) return true
  const isSameProvince = city.countryCode === chief.countryCode && city.region === chief.region
  if (!isSameProvince) return false
  if (part.isInBrackets && !group.isInBrackets) return true
  if (isBorough(city, chief)) {
    group.cities = [chief]
    return true
  }
  if (isBorough(chief, city)) return true
  if (NAMESAKE_REGIONS.has(`${chief.countryCode}.${chief.region}`)) return chief.weight > city.weight
  return NAMESAKE_PROVINCES.has(chief.countryCode) && chief.weight > city.weight * PROVINCE_FACTOR
}

function isBorough(city: City, chief: City): boolean {
  if (!WITH_BOROUGHS.has(chief.countryCode) || chief.weight < city.weight * BOROUGH_FACTOR) return false
  const north = Math.abs((city.latitude ?? 0) - (chief.latitude ?? 0))
  const east = Math.abs((city.longitude ?? 0) - (chief.longitude ?? 0))
  return north < BOROUGH_DEGREES && east < BOROUGH_DEGREES * 2
}

/** A city after its country ("Germany, Berlin", "DE-Berlin: Munich") takes that country's place. */
function addCity(groups: PlaceGroup[], { part, context }: { part: PlacePart; context: string | null }): void {
  const here = part.cities.filter(({ countryCode }) => countryCode === context)
  const best = part.cities[0]?.weight ?? 0
  const isHere = here[0] !== undefined && here[0].weight * MUCH_SMALLER * 5 >= best
  const last = groups.at(-1)
  if (isHere && last && !last.hasCity && last.countryCode === context) groups.pop()
  groups.push({
    written: part.written,
    cities: isHere ? here : part.cities,
    hasCity: true,
    countryCode: isHere ? context : null,
    isQualified: isHere,
    doubt: null,
    isInBrackets: part.isInBrackets,
  })
}
