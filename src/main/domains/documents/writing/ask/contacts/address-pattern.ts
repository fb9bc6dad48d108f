import words from '#resources/street-words.json' with { type: 'json' }
import { foldSpelling } from '#main/infra/text/fold.ts'

/** An address that the app knows to be one; '' where a part of it is not said. */
export interface KnownAddress {
  readonly street: string
  readonly house: string
  readonly postcode: string
  readonly city: string
}

/** What may stand between two letters of a name: a hyphen, also at the end of a line, a space, a full stop, an apostrophe. */
const BREAK = String.raw`[\s\u00ad\p{Pd}.'’]{0,3}`
/** Between two words of one: "C/ Mayor". */
const GAP = String.raw`[\s\u00ad\p{Pd}.'’/]{0,3}`
const BETWEEN = String.raw`[\s,;·|•\p{Pd}]{1,4}`
const NUMBER = String.raw`(?:(?:nr|no|n[°º]|hausnr|hausnummer|#)[.:]?\s?)?`
const DOOR = String.raw`(?:\s?[/\p{Pd}]\s?\d{1,4}[a-h]?(?![a-z0-9])){0,3}(?:,?\s(?:stiege|stg|top|tur|whg|wohnung|app|apt|flat|unit)\.?\s?[a-z0-9]{1,4}(?![a-z0-9])){0,2}`
const COUNTRY = String.raw`(?:[a-z]{1,3}\s?\p{Pd}\s?)?`
const POSTCODE = String.raw`(?:\d{3}\s\d{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{4}\s?[a-z]{2}(?![a-z])|\d{4,5})(?!\d)`
const WORD = String.raw`[a-z]+(?:-[a-z]+)*`
const START = '(?<![a-z0-9])'
const END = '(?![a-z0-9])'

const canonical = (written: string): string => foldSpelling(written).replaceAll(/s+/g, 's')
const groupsOf = (groups: readonly (readonly string[])[]): string[][] => groups.map((group) => group.map(canonical))
const ENDINGS = groupsOf(words.endings)
const WORDS = groupsOf(words.words)

/** Finds the address in a text that was folded, however it is spelled there: "Mühlgasse 7", "MUEHL-\ngasse Nr. 7/12, A-1080 Wien". Postcode
 *  and place go with it where they follow. Null where street and house number are not both known: either alone is a word of many texts.
 *  Pure. */
export function addressPattern({ street, house, postcode, city }: KnownAddress): RegExp | null {
  const name = streetPattern(street)
  const [number] = /\d+/.exec(house) ?? []
  if (name === null || number === undefined) return null
  const place = city === '' ? WORD : spelled(city)
  const code = postcode === '' ? POSTCODE : `(?:${spelledDigits(postcode)}|${POSTCODE})`
  const known =
    postcode === '' || city === '' ? '' : `(?:${COUNTRY}${spelledDigits(postcode)}${BETWEEN}${place}${BETWEEN})?`
  const rest = `(?:${BETWEEN}${COUNTRY}${code}(?:${BETWEEN}${place}${END})?${city === '' ? '' : `|${BETWEEN}${place}${END}`})?`
  const after = `${name}${BREAK}${NUMBER}${number}(?!\\d)(?:\\s?[a-h]${END})?${DOOR}`
  // "12 Graben" may be a dozen of them.
  const before = street.trim().includes(' ')
    ? `|${number}\\s?[a-h]?,?\\s{1,2}(?:bis |ter )?${name}\\.?${END}(?!\\p{Pd}[a-z])`
    : ''
  return new RegExp(`${START}${known}(?:${after}${before})${rest}`, 'gu')
}

/** Null where it has too few letters to be told from anything else. */
function streetPattern(street: string): string | null {
  const parts = canonical(street).match(/[a-z0-9]+/g) ?? []
  if (parts.join('').replaceAll(/\d/g, '').length < 3) return null
  return parts.map(wordPattern).join(GAP)
}

function wordPattern(word: string): string {
  const same = WORDS.filter((group) => group.includes(word)).flat()
  if (same.length > 0) return `(?:${[...new Set(same)].map(lettersPattern).join('|')})`
  for (const group of ENDINGS) {
    // "Str" ends no other word, and "g" does many: what is known has the long form, or the usual short one.
    const ending = group.find((form) => form.length > 1 && word.length > form.length && word.endsWith(form))
    if (ending === undefined) continue
    return `${lettersPattern(word.slice(0, -ending.length))}${BREAK}(?:${group.map(lettersPattern).join('|')})`
  }
  return lettersPattern(word)
}

/** Words with whatever stands between them. */
function spelled(written: string): string {
  return (canonical(written).match(/[a-z0-9]+/g) ?? []).map(lettersPattern).join(BREAK)
}

function spelledDigits(written: string): string {
  const signs = Array.from(foldSpelling(written).replaceAll(/[^a-z0-9]/g, ''))
  return signs.join(String.raw`[\s\p{Pd}]?`)
}

/** Each letter as it may be spelled: "u" also as "ue", "s" as "ss", which is what is left of "ß". */
function lettersPattern(word: string): string {
  return Array.from(word, (letter) => {
    if ('aou'.includes(letter)) return `${letter}e?`
    return letter === 's' ? `s(?:${BREAK}s){0,2}` : letter
  }).join(BREAK)
}
