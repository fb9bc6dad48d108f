import type { JobFacets } from '#shared/jobs.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { createFacetColumnCache, ordinalsOf } from './facet-columns.ts'
import { CLOSED_TOKEN, valueOfToken } from './filter-tokens.ts'
import { readFilterTokens } from './list-items.ts'
import type { SearchScope } from './scope.ts'

/** Up to here it is cheaper to read every job than to look into the columns. */
const READ_ONE_BY_ONE_MAX = 200

/** Each facet, and how its tokens begin. */
const FACET_PREFIXES = {
  countries: '#c',
  visa: '#v',
  workplaces: '#w',
  seniorities: '#l',
  roleFamilies: '#f',
  sources: '#o',
} as const

export interface FacetCounter {
  /** Of a scope that kept all its hits. */
  readonly count: (scope: SearchScope) => JobFacets
  /** Drops what is kept between two calls: for a caller whose transaction may be rolled back. */
  readonly forget: () => void
}

/** Counts by the tokens of the index: a job in several countries, or from several sources, counts for each of them, just
 *  as the filter for it would find it. */
export function createFacetCounter(db: Database): FacetCounter {
  const letters = [...Object.values(FACET_PREFIXES), CLOSED_TOKEN].map((prefix) => prefix.slice(1, 2))
  const cache = createFacetColumnCache(db, letters)

  const countOneByOne = (ids: readonly number[]): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const id of ids) for (const token of readFilterTokens(db, id)) counts.set(token, (counts.get(token) ?? 0) + 1)
    return counts
  }

  const countInColumns = (scope: SearchScope): Map<string, number> => {
    const { jobIds, ordinals } = cache.columns()
    const isAll = scope.match === null && scope.only === null
    if (isAll && !scope.isOpenOnly) {
      const notMeant = countOneByOne(scope.excluded)
      return new Map([...ordinals].map(([token, jobs]) => [token, jobs.length - (notMeant.get(token) ?? 0)]))
    }
    const isHit = new Uint8Array(jobIds.length)
    if (isAll) {
      isHit.fill(1)
      for (const ordinal of ordinals.get(CLOSED_TOKEN) ?? []) isHit[ordinal] = 0
      for (const ordinal of ordinalsOf(jobIds, scope.excluded.toReversed())) isHit[ordinal] = 0
    } else {
      for (const ordinal of ordinalsOf(jobIds, scope.newest.toReversed())) isHit[ordinal] = 1
    }
    return new Map(
      [...ordinals].map(([token, jobs]) => {
        let count = 0
        for (const ordinal of jobs) count += isHit[ordinal] ?? 0
        return [token, count]
      }),
    )
  }

  return {
    forget: cache.forget,
    count: (scope) => {
      const isSmall = scope.isComplete && scope.total <= READ_ONE_BY_ONE_MAX
      return facetsOf(isSmall ? countOneByOne(scope.newest) : countInColumns(scope))
    },
  }
}

function facetsOf(counts: ReadonlyMap<string, number>): JobFacets {
  const facet = (prefix: string): JobFacets['countries'] =>
    [...counts]
      .filter(([token, count]) => count > 0 && token.startsWith(prefix))
      .map(([token, count]) => ({ value: valueOfToken(token), count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  return {
    countries: facet(FACET_PREFIXES.countries).map(({ value, count }) => ({ value: value.toUpperCase(), count })),
    visa: facet(FACET_PREFIXES.visa),
    workplaces: facet(FACET_PREFIXES.workplaces),
    seniorities: facet(FACET_PREFIXES.seniorities),
    roleFamilies: facet(FACET_PREFIXES.roleFamilies),
    sources: facet(FACET_PREFIXES.sources),
  }
}
