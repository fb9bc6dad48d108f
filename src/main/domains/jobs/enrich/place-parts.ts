import { type City, findCountry, findRegions, foldName, readGazetteer, type Region } from './gazetteer.ts'

/** One name inside a location, with everything it may stand for. An unknown name has none of the three. */
export interface PlacePart {
  readonly written: string
  readonly cities: readonly City[]
  readonly countryCode: string | null
  readonly regions: readonly Region[]
}

const MAX_LOCATION = 400
const SEGMENTS = /[;|\n\r•·]+|\s\+\s|\s→\s/
const CHUNKS = /,|\s[-–—]+\s|[–—]|[():[\]>]/
const CONJUNCTION = /\s*\/\s*|\s+(?:or|oder|ou|of|and|und|et|en|y|och|eller|lub|oraz|&|bzw\.?)\s+/i
const NEAR = /^(.+?)\s+(?:bei|b\.|near|nahe|próximo a|cerca de|vicino a|près de)\s/iu
/** Parts of the world in whose names a country's is heard. */
const PARTS_OF_AMERICA = /\b(?:north|south|central|latin)(?:ern)?[\s-]+america\b/gi
/** "PT/ET hours", "CET ±2 time zone": when people work, in letters that are also countries'. */
const ZONE = String.raw`(?:[A-Z]{1,4}T|UTC|GMT)(?:\s?[+±-]\s?\d{1,2}h?)?`
const WORKING_TIME = new RegExp(
  String.raw`\b${ZONE}(?:(?:\s*[/,&]\s*|\s+(?:or|and|to)\s+)${ZONE})*\s+(?:(?:working|business|core)\s+)?(?:hours?|time\s?zones?|tz)\b`,
  'g',
)
const WINDOW = 5
const KNOWN_IN_PASSING_WEIGHT = 60

function look(written: string): PlacePart | null {
  const key = foldName(written)
  if (key === '') return null
  const { cities, noise } = readGazetteer()
  const countryCode = findCountry(written)
  const regions = findRegions(written)
  if (noise.has(key) && countryCode === null && regions.length === 0) return null
  const found = key.length < 2 || /^[A-Z]{2}$/.test(written) ? [] : (cities.get(key) ?? [])
  return found.length + regions.length > 0 || countryCode !== null
    ? { written, cities: found, countryCode, regions }
    : null
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
  const { noise } = readGazetteer()
  const isNoise = (word: string | undefined): boolean =>
    word !== undefined && (foldName(word) === '' || noise.has(foldName(word)))
  let start = 0
  let end = words.length
  while (start < end && isNoise(words[start]) && !findCountry(words[start] ?? '')) start++
  while (end > start && isNoise(words[end - 1]) && !findCountry(words[end - 1] ?? '')) end--
  return words.slice(start, end)
}

/** Known names inside a longer phrase, left to right, the longest at each word: "Remote in Germany", "Warsaw Poland". */
function searchWords(words: readonly string[]): PlacePart[] {
  const parts: PlacePart[] = []
  let at = 0
  while (at < words.length) {
    let taken = 0
    for (let size = Math.min(WINDOW, words.length - at); size > 0 && taken === 0; size--) {
      const part = look(words.slice(at, at + size).join(' '))
      const isKnown =
        part &&
        (part.countryCode !== null ||
          part.regions.length > 0 ||
          (part.cities[0]?.weight ?? 0) >= KNOWN_IN_PASSING_WEIGHT)
      if (part && isKnown) {
        parts.push(part)
        taken = size
      }
    }
    at += Math.max(1, taken)
  }
  return parts
}

/** "NL-Amsterdam", "Berlin-Mitte", "US-Remote": a hyphen between a known name and anything. */
function searchHyphens(written: string): PlacePart[] {
  const pieces = written.split('-')
  if (pieces.length < 2 || pieces.length > 4) return []
  const head = look(pieces[0] ?? '')
  if (!head) return []
  const tail = look(pieces.slice(1).join('-'))
  if (head.countryCode !== null || head.regions.length > 0) return tail ? [head, tail] : [head]
  return [head]
}

function readChunk(chunk: string): PlacePart[] {
  const whole = look(chunk.trim())
  if (whole) return [whole]
  const bare = withoutPostcodes(chunk)
  if (bare === '') return []
  const words = withoutNoise(bare.split(' '))
  const inner = words.join(' ')
  if (inner === '') return []
  const named = look(inner)
  if (named) return [named]
  const hyphenated = searchHyphens(inner)
  if (hyphenated.length > 0) return hyphenated
  const beside = NEAR.exec(inner)?.[1]
  const town = beside === undefined ? null : look(beside)
  if (town) return [town]
  const inside = searchWords(words)
  if (inside.length > 0) return inside
  return /\d/.test(chunk) && !/^\s*(?:[A-Z]{1,2}[- ])?[\d\s-]{3,9}\s+\p{Lu}/u.test(chunk)
    ? []
    : [{ written: inner, cities: [], countryCode: null, regions: [] }]
}

/** Joins "Frankfurt (Oder)" and "Halle (Saale)", whose brackets belong to the name. */
function keepBracketNames(location: string): string {
  return location.replaceAll(/([^,;|()/]{2,40}?)\s*\(([^()]{1,30})\)/gu, (all, name: string, inside: string) =>
    readGazetteer().cities.has(foldName(`${name} ${inside}`)) ? `${name} ${inside}` : all,
  )
}

function splitChunk(chunk: string): string[] {
  if (look(chunk.trim())) return [chunk]
  return chunk.split(CONJUNCTION)
}

/** The names in one location string, segment by segment; names in one segment may qualify each other. */
export function readParts(location: string): PlacePart[][] {
  return location
    .slice(0, MAX_LOCATION)
    .replace(PARTS_OF_AMERICA, ' ')
    .replace(WORKING_TIME, ' ')
    .split(SEGMENTS)
    .map((segment) => keepBracketNames(segment).split(CHUNKS).flatMap(splitChunk).flatMap(readChunk))
    .filter((parts) => parts.length > 0)
}
