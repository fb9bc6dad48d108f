import type { JobFacets } from '#shared/jobs.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { quote, valueOfToken } from './filter-tokens.ts'
import { createTokenReader } from './list-items.ts'
import { pageOf } from './page.ts'
import { countMatches, type SearchScope } from './scope.ts'
import type { Statements } from './statements.ts'

/** Up to here it is cheaper to read every job than to count in the index. */
const READ_ONE_BY_ONE_MAX = 200

/** `letter`: how the facet's tokens begin. `isSingle`: every job has exactly one value, so one of them need not be counted. */
const FACETS = [
  { name: 'countries', letter: 'c', isSingle: false },
  { name: 'visa', letter: 'v', isSingle: true },
  { name: 'workplaces', letter: 'w', isSingle: true },
  { name: 'seniorities', letter: 'l', isSingle: true },
  { name: 'roleFamilies', letter: 'f', isSingle: true },
  { name: 'sources', letter: 'o', isSingle: false },
] as const
type FacetName = (typeof FACETS)[number]['name']
type Counts = ReadonlyMap<string, number>

export interface FacetCounter {
  readonly count: (scope: SearchScope) => JobFacets
  /** Drops what is kept between two calls: for a caller whose transaction may be rolled back. */
  readonly forget: () => void
}

/** Counts from the index alone: one short query per value, and the few jobs that match but are not meant taken off. A job
 *  in several countries, or from several sources, counts for each of them, as the filter for it would find it. */
export function createFacetCounter(db: Database, statements: Statements): FacetCounter {
  db.raw.exec('create virtual table if not exists temp.job_fts_terms using fts5vocab(main, job_fts, row)')
  const vocabulary = createVocabulary(db)
  const tokensOf = createTokenReader(db)

  const tally = (ids: readonly number[]): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const id of ids) for (const token of tokensOf(id)) counts.set(token, (counts.get(token) ?? 0) + 1)
    return counts
  }

  const countInIndex = (scope: SearchScope): Counts => {
    const counts = new Map<string, number>()
    const notMeant = tally(scope.excluded)
    const known = vocabulary.counts()
    for (const { letter, isSingle } of FACETS) {
      const values = [...known].filter(([token]) => token.startsWith(`#${letter}`)).sort((a, b) => a[1] - b[1])
      let rest = scope.total
      for (const [index, [token, jobs]] of values.entries()) {
        const isRest = isSingle && index === values.length - 1
        const count = isRest ? rest : jobsWith(scope, token, jobs) - (notMeant.get(token) ?? 0)
        rest -= count
        counts.set(token, count)
      }
    }
    return counts
  }

  const jobsWith = (scope: SearchScope, token: string, jobsInAll: number): number => {
    const { match, lowestId } = scope
    if (match === null) return jobsInAll
    return countMatches(statements, { match: `(${match}) AND ${quote(token)}`, lowestId })
  }

  return {
    forget: vocabulary.forget,
    count: (scope) => {
      if (scope.only !== null) return facetsOf(tally(scope.only))
      if (scope.total > READ_ONE_BY_ONE_MAX) return facetsOf(countInIndex(scope))
      return facetsOf(tally(pageOf(statements, scope, { sort: 'newest', offset: 0, limit: scope.total })))
    },
  }
}

function facetsOf(counts: Counts): JobFacets {
  const facets: Record<FacetName, { value: string; count: number }[]> = {
    countries: [],
    visa: [],
    workplaces: [],
    seniorities: [],
    roleFamilies: [],
    sources: [],
  }
  for (const { name, letter } of FACETS) {
    for (const [token, count] of counts) {
      if (count === 0 || !token.startsWith(`#${letter}`)) continue
      const value = valueOfToken(token)
      facets[name].push({ value: name === 'countries' ? value.toUpperCase() : value, count })
    }
    facets[name].sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
  }
  return facets
}

/** Every facet token there is, with its number of jobs. Counting them reads the whole index of each, so the answer is
 *  kept until any process changes the data. */
function createVocabulary(db: Database): { counts: () => Counts; forget: () => void } {
  const terms = db.raw
    .prepare<[string, string], [string, number]>(
      'select term, doc from temp.job_fts_terms where term >= ? and term < ?',
    )
    .raw()
  const ownChanges = db.raw.prepare<[], number>('select total_changes()').pluck()
  let kept: { readonly version: string; readonly counts: Counts } | null = null
  return {
    forget: () => {
      kept = null
    },
    counts: () => {
      const version = `${String(db.raw.pragma('data_version', { simple: true }))}/${ownChanges.get()}`
      if (kept?.version === version) return kept.counts
      const rows = FACETS.flatMap(({ letter }) => terms.all(`#${letter}`, `#${letter}\u{10ffff}`))
      const counts = new Map(rows)
      kept = { version, counts }
      return counts
    },
  }
}
