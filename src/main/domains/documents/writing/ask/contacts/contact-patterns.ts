import { foldLetters } from '#main/infra/text/fold.ts'
import type { Person } from '#shared/career.ts'

/** Shorter is no contact. */
export const SHORTEST_NAME = 3
const PHONE_DIGITS = 7
const SHORTEST_PHONE = 5
const BETWEEN_DIGITS = String.raw`[ \t\u00A0\u202F()/.–·-]{0,3}`

/** What finds the person's e-mail, phone, pages and full name in a text of composed letters. `named`: what the posting itself names; an
 *  employer may bear the name of the person, and keeps it. Pure. */
export function contactPatterns(person: Person, named: string): RegExp[] {
  const whole = composed(person)
  const isNamed = whole.name !== '' && spaced(named).includes(spaced(whole.name))
  return [...ownPatterns(whole), ...(isNamed ? [] : wholeName(whole))]
}

/** A letter and its accent are one sign in some texts and two in others: both are looked for as one. */
export function composed(person: Person): Person {
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
export function ownPatterns({ email, phone, links }: Person): RegExp[] {
  const written = [email, phone].map((value) => value.trim()).filter((value) => value.length >= SHORTEST_NAME)
  return [
    ...links.flatMap(({ url }) => linkPattern(url) ?? []),
    ...written.map((value) => new RegExp(String.raw`(?<![\p{L}\p{N}])${literal(value)}(?![\p{L}\p{N}])`, 'giu')),
    ...(phonePattern(phone) ?? []),
  ]
}

/** A single name may be a word of every text, and is looked for as a part. */
export function wholeName({ name }: Person): RegExp[] {
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

/** Pure. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').split(/[^\p{L}\p{M}'’]+/u)
}

/** As a pattern that finds it and nothing else. Pure. */
export function literal(text: string): string {
  // A hyphen means nothing outside of brackets, and may not be escaped there.
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}
