import { companyWords, institutionWords, titleWords } from '../lexicon.ts'
import type { Part, Parts } from '../person/header-parts.ts'
import { isNamedCity, isNameOfPlace } from '../person/places.ts'

const MAX_WORDS = 3

/** The headers of a section with those places told that no table has, or whose names are also words: behind a comma, or last in a line,
 *  where other headers of the section have a place. Pure, linear. */
export function withPlaces(headers: readonly Parts[]): Parts[] {
  const behind = countsOf(headers.flatMap(({ parts }) => parts.filter(({ hasPlace }) => hasPlace).map(rowOf)))
  const ends = countsOf(headers.flatMap(({ placeRows }) => placeRows))
  return headers.map((header) => {
    const abroad = header.parts.find((part) => part.hasPlace && (ends.get(rowOf(part)) ?? 0) > 0)
    if (abroad !== undefined && header.parts.length > 1 && mayBePlace(abroad.text) && isLast(header, abroad)) {
      const place = `${abroad.text}, ${header.place}`
      return { ...header, parts: header.parts.filter((part) => part !== abroad), place }
    }
    if (header.place !== '') return header
    const tail = header.parts.find((part) => (behind.get(rowOf(part)) ?? 0) > 0 && tailOf(part) !== null)
    const cut = tail === undefined ? null : tailOf(tail)
    if (tail !== undefined && cut !== null) {
      const whole = { ...tail, text: cut.name, hasPlace: true }
      return { ...header, parts: header.parts.map((part) => (part === tail ? whole : part)), place: cut.place }
    }
    const end = header.parts.findLast((part) => isLast(header, part) && (ends.get(rowOf(part)) ?? 0) > 0)
    if (end === undefined || header.parts.length < 2 || !mayBePlace(end.text)) return header
    return { ...header, parts: header.parts.filter((part) => part !== end), place: end.text }
  })
}

/** Of the pieces of its line. */
const isLast = ({ parts }: Parts, part: Part) =>
  part.isRowEnd || parts.every((each) => each === part || rowOf(each) !== rowOf(part))

const rowOf = ({ slot }: Part) => Number(slot.split('.')[0])

function countsOf(rows: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1)
  return counts
}

/** "Grid Services, Reading" and "Tidepool (Inchicore)": a name and what stands behind it. */
function tailOf({ text, turn }: Part): { readonly name: string; readonly place: string } | null {
  const [, name, place] = /^(.{2,}?)(?:,\s+|\s*(?=\())([^,()]+|\([^,()]+\))$/u.exec(text) ?? []
  const bare = place?.replaceAll(/[()]/gu, '') ?? ''
  if (
    name === undefined ||
    titleWords(
      name
        .slice(turn ?? 0)
        .split(',')
        .at(-1) ?? '',
    ) > 0 ||
    !mayBePlace(bare)
  )
    return null
  return { name, place: bare }
}

const mayBePlace = (text: string) =>
  isNamedCity(text) ||
  (isNameOfPlace(text) &&
    text.split(' ').length <= MAX_WORDS &&
    companyWords(text) + institutionWords(text) + titleWords(text) === 0)
