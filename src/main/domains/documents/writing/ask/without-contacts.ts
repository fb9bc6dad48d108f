import type { Person } from '#shared/career.ts'

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
/** A number to call has a country or area code and is longer than any amount that is written with spaces. */
const PHONE = /(?<![\p{L}\p{N}])(?:\+|00)\d[\d\s()/.-]{6,20}\d|(?<![\p{L}\p{N}])\(0\d{2,5}\)[\d\s/-]{4,15}\d/gu
const BIRTH =
  /(?:date of birth|birth ?date|born(?: on)?|geboren(?: am)?|geburtsdatum|né(?:e)? le|fecha de nacimiento|data urodzenia)\s*[:,]?\s*(?:\d{1,4}[./ -]\s*(?:\d{1,2}|\p{L}{3,9})[./ -]?\s*\d{1,4}|\p{L}{3,9}\s\d{1,2},?\s\d{4}|\d{4})/giu
const LEFT_OUT = '[left out]'
const SHORTEST_NAME = 3

/** A text of the career without what leads to the person: their e-mail, phone, pages and name, and a date of birth. Nothing of it is
 *  needed to write. Pure. */
export function withoutContacts(text: string, person: Person): string {
  const own = [person.email, person.phone, person.name, ...person.links.map(({ url }) => url)]
    .map((value) => value.trim())
    .filter((value) => value.length >= SHORTEST_NAME)
    .toSorted((one, other) => other.length - one.length)
  return own
    .reduce((left, value) => left.replaceAll(new RegExp(literal(value), 'giu'), LEFT_OUT), text)
    .replaceAll(EMAIL, LEFT_OUT)
    .replaceAll(BIRTH, LEFT_OUT)
    .replaceAll(PHONE, LEFT_OUT)
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
}
