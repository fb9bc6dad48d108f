import { type Box, rowsInBoxes } from './city-table.ts'
import { type City, findCities } from './gazetteer.ts'

const KM_A_DEGREE = 111.2
/** Beyond it, degrees of longitude are too short to be reckoned with. */
const MOST_NORTHERN = 85
/** Names looked up between two steps. */
const NAMES_A_STEP = 30

interface Point {
  readonly latitude: number | null
  readonly longitude: number | null
}

/** Cities that lie no further than so many kilometres from one of the points, and some that lie a little further; each under its common
 *  English name. Where several places bear a name, only the weightiest is meant by it. In steps of a few milliseconds. */
export function* citiesNear(points: readonly Point[], km: number): Generator<undefined, City[]> {
  const boxes = points.flatMap((point) => boxAround(point, km))
  if (boxes.length === 0) return []
  const cities = new Map<string, City>()
  let looked = 0
  for (const row of yield* rowsInBoxes(boxes)) {
    looked += 1
    if (looked % NAMES_A_STEP === 0) yield
    const [city] = findCities(row.name)
    const isMeant = city?.countryCode === row.countryCode && isAt(city, row) && !city.isDistrict
    if (isMeant) cities.set(`${city.countryCode} ${city.name}`, city)
  }
  return [...cities.values()]
}

function isAt(city: Point, row: Point): boolean {
  return city.latitude === row.latitude && city.longitude === row.longitude
}

function boxAround({ latitude, longitude }: Point, km: number): Box[] {
  if (latitude === null || longitude === null || Math.abs(latitude) > MOST_NORTHERN) return []
  const north = km / KM_A_DEGREE
  const east = north / Math.cos(((Math.abs(latitude) + north) * Math.PI) / 180)
  return [{ south: latitude - north, north: latitude + north, west: longitude - east, east: longitude + east }]
}
