import names from '#resources/place-names.json' with { type: 'json' }
import {
  type City,
  findAbbreviated,
  findCities,
  findCountry,
  findRegions,
  isCode,
  isNoise,
  isWordFirst,
  type Region,
} from './gazetteer.ts'
import { foldName } from './fold-name.ts'

/** One name inside a location, with everything it may stand for. An unknown name has none of the three. */
export interface PlacePart {
  readonly written: string
  readonly cities: readonly City[]
  readonly countryCode: string | null
  readonly regions: readonly Region[]
  /** It stands in brackets: most often it says more of what stands before them. */
  readonly isInBrackets: boolean
}

const MAX_LOCATION = 400
const MAX_SEGMENTS = 40
const MAX_HYPHENS = 6
/** Words of a phrase that are looked at: a location is no sentence. */
const MAX_PHRASE = 20
const SEGMENTS = /[;|\n\r•·]+|\s\+\s|\s→\s/
const CHUNKS = /,|\s[-–—]+\s|[–—_]|[():[\]>]/
const CONJUNCTION = /\s*\/\s*|\s+(?:or|oder|ou|of|o|and|und|et|en|y|e|och|eller|lub|albo|oraz|i|og|&|bzw\.?)\s+/i
const NEAR = new RegExp(String.raw`^(.+?)\s+(?:${names.near.join('|')})\s`, 'iu')
/** Parts of the world in whose names a country's is heard. */
const PARTS_OF_AMERICA = /\b(?:north|south|central|latin)(?:ern)?[\s-]+america\b/gi
/** "PT/ET hours", "CET ±2 time zone": when people work, in letters that are also countries'. */
const ZONE = String.raw`(?:[A-Z]{1,4}T|UTC|GMT)(?:\s?[+±-]\s?\d{1,2}h?)?`
const WORKING_TIME = new RegExp(
  String.raw`\b${ZONE}(?:(?:\s*[/,&]\s*|\s+(?:or|and|to)\s+)${ZONE})*\s+(?:(?:working|business|core)\s+)?(?:hours?|time\s?zones?|tz)\b`,
  'g',
)
const STREET = new RegExp(
  String.raw`(?:(?<!\p{L})(?:${names.streets.join('|')})|\p{L}{3}(?:${names.streetEndings.join('|')}))(?!\p{L})`,
  'iu',
)
/** "(HQ: London)" beside a place says where the company is, not the job. */
const SEAT = new RegExp(
  String.raw`\(\s*(?:${names.seats.join('|')})(?:\s*[:–-]\s*|\s+(?:in|à|a|en|em|w|i|te)\s+)[^()]*\)`,
  'giu',
)
const CAPITALS = /^[A-Z]{2,5}$/
const TWO_CAPITALS = /^[A-Z]{2}$/
const WINDOW = 5
/** A town of which a phrase may speak without more ("Remote in Ghent"): thousands of people by weight. */
const KNOWN_IN_PASSING_WEIGHT = 60_000
/** A name that is a word first is a place without more only when the place is this big ("Nice", "Reading"). */
export const WORD_FIRST_WEIGHT = 250_000

/** Everything that a name may stand for; null for a word of locations that names no place, and for what nobody knows. */
export function look(written: string): PlacePart | null {
  const key = foldName(written)
  if (key === '') return null
  const countryCode = findCountry(written)
  const regions = findRegions(written)
  if (isNoise(written) && countryCode === null && regions.length === 0) return null
  const cities = citiesNamed(written)
  return cities.length + regions.length > 0 || countryCode !== null
    ? { written, cities, countryCode, regions, isInBrackets: false }
    : null
}

function citiesNamed(written: string): readonly City[] {
  const short = CAPITALS.test(written) ? findAbbreviated(written) : []
  return short.length > 0 || TWO_CAPITALS.test(written) ? short : findCities(written)
}

/** Drops postcodes and house numbers: every word with a digit, and the two letters after a Dutch postcode. */
function withoutPostcodes(written: string): string {
  return written
    .replaceAll(/\b(\d{4})\s+[A-Z]{2}\b(?=\s+\p{Lu}|$)/gu, '$1')
    .split(/\s+/)
    .filter((word) => !/\d/.test(word))
    .join(' ')
    .trim()
}

function withoutNoise(words: readonly string[]): readonly string[] {
  const isIdle = (word: string | undefined): boolean =>
    word !== undefined && (foldName(word) === '' || isNoise(word)) && findCountry(word) === null
  let start = 0
  let end = words.length
  while (start < end && isIdle(words[start])) start++
  while (end > start && isIdle(words[end - 1])) end--
  return words.slice(start, end)
}

/** A part that a phrase may name in passing: a country, a region, a town of some size whose name is no word. */
export function isKnownInPassing(part: PlacePart): boolean {
  if (part.countryCode !== null || part.regions.length > 0) return true
  return (part.cities[0]?.weight ?? 0) >= KNOWN_IN_PASSING_WEIGHT && !isWordFirst(part.written)
}

/** Known names inside a longer phrase, left to right, the longest at each word: "Remote in Germany", "Warsaw Poland". */
function searchWords(phrase: readonly string[]): PlacePart[] {
  const words = phrase.slice(0, MAX_PHRASE)
  const isAllLow = words.every((word) => word === word.toLowerCase())
  const parts: PlacePart[] = []
  let at = 0
  while (at < words.length) {
    const taken = isAllLow || /^[\p{Lu}'’]/u.test(words[at] ?? '') ? longestKnown(words, at) : null
    if (taken) parts.push(taken.part)
    at += taken?.size ?? 1
  }
  return parts
}

function longestKnown(words: readonly string[], at: number): { part: PlacePart; size: number } | null {
  for (let size = Math.min(WINDOW, words.length - at); size > 0; size--) {
    const part = look(words.slice(at, at + size).join(' '))
    if (part && isKnownInPassing(part)) return { part, size }
  }
  return null
}

/** "NL-Amsterdam", "USA-NY-New York", "Berlin-Mitte", "US-Remote": known names joined by hyphens. After a city only what says where
 *  it lies counts; the rest is a district or a building. */
function searchHyphens(written: string): PlacePart[] {
  const pieces = written.split('-')
  if (pieces.length < 2 || pieces.length > MAX_HYPHENS) return []
  const parts: PlacePart[] = []
  let at = 0
  while (at < pieces.length) {
    let size = pieces.length - at
    let part: PlacePart | null = null
    while (
      size > 0 &&
      (part = look(
        pieces
          .slice(at, at + size)
          .join('-')
          .trim(),
      )) === null
    )
      size--
    if (at === 0 && part === null) return []
    const isAfterCity = parts.some(({ cities, countryCode }) => cities.length > 0 && countryCode === null)
    if (part && (!isAfterCity || part.cities.length === 0)) parts.push(part)
    at += Math.max(1, size)
  }
  return parts
}

/** What is left of a phrase when its idle words are gone: no village whose name is a word ("Fully remote"). */
function isNamed(part: PlacePart): boolean {
  return !isWordFirst(part.written) || isKnownInPassing(part) || (part.cities[0]?.weight ?? 0) >= WORD_FIRST_WEIGHT
}

function readChunk(chunk: string): PlacePart[] {
  const whole = look(chunk.trim())
  if (whole) return [whole]
  if (isNoise(chunk)) return []
  const hasNumber = /\d/.test(chunk)
  if (hasNumber && STREET.test(chunk)) return []
  const bare = withoutPostcodes(chunk)
  if (bare === '') return []
  const words = withoutNoise(bare.split(' '))
  const inner = words.join(' ')
  if (inner === '') return []
  const named = look(inner)
  if (named && (inner === chunk.trim() || isNamed(named))) return [named]
  const hyphenated = searchHyphens(inner)
  if (hyphenated.length > 0) return hyphenated
  const beside = NEAR.exec(inner)?.[1]
  const town = beside === undefined ? null : look(beside)
  if (town) return [town]
  if (STREET.test(inner)) return []
  const inside = searchWords(words)
  if (inside.length > 0) return inside
  return hasNumber && !/^\s*(?:[A-Z]{1,2}[- ])?[\d\s-]{3,9}\s+\p{Lu}/u.test(chunk)
    ? []
    : [{ written: inner, cities: [], countryCode: null, regions: [], isInBrackets: false }]
}

/** Joins "Frankfurt (Oder)" and "Halle (Saale)", whose brackets belong to the name. */
function keepBracketNames(location: string): string {
  return location.replaceAll(/([^,;|()/]{2,40}?)\s*\(([^()]{1,30})\)/gu, (all, name: string, inside: string) =>
    findCities(`${name} ${inside}`).length > 0 ? `${name} ${inside}` : all,
  )
}

function splitChunk(chunk: string): string[] {
  if (look(chunk.trim())) return [chunk]
  return chunk.split(CONJUNCTION)
}

/** "Bologna, IT or remote", "BERLIN": capitals throughout say nothing about a word being a code. */
function calmCapitals(location: string): string {
  if (findAbbreviated(location.trim().toUpperCase()).length > 0) return location.toUpperCase()
  if (location !== location.toUpperCase()) return location
  return location.replaceAll(/\p{L}{4,}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
}

/** The names in one location string, segment by segment; names in one segment may qualify each other. */
export function readParts(location: string): PlacePart[][] {
  return calmCapitals(location.slice(0, MAX_LOCATION))
    .replace(SEAT, ' ')
    .replace(PARTS_OF_AMERICA, ' ')
    .replace(WORKING_TIME, ' ')
    .split(SEGMENTS, MAX_SEGMENTS)
    .map(readSegment)
    .filter((parts) => parts.length > 0)
}

function readSegment(segment: string): PlacePart[] {
  const [before = '', ...brackets] = keepBracketNames(segment).split(/[([]/)
  const read = (text: string): PlacePart[] => text.split(CHUNKS).flatMap(splitChunk).flatMap(readChunk)
  return [
    ...read(before),
    ...brackets.flatMap((bracket) => {
      const [inside = '', ...after] = bracket.split(/[)\]]/)
      return [...read(inside).map((part) => ({ ...part, isInBrackets: true })), ...after.flatMap(read)]
    }),
  ]
}

/** The names of a text that is nothing but places and words of locations ("Munich / Remote", "Berlin office"); null for any other. */
export function readWholly(text: string): PlacePart[] | null {
  const parts: PlacePart[] = []
  for (const chunk of keepBracketNames(text.slice(0, MAX_LOCATION)).split(CHUNKS).flatMap(splitChunk)) {
    const inner = withoutNoise(withoutPostcodes(chunk).split(' ')).join(' ')
    if (inner === '') continue
    const named = look(inner)
    const found = named ? [named] : searchHyphens(inner)
    if (found.length === 0) return null
    parts.push(...found)
  }
  return parts.length > 0 ? parts : null
}

/** A country or region code of two or three letters, which beside a city may mean something else ("CT" in Barcelona). */
export function isPartCode(part: PlacePart): boolean {
  return isCode(part.written)
}
