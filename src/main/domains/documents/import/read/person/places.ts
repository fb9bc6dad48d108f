import {
  findCities,
  findCountry,
  findRegions,
  foldName,
  isWordFirst,
} from '../../../../jobs/enrich/reading-words.service.ts'
import { hasLegalForm, isSelfEmployment, titleWords } from '../lexicon.ts'

const MIN_PEOPLE = 3_000
/** Of a city whose parts are named after it. */
const MANY_PEOPLE = 100_000
const REMOTE =
  /^(?:remote|hybrid|home ?office|télétravail|teletrabajo|zdalnie|zdalna|distans|a distancia|à distance|a distanza|fernstudium|distance learning)$/iu
const POSTAL =
  /(?:^|\s)(?:[A-Z]{1,2}-)?(?:\d{4,5}(?:\s[A-Z]{2})?|\d{2}-\d{3}|\d{3}\s\d{2}|\d{4}-\d{3}|[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2})(?=\s|,|$)/gu

/** A text without postal codes. */
export const withoutPostal = (text: string): string => text.replace(POSTAL, ' ').replaceAll(/\s+/gu, ' ').trim()

/** Whether it names a city. Words that are a city's name by chance are none. Pure. */
export function isCity(text: string): boolean {
  const name = withoutPostal(text.replace(/\s*\([^()]*\)$/u, ''))
  return !isWordFirst(name) && isNamedCity(name)
}

/** Whether a city bears the name, whatever else the word means: where only a place can stand. A part of one counts ("Dresden-Neustadt").
 *  Pure. */
export function isNamedCity(name: string): boolean {
  if (name.length < 3 || name.length > 40 || !/^\p{Lu}/u.test(name) || /[\d@|]/u.test(name)) return false
  const [city] = findCities(name)
  if (city !== undefined && city.people >= MIN_PEOPLE && foldName(name).split(' ').length <= 5) return true
  const [whole = '', part] = name.split('-')
  return part !== undefined && /^\p{Lu}/u.test(part) && !isWordFirst(whole) && peopleOf(whole) >= MANY_PEOPLE
}

const peopleOf = (name: string) => (name.length < 4 ? 0 : (findCities(name)[0]?.people ?? 0))

/** The country that a text names, null when none. Pure. */
export function countryOf(text: string): string | null {
  const name = text.trim().replaceAll(/[().]/gu, '')
  return name.length > 40 || !/^\p{Lu}/u.test(name) ? null : findCountry(name)
}

const AREA = /^Greater\s+|\s+(?:Metropolitan\s+)?(?:Area|Region)$/gu

/** "Berlin", "Berlin, Germany", "Remote", "Berlin (DE)", "Greater Porto Area". */
export function isPlace(text: string): boolean {
  const parts = text
    .split(/[,/]|\s[–—-]\s|\s(?:&|\+|and|und|et|y|e|i|en|och|og|or|oder)\s(?=(?:remote|hybrid)\b)/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length === 0 || parts.length > 3) return false
  const isBesideCountry = parts.length > 1 && countryOf(parts.at(-1) ?? '') !== null
  const kinds = parts.map((part, at) => {
    const city = part.replaceAll(AREA, '')
    if (REMOTE.test(part) || isCity(city) || (at === 0 && isBesideCountry && isNamedCity(city))) return 'city'
    const isRegion = parts.length > 1 && findRegions(part).length > 0
    return countryOf(part) === null && !isRegion ? 'none' : 'country'
  })
  // "S.L." is a legal form before it is a country's code.
  const isCode = parts.length === 1 && kinds[0] === 'country' && text.replaceAll(/[^\p{L}]/gu, '').length <= 3
  return kinds.every((kind) => kind !== 'none') && !isCode
}

/** Whether it may be the name of a town that no table has. Pure. */
export function isNameOfPlace(text: string): boolean {
  const isPlain = /^\p{Lu}[\p{L} .'’()/-]{2,30}$/u.test(text) && text.split(' ').length <= 5
  return isPlain && titleWords(text) === 0 && !hasLegalForm(text) && !isSelfEmployment(text)
}

/** Behind a comma: alone, the words may name an enterprise. */
const isPartOfCity = (joint: string, name: string) => joint.startsWith(',') && name.includes('-') && isNamedCity(name)

/** "ACME AG, Abteilung Netze": a part of an enterprise. */
const PART =
  /^(?:abteilung|bereich|fachbereich|referat|department|dept|division|team|unit|faculty|institut\p{L}*|département|direction|departamento|dział|wydział|ufficio|reparto|afdeling|avdeling|avdelning|osasto)(?!\p{L})/iu

/** A text parted from the place it ends with: "ACME GmbH, Berlin, Germany". Pure. */
export function splitPlace(text: string): { readonly rest: string; readonly place: string } {
  const bracket = /^(.{2,}?)\s*[([]([^()[\]]{2,40})[)\]]$/u.exec(text)
  if (bracket?.[1] !== undefined && bracket[2] !== undefined && isPlace(bracket[2])) {
    const { rest, place } = splitPlace(bracket[1])
    // "ACME, Halle (Saale)": the bracket only says which one.
    return place === '' ? { rest, place: bracket[2] } : { rest, place: text.slice(text.lastIndexOf(place)) }
  }
  const pieces = [...text.matchAll(/,\s+|\s[–—-]\s/gu)]
  for (const cut of pieces.slice(-2)) {
    const [rest, place] = [text.slice(0, cut.index), text.slice(cut.index + cut[0].length)]
    const isPartOfName = /^(?:the )?university of \p{L}+$/iu.test(rest.trim()) && !place.includes(',')
    if (isPartOfName && !foldName(rest).includes(foldName(place))) continue
    const isBehindForm = hasLegalForm(rest) && cut[0].startsWith(',') && isNameOfPlace(place) && !PART.test(place)
    if (rest.trim() !== '' && (isPlace(place) || isBehindForm || isPartOfCity(cut[0], place)))
      return { rest: rest.trim(), place: place.trim() }
  }
  return { rest: text, place: '' }
}
