import type { JobFacets, JobFilter, JobSearchInput, JobSearchResult } from '#shared/jobs.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { createFacetCounter } from './facets.ts'
import type { ThresholdsThatHold } from './filter-tokens.ts'
import { readListItems } from './list-items.ts'
import { pageOf, RANKED_NEWEST_MAX, SORTED_BY_PAY_MAX } from './page.ts'
import { NO_LIMIT, openScope } from './scope.ts'
import { Statements } from './statements.ts'

/** How many of the newest hits each order can use: a rare word is counted and paged in one pass. */
const KEPT_HITS: Readonly<Record<JobSearchInput['sort'], number>> = {
  newest: 2_000,
  salary: SORTED_BY_PAY_MAX,
  relevance: RANKED_NEWEST_MAX,
}

export interface JobSearch {
  /** One page with the exact total. A page beyond the end is empty and still carries the total. */
  readonly search: (input: JobSearchInput) => JobSearchResult
  /** Exact counts of each value over everything that matches, largest first; values that do not occur are left out. */
  readonly facets: (filter: JobFilter) => JobFacets
}

/** What a filter means for this user. */
export interface SearchRules {
  readonly thresholds: () => ThresholdsThatHold
}

const NO_RULES: SearchRules = { thresholds: () => ({ always: [], inIt: [] }) }

/** The search engine over one database. Synchronous; reads only; sees every committed change at once. */
export function createJobSearch(db: Database, clock: Clock, rules: SearchRules = NO_RULES): JobSearch {
  const statements = new Statements(db)
  const facets = createFacetCounter(db)
  const transaction = db.raw.transaction((read: () => unknown) => read())
  // Several statements answer one question: they must see one state of the data, also while another process writes.
  const inOneView = <T>(read: () => T): T => (db.raw.inTransaction ? read() : (transaction.deferred(read) as T))
  const asked = () => ({ nowMs: clock.now(), thresholds: rules.thresholds() })
  return {
    search: (input) => {
      const startedMs = performance.now()
      return inOneView(() => {
        const scope = openScope(statements, input, { ...asked(), keptHits: KEPT_HITS[input.sort] })
        const slice = { sort: input.sort, offset: (input.page - 1) * input.perPage, limit: input.perPage }
        const jobs = readListItems(db, pageOf(statements, scope, slice))
        const hints = [...scope.hints]
        if (input.sort === 'relevance' && scope.hasText && scope.total > RANKED_NEWEST_MAX) {
          hints.push(`The newest ${RANKED_NEWEST_MAX.toLocaleString('en')} hits are ranked; older ones follow by date.`)
        }
        const { page, perPage } = input
        return { total: scope.total, page, perPage, jobs, hints, tookMs: performance.now() - startedMs }
      })
    },
    facets: (filter) => {
      const isInsideTransaction = db.raw.inTransaction
      const counts = inOneView(() => facets.count(openScope(statements, filter, { ...asked(), keptHits: NO_LIMIT })))
      if (isInsideTransaction) facets.forget()
      return counts
    },
  }
}
