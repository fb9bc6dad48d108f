import type { DedupCandidate, DedupIncoming } from './candidate.ts'

/** same: the same cities · overlap: a city in common, others not · weak: a side names no city, and nothing speaks against
 *  one country · different: other cities or countries. */
export type PlaceVerdict = 'same' | 'overlap' | 'weak' | 'different'

type Placed = Pick<DedupIncoming | DedupCandidate, 'placeKey' | 'countryCode' | 'workplace'>

/** Compares where two postings are. A country that only one side names is no contradiction. Pure, symmetric. */
export function comparePlaces(a: Placed, b: Placed): PlaceVerdict {
  if (a.placeKey === b.placeKey && a.placeKey !== '')
    return a.placeKey.startsWith('remote') || a.placeKey.startsWith('|') ? 'weak' : 'same'
  const citiesA = citiesOf(a.placeKey)
  const citiesB = citiesOf(b.placeKey)
  if (citiesA.length === 0 || citiesB.length === 0) return compareWithoutCity(a, b)
  const shared = citiesA.filter((x) => citiesB.some((y) => isSameCity(x, y))).length
  if (shared === 0) return 'different'
  return shared === citiesA.length && shared === citiesB.length ? 'same' : 'overlap'
}

/** Whether a place key names a city: a country or "remote" alone is no place to tell openings apart by. Pure. */
export function namesCity(placeKey: string): boolean {
  return citiesOf(placeKey).length > 0
}

interface City {
  readonly name: string
  readonly countryCode: string
}

function citiesOf(placeKey: string): City[] {
  return placeKey.split(';').flatMap((part) => {
    const [name = '', countryCode] = part.split('|')
    return countryCode === undefined || name === '' ? [] : [{ name, countryCode }]
  })
}

function isSameCity(a: City, b: City): boolean {
  return a.name === b.name && (a.countryCode === b.countryCode || a.countryCode === '' || b.countryCode === '')
}

function compareWithoutCity(a: Placed, b: Placed): PlaceVerdict {
  const countriesA = countriesOf(a)
  const countriesB = countriesOf(b)
  const isContradicted =
    countriesA.length > 0 && countriesB.length > 0 && !countriesA.some((code) => countriesB.includes(code))
  if (isContradicted) return 'different'
  // Remote without a place beside an office that has to be come to: two different offers.
  const isRemoteBesideOffice =
    (a.workplace === 'remote' && b.workplace === 'onsite') || (b.workplace === 'remote' && a.workplace === 'onsite')
  return isRemoteBesideOffice ? 'different' : 'weak'
}

function countriesOf(placed: Placed): string[] {
  const named = placed.placeKey.split(';').flatMap((part) => part.split('|')[1] || [])
  return named.length > 0 ? named : placed.countryCode === null ? [] : [placed.countryCode]
}
