import { foldLetters, plainLetters } from '#main/infra/text/fold.ts'
import type { Person } from '#shared/career.ts'
import { isKnownSkill } from '../../../../jobs/match/matching.service.ts'
import { withoutUnseen } from '../data-text.ts'
import { withoutAddresses } from './home-address.ts'
import { readHome } from './home-line.ts'
import type { OwnContacts } from './own-contacts.ts'
import { withoutHome } from './without-home.ts'
import {
  composed,
  contactPatterns,
  literal,
  ownPatterns,
  SHORTEST_NAME,
  wholeName,
  wordsOf,
} from './contact-patterns.ts'

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
/** Parts of names that are words of every text. */
const PARTICLES = new Set('von van der den des del della dos das bin ibn the and und zur zum ter ten'.split(' '))

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
  const addressless = withoutAddresses(withoutUnseen(text.normalize('NFC')), {
    city: readHome(person.city).city,
    instead: LEFT_OUT,
  })
  return patterns.reduce((left, pattern) => left.replaceAll(pattern, LEFT_OUT), addressless)
}

/** Any text without the user's own e-mails, phones, pages, full names and home. Those of others stay: a posting names whom to write to.
 *  `company`, `title`: of the posting; an employer may bear the name of the user. Pure. */
export function withoutOwnContacts(text: string, about: { own: OwnContacts; company: string; title: string }): string {
  const { own, company, title } = about
  const contacts = own.people.flatMap((person) => contactPatterns(person, [company, title].join('\n')))
  const homeless = withoutHome(text.normalize('NFC'), { own, contacts, company, instead: LEFT_OUT })
  return contacts.reduce((left, pattern) => left.replaceAll(pattern, LEFT_OUT), homeless)
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

function writings(part: string): string[] {
  const capital = part.charAt(0).toUpperCase() + part.slice(1)
  return [capital, capital.charAt(0) + capital.slice(1).toLowerCase(), part.toUpperCase()]
}
