import { citiesNear } from '../jobs/match/matching.service.ts'
import { distanceKm } from './factors/distance.ts'
import { FAR_KM, fitAt } from './factors/place.ts'
import { cityKey, type Seeker } from './seeker.ts'

/** A city and how well its place fits, 0 to 1, as the exact factor has it. */
export interface NearCity {
  readonly name: string
  readonly countryCode: string
  readonly fit: number
}

/** The wanted cities and those near them, found once for the same cities. In steps of a few milliseconds. */
export function createNearCities(): (seeker: Seeker) => Generator<undefined, readonly NearCity[]> {
  let known: { readonly key: string; readonly found: readonly NearCity[] } | null = null
  return function* near(seeker) {
    const key = JSON.stringify([seeker.cities, [...seeker.cityNames]])
    if (known?.key === key) return known.found
    const found = yield* nearCities(seeker)
    known = { key, found }
    return found
  }
}

function* nearCities({ cities, cityNames }: Seeker): Generator<undefined, readonly NearCity[]> {
  const around = yield* citiesNear(cities, FAR_KM)
  return [...cities, ...around].flatMap((city): NearCity[] => {
    const { name, countryCode } = city
    const isWanted = cities.some((wanted) => wanted.name === name && wanted.countryCode === countryCode)
    if (isWanted && cityNames.has(cityKey(name))) return [{ name, countryCode, fit: 1 }]
    const km = Math.min(...cities.map((wanted) => distanceKm(wanted, city) ?? Infinity))
    return km > FAR_KM ? [] : [{ name, countryCode, fit: fitAt(km) }]
  })
}
