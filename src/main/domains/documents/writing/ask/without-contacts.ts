import { foldLetters, plainLetters } from '#main/infra/text/fold.ts'
import type { Person } from '#shared/career.ts'
import { isKnownSkill } from '../../../jobs/match/matching.service.ts'
import { withoutUnseen } from './data-text.ts'
import { withoutAddresses } from './home-address.ts'

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
/** A number to call has a country or area code and is longer than any amount that is written with spaces. */
const PHONE = /(?<![\p{L}\p{N}])(?:\+|00)\d[\d\s()/.-]{6,20}\d|(?<![\p{L}\p{N}])\(0\d{2,5}\)[\d\s/-]{4,15}\d/gu

const DAY = String.raw`(?:\d{1,2}[./-][ ]?\d{1,2}[./-][ ]?(?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}(?:\.|st|nd|rd|th|er)?[ ](?:de[ ])?\p{L}{3,12}\.?,?[ ](?:de[ ])?\d{4}|\p{L}{3,12}\.?[ ]\d{1,2}(?:st|nd|rd|th)?,?[ ]\d{4})(?!\d)`
/** Nobody who writes a résumé was born later; what "was born in 2019" is an idea. */
const YEAR = String.raw`(?:19[3-9]\d|200\d|201[0-2])(?!\d)`
const PLACE = String.raw`(?:(?:in|à|a|te|w|en|i)[ ]\p{L}[\p{L}.'’-]+(?:[ ]\p{L}[\p{L}'’-]+)?,?[ ])?`
const ON = String.raw`(?:(?:am|on|il|le|el|op|em|den|dnia|r\.)[ ])?`
const BORN = String.raw`(?:date of birth|birth[ ]?(?:date|day)|d\.?o\.?b\.?|born|geboren|geb\.|geburtsdatum|geburtstag|geburtsjahr|jahrgang|year of birth|né(?:\(e\)|e)?|date de naissance|nat[oa]|data di nascita|nacid[oa]|fecha de nacimiento|nascid[oa]|data de nascimento|urodzon[ya]|ur\.|data urodzenia|geboortedatum|född|født)`
const START = String.raw`(?<![\p{L}\p{N}])`
const BIRTHS = [
  new RegExp(`${START}${BORN}[ ]?[:,]?[ ]?${PLACE}${ON}${DAY}`, 'giu'),
  // NATO is no birth.
  new RegExp(`${START}(?!nat[oa])${BORN}[ ]?[:,]?[ ]?(?:in |en )?${PLACE}${YEAR}`, 'giu'),
  new RegExp(`${START}nat[oa] nel(?:l['’])?[ ]?${YEAR}`, 'giu'),
  new RegExp(String.raw`(?<![\p{L}\p{N}*])\*[ ]?${DAY}`, 'giu'),
  new RegExp(`${START}${DAY}(?:[ ]in[ ]\\p{L}+)?[ ](?:geboren|born)(?!\\p{L})`, 'giu'),
]

const LEFT_OUT = '[left out]'
const SHORTEST_NAME = 3
/** Parts of names that are words of every text. */
const PARTICLES = new Set('von van der den des del della dos das bin ibn the and und zur zum ter ten'.split(' '))
const PHONE_DIGITS = 7
const SHORTEST_PHONE = 5
const BETWEEN_DIGITS = String.raw`[ \t\u00A0\u202F()/.–·-]{0,3}`

/** A text of the career without what leads to the person: their e-mail, phone, pages, home and name, and a date of birth. Nothing of it
 *  is needed to write. `named`: what the posting itself names, as its employer; a part of the name that is a word of it stays. Pure. */
export function withoutContacts(text: string, about: { person: Person; named: string }): string {
  const { named } = about
  const person = composed(about.person)
  const patterns = [
    ...ownPatterns(person),
    ...wholeName(person),
    EMAIL,
    ...BIRTHS,
    PHONE,
    ...namePatterns(person.name, named),
  ]
  const addressless = withoutAddresses(withoutUnseen(text.normalize('NFC')), { city: person.city, instead: LEFT_OUT })
  return patterns.reduce((left, pattern) => left.replaceAll(pattern, LEFT_OUT), addressless)
}

/** Any text without the person's own e-mail, phone, pages and full name. Those of others stay: a posting names whom to write to. `named`: as
 *  above; an employer may bear the name of the person. Pure. */
export function withoutOwnContacts(text: string, about: { person: Person; named: string }): string {
  const person = composed(about.person)
  const isNamed = spaced(about.named).includes(spaced(person.name))
  const patterns = [...ownPatterns(person), ...(isNamed ? [] : wholeName(person))]
  return patterns.reduce((left, pattern) => left.replaceAll(pattern, LEFT_OUT), text.normalize('NFC'))
}

/** A letter and its accent are one sign in some texts and two in others: both are looked for as one. */
function composed(person: Person): Person {
  const nfc = (written: string): string => written.normalize('NFC')
  return {
    ...person,
    name: nfc(person.name),
    email: nfc(person.email),
    city: nfc(person.city),
    links: person.links.map(({ label, url }) => ({ label, url: nfc(url) })),
  }
}

/** Its words, each between spaces, to be found whole. */
function spaced(text: string): string {
  return ` ${wordsOf(text).filter(Boolean).map(foldLetters).join(' ')} `
}

/** E-mail, phone and pages. */
function ownPatterns({ email, phone, links }: Person): RegExp[] {
  const written = [email, phone].map((value) => value.trim()).filter((value) => value.length >= SHORTEST_NAME)
  return [
    ...links.flatMap(({ url }) => linkPattern(url) ?? []),
    ...written.map((value) => new RegExp(String.raw`(?<![\p{L}\p{N}])${literal(value)}(?![\p{L}\p{N}])`, 'giu')),
    ...(phonePattern(phone) ?? []),
  ]
}

/** A single name may be a word of every text, and is looked for as a part. */
function wholeName({ name }: Person): RegExp[] {
  const parts = name.trim().split(/\s+/)
  if (parts.length < 2) return []
  return [new RegExp(String.raw`(?<![\p{L}\p{N}])${parts.map(literal).join(String.raw`\s+`)}(?![\p{L}\p{N}])`, 'giu')]
}

/** Its page however it is written: with or without the scheme, "www." and a last slash. */
function linkPattern(url: string): RegExp | null {
  const bare = url
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/+$/, '')
  if (bare.length < SHORTEST_NAME) return null
  return new RegExp(String.raw`(?:https?:\/\/)?(?<![\p{L}\p{N}-])(?:www\.)?${literal(bare)}\/?(?![\p{L}\p{N}-])`, 'giu')
}

/** Its last digits with whatever stands between them, and the codes before them. */
function phonePattern(phone: string): readonly RegExp[] | null {
  const digits = phone.replaceAll(/\D/g, '')
  if (digits.length < SHORTEST_PHONE) return null
  const last = Array.from(digits.slice(-PHONE_DIGITS)).join(BETWEEN_DIGITS)
  return [new RegExp(String.raw`(?<![\p{N}.,])[+(]{0,2}(?:\d${BETWEEN_DIGITS}){0,8}${last}(?!\d)`, 'gu')]
}

/** Each part of the name as a name is written, alone: "mark" may be a verb, and a skill stays one. */
function namePatterns(name: string, named: string): RegExp[] {
  const known = new Set(wordsOf(named).map(foldLetters))
  const parts = wordsOf(name)
    .filter((part) => part.length >= SHORTEST_NAME && !PARTICLES.has(part.toLowerCase()) && !isKnownSkill(part))
    .filter((part) => !known.has(foldLetters(part)))
  const forms = new Set(parts.flatMap((part) => [part, plainLetters(part)]).flatMap(writings))
  return [...forms].map(
    (form) => new RegExp(String.raw`(?<![\p{L}\p{N}])${literal(form)}(?:['’]?s)?(?![\p{L}\p{N}])`, 'gu'),
  )
}

function wordsOf(text: string): string[] {
  return text.normalize('NFC').split(/[^\p{L}\p{M}'’]+/u)
}

function writings(part: string): string[] {
  const capital = part.charAt(0).toUpperCase() + part.slice(1)
  return [capital, capital.charAt(0) + capital.slice(1).toLowerCase(), part.toUpperCase()]
}

function literal(text: string): string {
  // A hyphen means nothing outside of brackets, and may not be escaped there.
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}
