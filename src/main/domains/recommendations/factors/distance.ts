interface Point {
  readonly latitude: number | null
  readonly longitude: number | null
}

const EARTH_RADIUS_KM = 6371
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance (haversine formula, mean radius of the earth); null where a point has no coordinates. Pure. */
export function distanceKm(one: Point, other: Point): number | null {
  const { latitude, longitude } = one
  if (latitude === null || longitude === null || other.latitude === null || other.longitude === null) return null
  const a =
    Math.sin(radians(other.latitude - latitude) / 2) ** 2 +
    Math.cos(radians(latitude)) *
      Math.cos(radians(other.latitude)) *
      Math.sin(radians(other.longitude - longitude) / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)))
}
