import { foldForKey } from '#main/infra/text/fold.ts'
import { type Brand, brandOf } from './brands.ts'
import { companyName, type CompanyName } from './company-name.ts'
import { compareNames, type NameDistance } from './compare-names.ts'
import { type EntryName, entryNames } from './entry-names.ts'
import { describeMatch } from './match-reason.ts'
import type { EntryLookup, RegisterEntry } from './name-index.ts'
import { ROLE_COST, type NameReading, readingsOf } from './name-readings.ts'
import { matchShortName } from './short-name.ts'

export interface CompanyQuery {
  readonly company: string
  readonly countryCode: string
  readonly town: string | null
}

export interface CompanyMatch<E extends RegisterEntry> {
  readonly entry: E
  /** Why it is this one, in a sentence. */
  readonly reason: string
}

/** `dependsOnTown`: there are several that only a town tells apart, so that jobs of the same company elsewhere may mean another one. */
export interface MatchAnswer<E extends RegisterEntry> {
  readonly match: CompanyMatch<E> | null
  readonly dependsOnTown: boolean
}

interface Lookup<E extends RegisterEntry> {
  readonly query: CompanyQuery
  readonly lookup: EntryLookup<E>
}

/** The organisation of a register that a company's postings in its country most likely mean, or none: no match is better than a wrong
 *  one. Names have to be the same but for their legal form and for words that name a part of a company; of several that come equally
 *  near the town decides, else none is meant. Pure. */
export function matchCompany<E extends RegisterEntry>(query: CompanyQuery, lookup: EntryLookup<E>): MatchAnswer<E> {
  for (const readings of readingsOf(query.company, query.countryCode)) {
    const answer = matchReadings(readings, { query, lookup })
    if (answer !== null) return answer
  }
  return NOBODY
}

const NOBODY = { match: null, dependsOnTown: false } as const

/** Null when these readings find nothing and others may. */
function matchReadings<E extends RegisterEntry>(
  readings: readonly NameReading[],
  within: Lookup<E>,
): MatchAnswer<E> | null {
  const { query, lookup } = within
  const brands = readings.map(({ name }) => brandOf(name, query.countryCode))
  for (const [index, brand] of brands.entries()) {
    const answer = brand === null ? null : matchBrand({ brand, stem: readings[index]?.name.stem ?? '' }, within)
    if (answer !== null) return answer
  }
  if (brands.some((brand, index) => brand !== null && isOnlyListed(brand, readings[index]?.name ?? null))) {
    return NOBODY
  }
  const answer = nearest(
    readings.flatMap((reading) => candidatesOf(reading, within)),
    query,
  )
  if (answer !== null) return answer
  for (const [index, { name }] of readings.entries()) {
    if (brands[index]?.isWord === true) continue
    const short = matchShortName({ name, countryCode: query.countryCode, lookup })
    if (short !== null) {
      return { match: { entry: short.entry, reason: describeMatch({ role: short.how }) }, dependsOnTown: false }
    }
  }
  return null
}

/** What so many organisations are called is nobody's name. */
const CALLED_MAX = 100

interface Candidate<E extends RegisterEntry> {
  readonly entry: E
  readonly role: EntryName['role']
  readonly between: NameDistance
  readonly distance: number
  readonly whole: string
  readonly form: string | null
}

/** Organisations with a name of the same stem, each once, by its nearest name. */
function candidatesOf<E extends RegisterEntry>(
  { name, cost }: NameReading,
  { query, lookup }: Lookup<E>,
): Candidate<E>[] {
  const entries = lookup.called(name.stem, CALLED_MAX)
  if (entries.length === CALLED_MAX) return []
  return entries.flatMap((entry) => {
    const candidates = entryNames(entry.name, query.countryCode).flatMap((known): Candidate<E>[] => {
      if (known.name.stem !== name.stem) return []
      const between = compareNames(name, known.name, query.countryCode)
      if (between === null || between.isLoose) return []
      const { whole, form } = known.name
      const { role } = known
      return [{ entry, role, between, distance: between.distance + cost + ROLE_COST[role], whole, form }]
    })
    return candidates.toSorted((left, right) => left.distance - right.distance).slice(0, 1)
  })
}

/** Null when nothing comes near; nobody when several come equally near and nothing tells them apart. */
function nearest<E extends RegisterEntry>(
  candidates: readonly Candidate<E>[],
  query: CompanyQuery,
): MatchAnswer<E> | null {
  const least = Math.min(...candidates.map(({ distance }) => distance))
  const near = candidates.filter(({ distance }) => distance === least)
  const [first] = near
  if (first === undefined) return null
  const dependsOnTown = near.length > 1 && near.some(({ entry }) => entry.town !== null)
  const answer = ({ entry, role, between }: Candidate<E>, town: string | null): MatchAnswer<E> => ({
    match: { entry, reason: describeMatch({ role, between, town }) },
    dependsOnTown,
  })
  if (near.length === 1) return answer(first, null)
  const inTown = near.filter(({ entry }) => isSameTown(entry.town, query.town))
  const [only] = inTown
  if (only !== undefined && inTown.length === 1) return answer(only, only.entry.town)
  // A company's name with its legal form is given once in a country.
  const isOneName = first.form !== null && near.every(({ whole }) => whole === first.whole)
  return isOneName ? answer(first, null) : { match: null, dependsOnTown }
}

/** The first of the listed companies that the register has; else one that differs from a listed one only by a part of it, such as its
 *  country, provided that the listed name says more than the brand. */
function matchBrand<E extends RegisterEntry>(
  { brand, stem }: { readonly brand: Brand; readonly stem: string },
  within: Lookup<E>,
): MatchAnswer<E> | null {
  // The list may be behind the register: a company that became a public one is the same company.
  const listed = brand.legalNames.map((legalName) => ({ ...companyName(legalName), form: null }))
  const reason = describeMatch({ role: 'brand' })
  const found = (entries: readonly E[]): MatchAnswer<E> | null => {
    const entry = entries.find(({ town }) => isSameTown(town, within.query.town)) ?? entries[0]
    return entry === undefined ? null : { match: { entry, reason }, dependsOnTown: entries.length > 1 }
  }
  for (const name of listed) {
    const exact = found(
      candidatesOf({ name, cost: 0 }, within)
        .filter(isWhole)
        .map(({ entry }) => entry),
    )
    if (exact !== null) return exact
  }
  for (const name of listed) {
    const near = name.stem === stem ? null : nearest(candidatesOf({ name, cost: 0 }, within), within.query)
    if (near !== null && near.match !== null) return { ...near, match: { ...near.match, reason } }
  }
  return null
}

function isWhole<E extends RegisterEntry>({ between }: Candidate<E>): boolean {
  return between.added.length === 0 && between.missing.length === 0
}

function isOnlyListed(brand: Brand, name: CompanyName | null): boolean {
  return brand.isWord && brand.legalNames.length > 0 && name?.form === null
}

/** "London" is the town of "London, England" and of "Greater London". */
function isSameTown(registered: string | null, said: string | null): boolean {
  if (registered === null || said === null) return false
  const [left, right] = [townKey(registered), townKey(said)]
  return left !== '  ' && right !== '  ' && (left.includes(right) || right.includes(left))
}

const townKey = (town: string): string =>
  ` ${foldForKey(town)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
