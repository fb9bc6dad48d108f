import placeNames from '#resources/place-names.json' with { type: 'json' }
import taxonomy from '#resources/skills.json' with { type: 'json' }
import type { Database } from '#main/infra/db/driver.ts'
import { findCities } from '../enrich/place/gazetteer.ts'
import { ordinalOf } from '../search/columns.ts'
import { cityToken, CLOSED_TOKEN, skillToken, valueOfToken } from '../search/filter-tokens.ts'
import type { JobColumns } from '../search/kept-columns.ts'
import type { Entry } from './vocabulary.ts'

interface TaxonomySkill {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly words?: readonly string[]
}

const SKILLS: readonly TaxonomySkill[] = taxonomy.skills
const CITIES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = placeNames.cities
const STEP_MS = 4

/** The skills of the skill table that open jobs ask for, each also found under its other names. */
export function* skillEntries(columns: JobColumns): Generator<undefined, Entry[]> {
  const count = createCounter(columns)
  const entries: Entry[] = []
  for (const { name, aliases = [], words = [] } of SKILLS) {
    const jobs = count(skillToken(name))
    if (jobs > 0) entries.push({ kind: 'skill', value: name, jobs, spellings: [name, ...aliases, ...words] })
    yield
  }
  return entries
}

/** The cities of open jobs under their common English names, each also found under what others call it. `named`: those that are known
 *  already; what other cities jobs are in as well, the index tells. */
export function* cityEntries(
  db: Database,
  columns: JobColumns,
  named: ReadonlySet<string>,
): Generator<undefined, Entry[]> {
  const count = createCounter(columns)
  const names = new Map([...named].map((city) => [cityToken(city), city]))
  for (const token of yield* cityTokens(db)) {
    if (!names.has(token)) names.set(token, cityNameOf(token))
    yield
  }
  const others = otherNames()
  const entries: Entry[] = []
  for (const [token, city] of names) {
    const jobs = count(token)
    if (jobs > 0) entries.push({ kind: 'city', value: city, jobs, spellings: [city, ...(others.get(city) ?? [])] })
    yield
  }
  return entries
}

/** A token holds a city in lower case. */
function cityNameOf(token: string): string {
  const value = valueOfToken(token)
  return findCities(value).find(({ name }) => cityToken(name) === token)?.name ?? value
}

function otherNames(): Map<string, readonly string[]> {
  const names = new Map<string, readonly string[]>()
  for (const cities of Object.values(CITIES)) {
    for (const [city, others] of Object.entries(cities)) names.set(city, [...(names.get(city) ?? []), ...others])
  }
  return names
}

/** Every city token of the index: '#u' is the sign after '#t'. */
function* cityTokens(db: Database): Generator<undefined, string[]> {
  db.raw.exec('create virtual table if not exists temp.job_fts_terms using fts5vocab(main, job_fts, row)')
  const after = db.raw
    .prepare<[string], string>("select term from temp.job_fts_terms where term > ? and term < '#u'")
    .pluck()
  const tokens: string[] = []
  for (;;) {
    const startedMs = performance.now()
    const known = tokens.length
    for (const term of after.iterate(tokens.at(-1) ?? '#t')) {
      tokens.push(term)
      if (performance.now() - startedMs > STEP_MS) break
    }
    if (tokens.length === known) return tokens
    yield
  }
}

/** Counts the open jobs under a token; exact as of the columns. */
function createCounter(columns: JobColumns): (token: string) => number {
  const { jobIds, ordinalsOf, changed } = columns
  const isOpen = new Uint8Array(jobIds.length).fill(1)
  for (const ordinal of ordinalsOf(CLOSED_TOKEN)) isOpen[ordinal] = 0
  for (const id of changed.keys()) {
    const ordinal = ordinalOf(jobIds, id)
    if (ordinal >= 0) isOpen[ordinal] = 0
  }
  const changedCounts = new Map<string, number>()
  for (const tokens of changed.values()) {
    if (tokens === null || tokens.has(CLOSED_TOKEN)) continue
    for (const token of tokens) changedCounts.set(token, (changedCounts.get(token) ?? 0) + 1)
  }
  return (token) => {
    let count = changedCounts.get(token) ?? 0
    for (const ordinal of ordinalsOf(token)) count += isOpen[ordinal] ?? 0
    return count
  }
}
