import { foldLetters } from '#main/infra/text/fold.ts'
import { findCities } from '../../../../jobs/enrich/reading-words.service.ts'
import { isKnownSkill } from '../../../../jobs/match/matching.service.ts'
import { cityOf } from '../../../claims/read/places-said.ts'

/** Words that a street's name ends with, in one word or apart, and words that it begins with. Not "ring": so do monitoring and engineering. */
const ENDINGS =
  'straße|strasse|str\\.|weg|gasse|platz|allee|damm|ufer|chaussee|gracht|straat|laan|plein|kade|gatan|vägen|gata|veien|vej|katu|utca'
const BEGINNINGS =
  'ul\\.|ulica|al\\.|aleja|os\\.|pl\\.|via|viale|piazza|corso|rue|avenue|av\\.|bd|boulevard|place|quai|allée|chemin|impasse|calle|c/|avda\\.?|avenida|paseo|plaza|rua|praça|travessa'
const ENGLISH = 'Street|St\\.?|Road|Rd\\.?|Lane|Avenue|Ave\\.?|Drive|Close|Court|Square|Terrace|Way|Gardens|Crescent'

const FIRMS = 'AG|SE|KG|KGaA|OHG|GmbH|UG|Inc\\.?|Ltd\\.?|LLC|Co\\.?|BV|NV|SA|SAS|SpA|Srl|AB|AS|Oy'

const WORD = String.raw`\p{L}[\p{L}.'’-]{0,30}`
const HOUSE = String.raw`\d{1,4}(?:[ -]?[a-zA-Z](?!\p{L}))?(?:[ ]?[/-][ ]?\d{1,4}){0,2}`
const BETWEEN = String.raw`(?:[ \t]*[,;·|•–\n][ \t\n]*|[ \t]+)`
const POSTCODE = String.raw`(?:\p{Lu}{1,2}[- ])?(?:\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{4} ?\p{Lu}{2}(?!\p{L})|\d{4,5})`
const CITY = String.raw`\p{Lu}\p{L}+(?:-\p{Lu}?\p{L}+)*(?: (?:(?:am|an der|im|bei|ob der|vor der|sur|sous|upon|de|la|le|les|del|den|aan den) )?\p{Lu}\p{L}+(?:-\p{L}+)*){0,2}`
const UK_POSTCODE = String.raw`\p{Lu}{1,2}\d[\p{Lu}\d]? ?\d\p{Lu}{2}(?!\p{L})`
const START = String.raw`(?<![\p{L}\p{N}])`

const PLACE = `${BETWEEN}(?<postcode>${POSTCODE})[ ](?<city>${CITY})`

const ADDRESSES = [
  // "Hauptstraße", "Rosa-Luxemburg-Straße": the name is in it. Before "Straße" alone stand one word or two, and no firm.
  `${START}(?<street>[\\p{L}'’-]{0,40}(?:${anyCase(ENDINGS)})|(?:(?!(?:${FIRMS})[ ])\\p{Lu}[\\p{L}.'’-]{0,30}[ ]){1,2}(?:${anyCase(ENDINGS)}))[ ]?(?<house>${HOUSE})${PLACE}`,
  `${START}(?<street>(?:${anyCase(BEGINNINGS)})[ ]?(?:${WORD}[ ]){0,4}${WORD}),?[ ](?<house>${HOUSE})${PLACE}`,
  `${START}(?<house>${HOUSE}),?[ ](?:bis |ter )?(?<street>(?:${anyCase(BEGINNINGS)})[ ](?:${WORD}[ ]){0,4}${WORD})${PLACE}`,
].map((pattern) => new RegExp(pattern, 'gu'))
const BRITISH = new RegExp(
  `${START}(?<house>\\d{1,4}\\p{L}?)[ ](?<street>(?:${WORD}[ ]){1,3}(?:${ENGLISH}))[^\\n]{0,40}?(?<postcode>${UK_POSTCODE})`,
  'gu',
)
/** Without a word for a street, a city has to be known: "Projekt Atlas 2, 10000 Nutzer" is none. */
const BEFORE =
  'Am|An der|An den|An dem|Im|In der|In den|In dem|Auf der|Auf dem|Auf den|Unter den|Unter der|Zum|Zur|Hinter der|Hinter dem|Bei der|Beim|Vor dem|Vor der|Op de|Aan de'
const WITHOUT_WORD = new RegExp(
  `${START}(?<street>(?:(?:${BEFORE})[ ])?(?<name>\\p{Lu}[\\p{L}.'’-]{0,30}))[ ](?<house>${HOUSE})[ ]*[,;·|•–\\n][ \\n]*(?<postcode>${POSTCODE})[ ](?<city>${CITY})`,
  'gu',
)
/** Whatever has the form of an address, with the place after it or before it. For where one is to be expected. */
const ANY_STREET = String.raw`(?<street>(?:(?:${BEFORE})[ ])?\p{Lu}[\p{L}.'’-]{1,30}(?:[ -]\p{Lu}[\p{L}.'’-]{0,30}){0,3})[ ](?:(?:Nr|No)\.?[ ])?(?<house>(?!0)${HOUSE})`
const ANY_PLACE = String.raw`(?:\p{Lu}{1,3}[- ])?(?<postcode>${POSTCODE})[ ](?<city>${CITY})`
const ANY = [`${START}${ANY_STREET}${BETWEEN}${ANY_PLACE}`, `${START}${ANY_PLACE}${BETWEEN}${ANY_STREET}`].map(
  (pattern) => new RegExp(pattern, 'gu'),
)
const YEAR = /^(?:19|20)\d\d$/
/** What has a number and then a year with a place: "Hackathon 5, 2018 Hamburg", "March 5, 2019 Hamburg". */
const EVENT =
  /(?:hackathon|hackday|conference|konferenz|conf|summit|congress|kongress|meetup|workshop|festival|marathon|expo)$/i
const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?$/

type Part = 'street' | 'name' | 'house' | 'postcode' | 'city'

export interface FoundAddress extends Readonly<Partial<Record<Part, string>>> {
  readonly whole: string
  readonly index: number
}

/** What has the form of an address. `isExpected`: also where neither a word for a street nor a known city tells it. Pure. */
export function addressesIn(text: string, { isExpected }: { isExpected: boolean }): FoundAddress[] {
  return [BRITISH, ...ADDRESSES, ...(isExpected ? ANY : [])].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(foundIn),
  )
}

/** A text without street and house number where a postcode and a place follow. What stands around them stays. `city`: where the person
 *  lives. Pure. */
export function withoutAddresses(text: string, { city, instead }: { city: string; instead: string }): string {
  const isHome = homeTest(city)
  const left = (place: string): string => `${instead}${place.slice(cityIn(place, isHome)?.length ?? place.length)}`
  const plain = ADDRESSES.reduce(
    (said, address) => replaced(said, address, (found) => left(found.city ?? '')),
    text.replaceAll(BRITISH, instead),
  )
  return replaced(plain, WITHOUT_WORD, ({ whole, name = '', postcode = '', city: place = '' }) => {
    const known = cityIn(place, isHome)
    if (known === null) return whole
    if (isHome(known)) return left(place)
    // "Java 17, 2019 Berlin" says a year, unless it is where the person lives. What may be either is an address: one too many left out
    // is the smaller harm.
    if (YEAR.test(postcode) && isDated(name)) return whole
    return cityOf(known.split('-')[0] ?? known) !== null || cityOf(known) !== null ? left(place) : whole
  })
}

/** A text without street, house number and postcode wherever the place is the home. The place itself stays. `isOthers` says of what stands
 *  there that it is somebody else's. Pure. */
export function withoutHomeAddresses(
  text: string,
  about: { home: string; instead: string; isOthers: (found: FoundAddress, text: string) => boolean },
): string {
  const { home, instead, isOthers } = about
  const isHome = homeTest(home)
  return [...ADDRESSES, WITHOUT_WORD].reduce(
    (said, address) =>
      replaced(said, address, (found) => {
        const { whole, city: place = '' } = found
        const known = cityIn(place, isHome)
        return known === null || !isHome(known) || isOthers(found, said) ? whole : `${instead} ${place}`
      }),
    text,
  )
}

function replaced(text: string, pattern: RegExp, instead: (found: FoundAddress) => string): string {
  let left = ''
  let last = 0
  for (const match of text.matchAll(pattern)) {
    left += text.slice(last, match.index) + instead(foundIn(match))
    last = match.index + match[0].length
  }
  return left + text.slice(last)
}

function foundIn({ 0: whole, index, groups }: RegExpExecArray): FoundAddress {
  return { whole, index, ...groups }
}

function isDated(word: string): boolean {
  return EVENT.test(word) || MONTH.test(word) || isKnownSkill(word)
}

/** Whether a name is that of where the person lives, in whatever language: "Antwerpen" for one of "Antwerp, Belgium". */
function homeTest(city: string): (name: string) => boolean {
  const [written = ''] = city.split(',').map((part) => part.trim())
  if (written === '') return () => false
  const [home] = findCities(written)
  return (name) => {
    if (foldLetters(name) === foldLetters(written)) return true
    const [found] = findCities(name)
    return found !== undefined && found.name === home?.name && found.countryCode === home.countryCode
  }
}

/** The beginning of the words that is the name of a city: of "Berlin Senior Engineer" the first. Null when none is known. */
function cityIn(words: string, isHome: (name: string) => boolean): string | null {
  const parts = words.split(' ')
  for (let count = parts.length; count > 0; count--) {
    const name = parts.slice(0, count).join(' ')
    const [first = ''] = name.split('-')
    if (isHome(name) || findCities(name).length > 0 || findCities(first).length > 0) return name
  }
  return null
}

/** Streets begin with a capital or not; the rest of an address has to have its own. */
function anyCase(words: string): string {
  return words.replaceAll(
    /(^|\|)(\p{Ll})/gu,
    (_, before: string, letter: string) => `${before}[${letter}${letter.toUpperCase()}]`,
  )
}
