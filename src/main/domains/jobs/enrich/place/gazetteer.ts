import countryNames from '#resources/countries.json' with { type: 'json' }
import names from '#resources/place-names.json' with { type: 'json' }
import { type CityRow, findRows } from './city-table.ts'
import { foldName, spellings } from './fold-name.ts'

/** A city under its common English name. `weight` orders places that share a name: people, European ones times five, because that is
 *  where the postings are; less for a district or the first part of a longer name. Coordinates are null for the few hand-written
 *  places without any. */
export interface City {
  readonly name: string
  readonly countryCode: string
  readonly region: string
  readonly people: number
  readonly weight: number
  readonly latitude: number | null
  readonly longitude: number | null
  readonly isDistrict: boolean
}

export interface Region {
  readonly countryCode: string
  readonly region: string
}

/** A city that place-names.json calls by its English name; `city` once it was looked for in the table. */
interface NamedCity {
  readonly name: string
  readonly countryCode: string
  readonly keys: readonly string[]
  city: City | null
}

interface Gazetteer {
  readonly named: ReadonlyMap<string, readonly NamedCity[]>
  /** Country codes by folded name; two- and three-letter codes only in capitals (see `isCode`). */
  readonly countries: ReadonlyMap<string, string>
  readonly regions: ReadonlyMap<string, readonly Region[]>
  readonly noise: ReadonlySet<string>
  readonly words: ReadonlySet<string>
  readonly cityStates: ReadonlySet<string>
  /** What was looked up lately: the same few names come again and again. */
  readonly recent: Map<string, readonly City[]>
}

const EUROPEAN_WEIGHT = 5
const KIND_WEIGHTS: Readonly<Record<CityRow['kind'], number>> = { whole: 1, short: 0.5, district: 0.2 }
const EUROPE = new Set(
  'AD AL AT BA BE BG CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM UA VA XK'.split(
    ' ',
  ),
)
/** How many people a hand-written place without a row of its own is taken for. */
const UNCOUNTED_PEOPLE = 12_000
const MAX_RECENT = 4000

const writtenCities: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = names.cities
const writtenPoints: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = names.points

function add<T>(table: Map<string, T[]>, key: string, value: T): void {
  const list = table.get(key)
  if (!list) table.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

function buildNamed(): Map<string, NamedCity[]> {
  const table = new Map<string, NamedCity[]>()
  for (const [countryCode, cities] of Object.entries(writtenCities)) {
    for (const [name, others] of Object.entries(cities)) {
      const keys = [...new Set([name, ...others].flatMap(spellings))]
      const named: NamedCity = { name, countryCode, keys, city: null }
      for (const key of keys) add(table, key, named)
    }
  }
  return table
}

function buildCountries(): Map<string, string> {
  const table = new Map<string, string>()
  for (const [code, list] of Object.entries<readonly string[]>(names.countries))
    for (const name of list) table.set(foldName(name), code)
  for (const [code, list] of Object.entries<readonly string[]>(countryNames.countries)) {
    if (!table.has(code.toLowerCase())) table.set(code.toLowerCase(), code)
    for (const name of list) if (foldName(name) && !table.has(foldName(name))) table.set(foldName(name), code)
  }
  for (const name of names.notCountries) table.delete(foldName(name))
  return table
}

function buildRegions(): Map<string, Region[]> {
  const table = new Map<string, Region[]>()
  for (const [countryCode, regions] of Object.entries<Readonly<Record<string, readonly string[]>>>(names.regions)) {
    for (const [region, list] of Object.entries(regions)) {
      const entry = { countryCode, region }
      for (const name of countryCode === 'US' ? [region, ...list] : list)
        for (const key of spellings(name)) add(table, key, entry)
    }
  }
  return table
}

let loaded: Gazetteer | null = null

/** The hand-written names, indexed on first use. */
function readGazetteer(): Gazetteer {
  loaded ??= {
    named: buildNamed(),
    countries: buildCountries(),
    regions: buildRegions(),
    noise: new Set(names.noise.map(foldName)),
    words: new Set(names.words.map(foldName)),
    cityStates: new Set(names.cityStates),
    recent: new Map(),
  }
  return loaded
}

function cityOf({ kind, ...row }: CityRow): City {
  const factor = (EUROPE.has(row.countryCode) ? EUROPEAN_WEIGHT : 1) * KIND_WEIGHTS[kind]
  return { ...row, weight: row.people * factor, isDistrict: kind === 'district' }
}

/** The city that a hand-written name stands for: the largest of its country that bears one of the names. */
function resolve(named: NamedCity): City {
  if (named.city) return named.city
  const { name, countryCode } = named
  const rows = named.keys.flatMap(findRows).filter((row) => row.countryCode === countryCode && row.kind === 'whole')
  const [largest] = rows.sort((a, b) => b.people - a.people)
  const [latitude = null, longitude = null] = writtenPoints[countryCode]?.[name] ?? []
  const unlisted: City = {
    name,
    countryCode,
    region: '',
    people: UNCOUNTED_PEOPLE,
    weight: UNCOUNTED_PEOPLE * EUROPEAN_WEIGHT,
    latitude,
    longitude,
    isDistrict: false,
  }
  named.city = largest ? { ...cityOf(largest), name } : unlisted
  return named.city
}

/** True when both are the same place on the map; a district is its city. */
export function isSameCity(a: City, b: City): boolean {
  return (
    a.countryCode === b.countryCode && a.latitude === b.latitude && a.longitude === b.longitude && a.name === b.name
  )
}

function underEnglishName(row: CityRow): City {
  const city = cityOf(row)
  const named = readGazetteer().named.get(foldName(row.name)) ?? []
  for (const known of named) {
    if (known.countryCode !== city.countryCode) continue
    const { name, latitude, longitude } = resolve(known)
    if (latitude === city.latitude && longitude === city.longitude) return { ...city, name }
  }
  return city
}

/** "Munich DE" as place-names.json writes a city that it names elsewhere. */
function readReference(reference: string): City[] {
  const countryCode = reference.slice(-2)
  return lookUp(foldName(reference.slice(0, -3))).filter((city) => city.countryCode === countryCode)
}

function lookUp(key: string): City[] {
  const cities: City[] = (readGazetteer().named.get(key) ?? []).map(resolve)
  for (const row of findRows(key)) {
    const city = underEnglishName(row)
    if (!cities.some((known) => isSameCity(known, city))) cities.push(city)
  }
  return cities.sort((a, b) => b.weight - a.weight)
}

/** The cities that bear a name, the weightiest first. */
export function findCities(written: string): readonly City[] {
  const key = foldName(written)
  if (key.length < 2) return []
  const { recent } = readGazetteer()
  const known = recent.get(key)
  if (known) return known
  if (recent.size >= MAX_RECENT) recent.clear()
  const cities = lookUp(key)
  recent.set(key, cities)
  return cities
}

const abbreviations: Readonly<Record<string, string>> = names.abbreviations
const cityRegions: Readonly<Record<string, string>> = names.cityRegions

/** The city that capitals stand for ("MUC", "LDN", "SF"); none when they stand for no city. */
export function findAbbreviated(capitals: string): readonly City[] {
  const reference = Object.hasOwn(abbreviations, capitals) ? abbreviations[capitals] : undefined
  return reference === undefined ? [] : readReference(reference).slice(0, 1)
}

/** The city of a region that is one city ("HH", "Wien", "Brussels-Capital Region"). */
export function cityOfRegion({ countryCode, region }: Region): City | null {
  const name = cityRegions[`${countryCode}.${region}`]
  return name === undefined ? null : (readReference(`${name} ${countryCode}`)[0] ?? null)
}

/** Words of locations that name no place ("remote", "area", "headquarters"). */
export function isNoise(written: string): boolean {
  return readGazetteer().noise.has(foldName(written))
}

/** Names of places that are words first ("Reading", "Nice", "Mobile"). */
export function isWordFirst(written: string): boolean {
  return readGazetteer().words.has(foldName(written))
}

/** A country in whose towns and villages postings are found, however small. */
export function isEuropean(countryCode: string): boolean {
  return EUROPE.has(countryCode)
}

/** A country that is one city ("Singapore"). */
export function isCityState(countryCode: string): boolean {
  return readGazetteer().cityStates.has(countryCode)
}

/** Two or three letters stand for a country or state only in capitals: "IN" is Indiana or India, "in" is a word. */
export function isCode(written: string): boolean {
  return /^[A-Z]{2,3}$|^(?:[A-Z]\.){2,3}$/.test(written)
}

/** The country a name or code stands for, null when it is none. */
export function findCountry(written: string): string | null {
  const key = foldName(written)
  if (key.replaceAll(' ', '').length <= 3 && !isCode(written.trim())) return null
  return readGazetteer().countries.get(key) ?? null
}

/** The regions and states a name or code may stand for. */
export function findRegions(written: string): readonly Region[] {
  const key = foldName(written)
  if (key.length <= 3 && !isCode(written.trim())) return []
  return readGazetteer().regions.get(key) ?? []
}
