import type { CompanyName } from './company-name.ts'
import type { NamePart, PartKind } from './lexicon.ts'
import { isGeneric, isLocalForm } from './name-parts.ts'

/** How far two names of one stem are apart: 0 is the same to the letter, each part that only one of them has adds to it. */
export interface NameDistance {
  readonly distance: number
  /** The parts that only the register's name has, and those that only the company's has. */
  readonly added: readonly NamePart[]
  readonly missing: readonly NamePart[]
  /** The register's name says what the company does for others, and not where: it is meant only if no other company is called so. */
  readonly isLoose: boolean
}

/** A country's part of a company is nearer than its group. */
const COST: Readonly<Record<PartKind, number>> = {
  country: 2,
  domain: 2,
  hiring: 2,
  branch: 2,
  region: 4,
  group: 6,
  firm: 6,
  role: 6,
  holding: 8,
}
const FORM_UNSAID = 1
/** A stem that is shorter says who it is only when the whole name does, but for a country: "3M Ireland". */
const MIN_STEM_CHARS = 3
/** One market for most companies: "Acme UK & Ireland". */
const NEIGHBOURS: Readonly<Record<string, string>> = { GB: 'IE', IE: 'GB' }

/** Compares the name of a company in a country with a name in that country's register, both of one stem. Null when they are, or may be,
 *  two companies: another country's part, another legal form of the same law, a part that does other business. Pure. */
export function compareNames(company: CompanyName, entry: CompanyName, countryCode: string): NameDistance | null {
  if (company.whole === entry.whole) return { distance: 0, added: [], missing: [], isLoose: false }
  const added = only(entry.parts, company.parts)
  const missing = only(company.parts, entry.parts)
  if (isElsewhere(entry.parts, added, countryCode) || isElsewhere(company.parts, missing, countryCode)) return null
  if (missing.some(({ kind }) => kind === 'role') || added.some(({ kind }) => kind === 'hiring')) return null
  const differ = [...added, ...missing]
  const isOfGroup = differ.some(({ kind }) => kind === 'group' || kind === 'holding')
  if (!isOfGroup && isOtherForm(company, entry, countryCode)) return null
  const isOnlyCountry = company.stem.length > 1 && differ.every(({ kind }) => kind === 'country')
  if (differ.length > 0 && !isDistinct(company) && !(isOnlyCountry && !isGeneric(company.stem))) return null
  const parts = differ.reduce((sum, { kind }) => sum + COST[kind], 0)
  const isLoose = added.some(({ kind }) => kind === 'role') && !isPlaced(entry.parts)
  return { distance: parts + (company.form === entry.form ? 0 : FORM_UNSAID), added, missing, isLoose }
}

/** Whether a name says who it is although it is not the whole one. Pure. */
export function isDistinct({ stem, core }: CompanyName): boolean {
  return stem.length >= MIN_STEM_CHARS && (core.length > 1 || !isGeneric(stem))
}

function only(parts: readonly NamePart[], others: readonly NamePart[]): NamePart[] {
  const known = new Set(others.map(idOf))
  const found = new Map<string, NamePart>()
  for (const part of parts) if (!known.has(idOf(part))) found.set(idOf(part), part)
  return [...found.values()]
}

const idOf = ({ kind, id }: NamePart): string => `${kind} ${id}`

/** A part of the company in another country. A branch names its parent's: "Filial af Acme AB, Sverige". */
export function isElsewhere(parts: readonly NamePart[], differing: readonly NamePart[], countryCode: string): boolean {
  if (parts.some(({ kind }) => kind === 'branch')) return false
  const isLocal = parts.some(({ kind, id }) => kind === 'country' && id === countryCode)
  return differing.some(
    ({ kind, id }) => kind === 'country' && id !== countryCode && !(isLocal && NEIGHBOURS[countryCode] === id),
  )
}

/** "Acme LLP" is not "Acme Limited", unless one of them is the group. A form of another country is the parent's, and says nothing of its company here. */
export function isOtherForm(company: CompanyName, entry: CompanyName, countryCode: string): boolean {
  if (company.form === null || entry.form === null || company.form === entry.form) return false
  return isLocalForm(company.form, countryCode) && isLocalForm(entry.form, countryCode)
}

function isPlaced(parts: readonly NamePart[]): boolean {
  return parts.some(({ kind }) => kind === 'country' || kind === 'region' || kind === 'group')
}
