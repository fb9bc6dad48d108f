import { companyName, type CompanyName, namesIn } from './company-name.ts'
import type { EntryName } from './entry-names.ts'

/** One way to read the name that a posting gives a company. */
export interface NameReading {
  readonly name: CompanyName
  /** What it adds to the distance of a match: a company is rather called what it is called first. */
  readonly cost: number
}

/** What it costs that a name is not the organisation's own. */
export const ROLE_COST: Readonly<Record<EntryName['role'], number>> = {
  name: 0,
  trading: 1,
  also: 2,
  short: 4,
  bare: 4,
  former: 5,
}
const COST = { bracketsOff: 3, inBrackets: 4, royalOff: 4, head: 5 }
const BRACKETS = /[([]([^()[\]]*)[)\]]/g
const SEPARATOR = /\s+[|–—·•@/]\s+|\s+-\s+|,\s+(?:an?|part of)\s/i

/** The ways to read a company's name, the likeliest first: later ones count only when earlier ones find nothing. Pure. */
export function readingsOf(company: string, countryCode: string): readonly (readonly NameReading[])[] {
  const plain = company.replace(BRACKETS, ' ').trim()
  const bracketed = Array.from(company.matchAll(BRACKETS), (match) => match[1] ?? '')
  const head = plain.split(SEPARATOR)[0] ?? ''
  const royal = countryCode === 'NL' ? /^royal\s+(?=\S)/i.exec(plain) : null
  return [
    read(company, 0),
    plain === company.trim() ? [] : read(plain, COST.bracketsOff),
    bracketed.flatMap((inside) => read(inside, COST.inBrackets)).filter(({ name }) => name.parts.length === 0),
    royal === null ? [] : read(plain.slice(royal[0].length), COST.royalOff),
    head === plain ? [] : read(head, COST.head),
  ].filter((readings) => readings.length > 0)
}

function read(text: string, cost: number): NameReading[] {
  return namesIn(text)
    .map((named) => ({ name: companyName(named.text), cost: cost + ROLE_COST[named.role] }))
    .filter(({ name }) => name.stem.length > 1)
}
