import { findCities } from '../../enrich/place/gazetteer.ts'
import type { CompanyName } from './company-name.ts'
import { compareNames, isDistinct, isElsewhere, isOtherForm } from './compare-names.ts'
import { entryNames } from './entry-names.ts'
import type { PartKind } from './lexicon.ts'
import { isInstitution, isLocalForm, isTrade } from './name-parts.ts'
import type { EntryLookup, RegisterEntry } from './name-index.ts'

export interface ShortName<E extends RegisterEntry> {
  readonly entry: E
  /** 'trade': the register adds what the company does. 'letters': the company's last word is made of the letters that the register's
   *  last words begin with. */
  readonly how: 'trade' | 'letters'
}

interface ShortNameQuery<E extends RegisterEntry> {
  readonly name: CompanyName
  readonly countryCode: string
  readonly lookup: EntryLookup<E>
}

/** More organisations than this that begin alike are no company's. */
const ALIKE_MAX = 60
/** A name of one word that says none of these is rather a shop's or a practice's. */
const PLACED: ReadonlySet<PartKind> = new Set(['country', 'region', 'group'])
const LETTERS_MIN = 2
/** A village of any name is somewhere. */
const TOWN_MIN_PEOPLE = 5_000

/** The one organisation of a register whose name begins with a company's and then only says what it does or in which town: "Acme" is
 *  "Acme Technologies Ltd" as long as nobody else is called Acme. Null when there are several, or when it goes on otherwise. Pure. */
export function matchShortName<E extends RegisterEntry>(query: ShortNameQuery<E>): ShortName<E> | null {
  const { name, countryCode } = query
  if (!isDistinct(name) || isInstitution(name.core) || (name.form !== null && isLocalForm(name.form, countryCode)))
    return null
  return byTrade(query) ?? byLetters(query)
}

function byTrade<E extends RegisterEntry>(query: ShortNameQuery<E>): ShortName<E> | null {
  const { name, countryCode } = query
  const [only, ...others] = continuing(query, name.core)
  // One organisation may stand in a register with several towns.
  if (only === undefined || others.some((other) => other.name.whole !== only.name.whole)) return null
  if (isAnother(query, only)) return null
  const isLarge = name.core.length > 1 || only.name.parts.some(({ kind }) => PLACED.has(kind))
  const isSaid = only.rest.every((word) => isTrade(word, isLarge) || isTown(word, countryCode))
  return isSaid ? { entry: only.entry, how: 'trade' } : null
}

/** "Acme CIB" is "Acme Corporate and Investment Bank". */
function byLetters<E extends RegisterEntry>(query: ShortNameQuery<E>): ShortName<E> | null {
  const head = query.name.core.slice(0, -1)
  const letters = query.name.core.at(-1) ?? ''
  if (head.length === 0 || letters.length < LETTERS_MIN) return null
  const spelled = continuing(query, head).filter(
    (found) => found.rest.map((word) => word.charAt(0)).join('') === letters && !isAnother(query, found),
  )
  const [only] = spelled
  return only === undefined || spelled.length > 1 ? null : { entry: only.entry, how: 'letters' }
}

interface Continuing<E extends RegisterEntry> {
  readonly entry: E
  readonly name: CompanyName
  /** The words behind the beginning. */
  readonly rest: readonly string[]
}

/** Every organisation that has a name of which the words begin with these. */
function continuing<E extends RegisterEntry>(
  query: ShortNameQuery<E>,
  core: readonly string[],
): readonly Continuing<E>[] {
  const stem = core.join('')
  const alike = query.lookup.beginningWith(stem, ALIKE_MAX)
  if (alike.length === ALIKE_MAX) return []
  return alike.flatMap((entry) => {
    for (const { name } of entryNames(entry.name, query.countryCode)) {
      const rest = restBehind(name.core, stem)
      if (rest !== null) return [{ entry, name, rest }]
    }
    return []
  })
}

function restBehind(words: readonly string[], stem: string): readonly string[] | null {
  let read = ''
  for (const [index, word] of words.entries()) {
    read += word
    if (read === stem) return words.slice(index + 1)
    if (read.length >= stem.length) return null
  }
  return null
}

function isAnother<E extends RegisterEntry>({ name, countryCode }: ShortNameQuery<E>, found: Continuing<E>): boolean {
  return (
    doesOtherwise(name, found, countryCode) ||
    isElsewhere(found.name.parts, found.name.parts, countryCode) ||
    isElsewhere(name.parts, name.parts, countryCode) ||
    isOtherForm(name, found.name, countryCode)
  )
}

/** "Acme Services" is not Acme, and "Acme Careers" is a company of its own. */
function doesOtherwise<E extends RegisterEntry>(name: CompanyName, found: Continuing<E>, countryCode: string): boolean {
  if (found.rest.length === 0) return compareNames(name, found.name, countryCode) === null
  return name.parts.some(({ kind }) => kind === 'role') || found.name.parts.some(({ kind }) => kind === 'hiring')
}

function isTown(word: string, countryCode: string): boolean {
  return findCities(word).some((city) => city.countryCode === countryCode && city.people >= TOWN_MIN_PEOPLE)
}
