import type { Career, Person } from '#shared/career.ts'
import type { DocumentContent } from '#shared/documents.ts'
import { addressPattern, type KnownAddress } from './address-pattern.ts'
import { contactPatterns } from './contact-patterns.ts'
import { addressesIn, type FoundAddress } from './home-address.ts'
import { readHome } from './home-line.ts'

/** All that the app knows of where and how the user is reached. */
export interface OwnContacts {
  /** As the career says it, and as documents do that say it otherwise. */
  readonly people: readonly Person[]
  readonly addresses: readonly KnownAddress[]
  /** Places in which the user lives, as written. */
  readonly homes: readonly string[]
}

/** A longer paragraph is no line of a sender. */
const MOST_LINE_CHARS = 160
/** So far from a contact an address belongs to it, unless there is an empty line between them. */
const NEAR_CHARS = 240

/** What career and documents say of it. A street is looked for where the place is told (which may hold a whole address), in what stands
 *  beside an own contact, and in lines of documents that are nothing but an address. Not in the address of a letter's recipient. Pure. */
export function ownContacts({
  career,
  documents,
}: {
  career: Career
  documents: readonly DocumentContent[]
}): OwnContacts {
  const people = distinct([career.person, ...documents.map(({ header }) => header)].map(asPerson))
  const fields = people.map(({ city }) => readHome(city))
  const lines = documents.flatMap(linesOf)
  const senders = lines
    .filter((line) => line.length <= MOST_LINE_CHARS)
    .map(readHome)
    .filter(({ street, house, postcode }) => street !== '' && house !== '' && postcode !== '')
  const beside = [...lines, ...textsOf(career)].flatMap((text) =>
    besideContacts(
      text,
      people.flatMap((person) => contactPatterns(person, '')),
    ).flatMap(({ start, end }) => addressesIn(text.slice(start, end), { isExpected: true }).map(asKnown)),
  )
  const addresses = distinct([...fields, ...senders, ...beside].filter((known) => addressPattern(known) !== null))
  return { people, addresses, homes: distinct(fields.map(({ city }) => city).filter((city) => city !== '')) }
}

export interface Stretch {
  readonly start: number
  readonly end: number
}

/** The stretches of a text around what the patterns find in it, each up to an empty line. They do not overlap. Pure. */
export function besideContacts(text: string, patterns: readonly RegExp[]): Stretch[] {
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: whole, index }) => around(text, { start: index, end: index + whole.length })),
  )
  const stretches: Stretch[] = []
  for (const next of found.toSorted((one, other) => one.start - other.start)) {
    const last = stretches.at(-1)
    if (last !== undefined && next.start <= last.end) {
      stretches[stretches.length - 1] = { start: last.start, end: Math.max(last.end, next.end) }
    } else stretches.push(next)
  }
  return stretches
}

const EMPTY_LINE = /\n[ \t\u00a0]*\n/g

function around(text: string, { start, end }: Stretch): Stretch {
  const before = text.slice(Math.max(0, start - NEAR_CHARS), start)
  const gap = [...before.matchAll(EMPTY_LINE)].at(-1)
  const after = text.slice(end, end + NEAR_CHARS)
  const next = after.search(EMPTY_LINE)
  return {
    start: start - before.length + (gap === undefined ? 0 : gap.index + gap[0].length),
    end: end + (next === -1 ? after.length : next),
  }
}

function asKnown({ street = '', house = '', postcode = '', city = '' }: FoundAddress): KnownAddress {
  return { street, house, postcode, city }
}

function asPerson({ name, headline, email, phone, city, countryCode, links }: Person): Person {
  return { name, headline, email, phone, city, countryCode, links }
}

function linesOf(content: DocumentContent): string[] {
  const paragraphs =
    content.kind === 'letter'
      ? [{ text: content.dateLine }, ...content.paragraphs, { text: content.closing }, { text: content.signature }]
      : content.sections.flatMap((section) => section.paragraphs)
  return paragraphs.map(({ text }) => text)
}

function textsOf({ person, summary, experiences, education, projects, extras, confirmed }: Career): string[] {
  const points = [...experiences, ...education, ...projects].flatMap(({ bullets }) => bullets.map(({ text }) => text))
  return [
    person.headline,
    summary,
    ...points,
    ...experiences.map((post) => post.summary),
    ...extras.map(({ text }) => text),
    ...confirmed.map(({ text }) => text),
  ]
}

function distinct<T>(list: readonly T[]): T[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()]
}
