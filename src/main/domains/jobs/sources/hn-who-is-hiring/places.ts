import { readPlaces } from '../../enrich/place/places.ts'
import words from './words.json' with { type: 'json' }

/** Joints between the parts of a field, none within brackets. */
const JOINT = /(\s+(?:or|and|but)\s+|\s+[-–—]+\s+|\s*[/;&+,]\s*)(?![^()]*\))/i
const REMOTE = /\b(?:remote|wfh|distributed)\b/i
const REMOTE_ALONE =
  /^(?:(?:100\s?%|fully|full|all|mostly|partially|partly|also|is|be|can be|open to)[-\s]+)*(?:remote(?:ly)?|wfh|distributed)(?:[-\s](?:only|first|friendly|ok|okay|possible|preferred|allowed|optional|work|working|position|positions|role|roles|job|team|company|considered|welcome|available))*$/i
/** Words of a field for places that are none: where in the week, which papers, how long. */
const ASIDE =
  /\b(?:on-?\s?site|in-?\s?office|in-?\s?person|hybrid|full-?\s?time|part-?\s?time|contract(?:ors?)?|interns?|visas?|no visa|h-?1b|relocation|sponsorship|only|preferred|possible|based)\b/gi
const LEADING = /^(?:in|at|from|within|based in|location|locations)\s*:?\s+/i
const PLACE_WORDS =
  /^(?:\p{Lu}[\p{L}'’.-]*|[\p{Lu}.]{2,}|of|the|am|an|der|den|de|la|le|do|da|du|upon|bei|im|and|or|near|area|greater|metro|only|city)(?:[\s/]+|$)/u
/** "us" and "la" are words; "US" and "LA" are not. */
const CODE = regions(
  words.regions.filter((region) => region.length < 5),
  'u',
)
const REGION = regions(
  words.regions.filter((region) => region.length >= 5),
  'iu',
)
const MAX_FIELD_CHARS = 200

/** The places that a field of a header names, as it writes them; "remote" only where it says from where ("REMOTE (EU)"). Empty for a
 *  field that names none. Pure. */
export function placesIn(field: string): readonly string[] {
  if (field.length > MAX_FIELD_CHARS) return []
  const [first = '', ...rest] = field.replaceAll('+/-', '±').split(JOINT)
  const pieces = [{ joint: '', text: first }]
  for (let at = 0; at + 1 < rest.length; at += 2) pieces.push({ joint: rest[at] ?? '', text: rest[at + 1] ?? '' })
  const places: string[] = []
  let open: string | null = null
  for (const { joint, text } of pieces) {
    const place = placeOf(text)
    if (place === null || REMOTE.test(place)) {
      if (open !== null) places.push(open)
      if (place !== null) places.push(place)
      open = null
    } else open = open === null ? place : `${open}${joint}${place}`
  }
  if (open !== null) places.push(open)
  return places.filter(isPlace)
}

/** Whether a field names a region or a city by its letters ("EU", "SF"), which no company is called. Pure. */
export function isRegion(field: string): boolean {
  return [CODE, REGION].some((pattern) => pattern.exec(field)?.[0] === field)
}

/** Null for a piece that says something else than a place. */
function placeOf(piece: string): string | null {
  if (REMOTE.test(piece)) {
    const said = piece.replace(/\(\s*\)/g, '').trim()
    return REMOTE_ALONE.test(said.replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim()) ? null : said
  }
  const text = piece
    .replace(ASIDE, ' ')
    .replace(/\(\s*[,/]?\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,/()-]+|[\s,/(-]+$/g, '')
    .replace(LEADING, '')
    .trim()
  return text === '' ? null : text
}

/** A name that a gazetteer knows is only a place when nothing but names stands with it: "Nice people" is none. */
function isPlace(text: string): boolean {
  if (CODE.test(text) || REGION.test(text)) return true
  const words = text.replace(/[(),]/g, ' ').trim().split(/\s+/)
  if (!words.every((word) => PLACE_WORDS.test(word) || /^[/&+±\d-]/.test(word))) return false
  // "AI Research": two letters beside other words are rarely a country.
  const name = words.length > 1 && !/,/.test(text) ? text.replace(/(?<!\p{L})\p{Lu}{2}(?!\p{L})/gu, ' ') : text
  return readPlaces({ locations: [name], countryCode: null }).length > 0
}

function regions(names: readonly string[], flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|').replaceAll('.', '\\.')})(?![\\p{L}\\p{N}])`, flags)
}
