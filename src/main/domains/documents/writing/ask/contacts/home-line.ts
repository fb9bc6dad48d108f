import type { KnownAddress } from './address-pattern.ts'

const NOTHING: KnownAddress = { street: '', house: '', postcode: '', city: '' }
const PIECES = /[,;·|•\n]+/
const HOUSE = String.raw`\d{1,4}(?:\s?[a-zA-Z])?(?:\s?[/-]\s?\d{1,4}[a-zA-Z]?){0,3}`
const STREET_FIRST = new RegExp(
  String.raw`^(?<street>\p{L}(?:\P{Nd}|\d{1,2}\.\s?\p{L})*?)\s+(?:(?:Nr|No)\.?\s*)?(?<house>${HOUSE})(?:\s\P{Nd}{0,12}\d{0,4}){0,2}$`,
  'u',
)
const HOUSE_FIRST = new RegExp(String.raw`^(?<house>${HOUSE}),?\s+(?<street>\p{L}[^\d]+)$`, 'u')
const WITH_CODE =
  /^(?:\p{Lu}{1,3}[- ]\s?)?(?<postcode>\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{4} ?\p{Lu}{2}(?!\p{L})|\d{4,5})\s+(?<city>\p{L}[^\d]*)$/u

/** What a line says that holds where somebody lives: a place alone, or with street and postcode. In "2000 Stockerau" the number is a
 *  postcode, in "12 Baker Street" a house. Pure. */
export function readHome(line: string): KnownAddress {
  return line
    .normalize('NFC')
    .split(PIECES)
    .map((piece) => piece.replaceAll(/\s+/g, ' ').trim())
    .filter((piece) => piece !== '')
    .reduce<KnownAddress>((known, piece) => ({ ...partsOf(piece), ...saidOf(known) }), NOTHING)
}

function partsOf(piece: string): KnownAddress {
  const coded = WITH_CODE.exec(piece)?.groups
  if (coded !== undefined) return { ...NOTHING, ...coded }
  const housed = (STREET_FIRST.exec(piece) ?? HOUSE_FIRST.exec(piece))?.groups
  if (housed !== undefined) return { ...NOTHING, ...housed }
  return /\d/.test(piece) ? NOTHING : { ...NOTHING, city: piece }
}

/** The first word on each part counts: after "Wien" comes "Österreich". */
function saidOf(known: KnownAddress): Partial<KnownAddress> {
  return Object.fromEntries(Object.entries(known).filter(([, said]) => said !== ''))
}
