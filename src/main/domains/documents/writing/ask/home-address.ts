import { cityOf } from '../../claims/read/places-said.ts'

/** Words that a street's name ends with, in one word or apart, and words that it begins with. Not "ring": so do monitoring and engineering. */
const ENDINGS =
  'straße|strasse|str\\.|weg|gasse|platz|allee|damm|ufer|chaussee|gracht|straat|laan|plein|kade|gatan|vägen|gata|veien|vej|katu|utca'
const BEGINNINGS =
  'ul\\.|ulica|al\\.|aleja|os\\.|pl\\.|via|viale|piazza|corso|rue|avenue|av\\.|bd|boulevard|place|quai|allée|chemin|impasse|calle|c/|avda\\.?|avenida|paseo|plaza|rua|praça|travessa'
const ENGLISH = 'Street|St\\.?|Road|Rd\\.?|Lane|Avenue|Ave\\.?|Drive|Close|Court|Square|Terrace|Way|Gardens|Crescent'

const WORD = String.raw`\p{L}[\p{L}.'’-]{0,30}`
const HOUSE = String.raw`\d{1,4}(?:[ -]?[a-zA-Z](?!\p{L}))?(?:[ ]?[/-][ ]?\d{1,4}){0,2}`
const BETWEEN = String.raw`(?:[ \t]*[,;·|•–\n][ \t\n]*|[ \t]+)`
const POSTCODE = String.raw`(?:\p{Lu}{1,2}[- ])?(?:\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{4} ?\p{Lu}{2}(?!\p{L})|\d{4,5})`
const CITY = String.raw`\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+){0,2}`
const UK_POSTCODE = String.raw`\p{Lu}{1,2}\d[\p{Lu}\d]? ?\d\p{Lu}{2}(?!\p{L})`
const START = String.raw`(?<![\p{L}\p{N}])`

const ADDRESSES = [
  `${START}(?:\\p{Lu}[\\p{L}.'’-]{0,30}[ ]){0,2}[\\p{L}'’-]{0,40}(?:${anyCase(ENDINGS)})[ ]?${HOUSE}${BETWEEN}${POSTCODE}[ ]${CITY}`,
  `${START}(?:${anyCase(BEGINNINGS)})[ ]?(?:${WORD}[ ]){0,4}${WORD},?[ ]${HOUSE}${BETWEEN}${POSTCODE}[ ]${CITY}`,
  `${START}${HOUSE},?[ ](?:bis |ter )?(?:${anyCase(BEGINNINGS)})[ ](?:${WORD}[ ]){0,4}${WORD}${BETWEEN}${POSTCODE}[ ]${CITY}`,
  `${START}\\d{1,4}\\p{L}?[ ](?:${WORD}[ ]){1,3}(?:${ENGLISH})[^\\n]{0,40}?${UK_POSTCODE}`,
].map((pattern) => new RegExp(pattern, 'gu'))
/** Without a word for a street, a city has to be known: "Projekt Atlas 2, 10000 Nutzer" is none. */
const WITHOUT_WORD = new RegExp(
  `${START}(?:${WORD}[ ]){0,3}${WORD}[ ]${HOUSE}[ ]*[,;·|•–\\n][ \\n]*${POSTCODE}[ ](${CITY})`,
  'gu',
)

/** A text without street and house number where a postcode and a place follow. `city`: where the person lives. Pure. */
export function withoutAddresses(text: string, { city, instead }: { city: string; instead: string }): string {
  const plain = ADDRESSES.reduce((left, address) => left.replaceAll(address, instead), text)
  const home = city.trim().toLowerCase()
  return plain.replaceAll(WITHOUT_WORD, (whole, place: string) => {
    const [first = ''] = place.split(/[ -]/)
    const isPlace = place.toLowerCase() === home || cityOf(place) !== null || cityOf(first) !== null
    return isPlace ? instead : whole
  })
}

/** Streets begin with a capital or not; the rest of an address has to have its own. */
function anyCase(words: string): string {
  return words.replaceAll(
    /(^|\|)(\p{Ll})/gu,
    (_, before: string, letter: string) => `${before}[${letter}${letter.toUpperCase()}]`,
  )
}
