import gazetteer from '#resources/cities.json' with { type: 'json' }
import countryNames from '#resources/countries.json' with { type: 'json' }
import names from '#resources/place-names.json' with { type: 'json' }
import { foldLetters } from '#main/infra/text/fold.ts'

/** A city under its common English name. `weight` orders places that share a name: thousands of people, European ones times five,
 *  because that is where the postings are. Coordinates are null for the few hand-written places without any. */
export interface City {
  readonly name: string
  readonly countryCode: string
  readonly region: string
  readonly weight: number
  readonly latitude: number | null
  readonly longitude: number | null
}

export interface Region {
  readonly countryCode: string
  readonly region: string
}

interface Gazetteer {
  /** Cities by folded name, the weightiest first. */
  readonly cities: ReadonlyMap<string, readonly City[]>
  /** Country codes by folded name; two- and three-letter codes only in capitals (see `isCode`). */
  readonly countries: ReadonlyMap<string, string>
  readonly regions: ReadonlyMap<string, readonly Region[]>
  readonly noise: ReadonlySet<string>
  readonly cityStates: ReadonlySet<string>
}

const EUROPEAN_WEIGHT = 5
const EUROPE = new Set(
  'AD AL AT BA BE BG CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM UA VA XK'.split(
    ' ',
  ),
)
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }

const PLAIN = /^[a-z]+(?: [a-z]+)*$/i

/** A place name as the tables are keyed: lower case, no accents, letters and digits with single spaces. */
export function foldName(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase()
  return foldLetters(name)
    .replaceAll(/['’`]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const NEAR_WATER = /^(\p{L}[\p{L} -]{3,}?) (?:vor der|vor dem|an der|am|im|in der|ob der|auf der|a\. d\.|upon) /u

/** Other spellings under which one name is looked up: umlauts written out, "St" for "Saint", "Bad Homburg" for the one "vor der Höhe". */
function spellings(name: string): string[] {
  if (PLAIN.test(name) && !/\b(?:saint|sankt|am|an|im|in|ob|auf|vor|upon)\b/i.test(name)) return [name.toLowerCase()]
  const keys = [foldName(name)]
  const spelled = name.toLowerCase().replaceAll(/[äöüåø]/g, (letter) => UMLAUTS[letter] ?? letter)
  if (spelled !== name.toLowerCase()) keys.push(foldName(spelled))
  const key = keys[0] ?? ''
  const short = NEAR_WATER.exec(name)?.[1]
  if (short !== undefined) keys.push(foldName(short))
  if (/\b(?:saint|sankt)\b/.test(key)) keys.push(key.replaceAll(/\b(?:saint|sankt)\b/g, 'st'))
  return keys.filter((written) => written.length > 0)
}

function add<T>(table: Map<string, T[]>, key: string, value: T): void {
  const list = table.get(key)
  if (!list) table.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

function readCountryCities(countryCode: string, packed: string): City[] {
  const factor = EUROPE.has(countryCode) ? EUROPEAN_WEIGHT : 1
  return packed.split('\n').map((row) => {
    const [name = '', latitude = '', longitude = '', thousands = '', region = ''] = row.split(';')
    const weight = Math.max(1, Number(thousands)) * factor
    return { name, countryCode, region, weight, latitude: Number(latitude), longitude: Number(longitude) }
  })
}

/** Gives the cities of a country their English names and makes them known under all their names. */
function indexCountry(table: Map<string, City[]>, countryCode: string, cities: readonly City[]): void {
  const local = new Map<string, City>()
  for (const city of cities) {
    const key = foldName(city.name)
    if (!local.has(key)) local.set(key, city)
  }
  const written: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = names.cities
  const points: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = names.points
  const renamed = new Map<City, City>()
  for (const [name, others] of Object.entries(written[countryCode] ?? {})) {
    const keys = [name, ...others].map(foldName)
    let found: City | undefined
    for (const key of keys) {
      const city = local.get(key)
      if (city && (!found || city.weight > found.weight)) found = city
    }
    const [latitude = null, longitude = null] = points[countryCode]?.[name] ?? []
    const city: City = found ? { ...found, name } : { name, countryCode, region: '', weight: 60, latitude, longitude }
    if (found) renamed.set(found, city)
    for (const alias of [name, ...others]) for (const key of spellings(alias)) add(table, key, city)
  }
  for (const city of cities) for (const key of spellings(city.name)) add(table, key, renamed.get(city) ?? city)
}

function buildCities(): Map<string, City[]> {
  const table = new Map<string, City[]>()
  const packed: Readonly<Record<string, string>> = gazetteer.cities
  for (const [countryCode, rows] of Object.entries(packed))
    indexCountry(table, countryCode, readCountryCities(countryCode, rows))
  for (const countryCode of Object.keys(names.cities)) {
    if (!Object.hasOwn(packed, countryCode)) indexCountry(table, countryCode, [])
  }
  for (const list of table.values()) if (list.length > 1) list.sort((a, b) => b.weight - a.weight)
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

/** The bundled gazetteer, indexed on first use. */
export function readGazetteer(): Gazetteer {
  loaded ??= {
    cities: buildCities(),
    countries: buildCountries(),
    regions: buildRegions(),
    noise: new Set(names.noise.map(foldName)),
    cityStates: new Set(names.cityStates),
  }
  return loaded
}

/** Two or three letters stand for a country or state only in capitals: "IN" is Indiana or India, "in" is a word. */
function isCode(written: string): boolean {
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
