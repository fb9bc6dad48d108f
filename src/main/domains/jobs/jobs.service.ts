import { AppError } from '#shared/errors.ts'
import type { JobId, SourceId } from '#shared/ids.ts'
import type {
  HIDE_REASONS,
  JobDetail,
  JobFacets,
  JobFilter,
  JobListItem,
  JobSearchInput,
  JobSearchResult,
} from '#shared/jobs.ts'
import type { Database } from '../../infra/db/driver.ts'
import type { Clock } from '../../infra/time/clock.ts'
import { readJobDetail } from './search/job-detail.ts'
import { readListItem } from './search/list-items.ts'
import { searchWithReasons } from './search/nothing-found.ts'
import { createJobSearch, type JobSearch, type SearchRules } from './search/search.ts'

export interface JobsService {
  readonly search: (input: JobSearchInput) => JobSearchResult
  readonly facets: (filter: JobFilter) => Promise<JobFacets>
  readonly among: JobSearch['among']
  /** Every job with its filter tokens, for coarse work over all of them; the first call begins to read them in the background. */
  readonly columns: JobSearch['columns']
  /** Settles when the columns are there, or the database was closed. */
  readonly columnsReady: JobSearch['ready']
  /** Throws NOT_FOUND, as do save and hide. */
  readonly get: (id: JobId) => JobDetail
  readonly save: (change: { id: JobId; isSaved: boolean }) => JobListItem
  /** Hiding keeps the reason; showing again forgets it. */
  readonly hide: (change: { id: JobId; isHidden: boolean; reason: (typeof HIDE_REASONS)[number] | null }) => JobListItem
}

export interface JobsServiceOptions {
  readonly database: Database
  readonly clock: Clock
  readonly sourceName: (id: SourceId) => string
  readonly rules: SearchRules
  /** Inside the transaction that saves a job, or takes that back. */
  readonly onSaved?: (id: JobId, isSaved: boolean) => void
  readonly onChange: () => void
}

export function createJobsService(options: JobsServiceOptions): JobsService {
  const { database, clock, onChange } = options
  const { raw } = database
  const engine = createJobSearch(database, clock, options.rules)
  const exists = raw.prepare<[number], { id: number }>('select id from job where id = ?')
  const setSaved = raw.prepare<[number, number | null]>(
    `insert into job_mark (job_id, saved_at) values (?, ?)
     on conflict (job_id) do update set saved_at = excluded.saved_at`,
  )
  const setHidden = raw.prepare<[number, number | null, string | null]>(
    `insert into job_mark (job_id, hidden_at, hide_reason) values (?, ?, ?)
     on conflict (job_id) do update set hidden_at = excluded.hidden_at, hide_reason = excluded.hide_reason`,
  )

  function notFound(id: JobId): AppError {
    return new AppError('NOT_FOUND', { entity: 'job', id: String(id) })
  }

  function mark(id: JobId, write: () => void): JobListItem {
    database.write(() => {
      if (exists.get(id) === undefined) throw notFound(id)
      write()
    })
    onChange()
    const item = readListItem(database, id)
    if (item === null) throw notFound(id)
    return item
  }

  return {
    search: (input) => searchWithReasons(engine, input),
    facets: (filter) => engine.facets(filter),
    among: engine.among,
    columns: engine.columns,
    columnsReady: engine.ready,
    get: (id) => {
      const detail = readJobDetail(database, id, options.sourceName)
      if (detail === null) throw notFound(id)
      return detail
    },
    save: ({ id, isSaved }) =>
      mark(id, () => {
        setSaved.run(id, isSaved ? clock.now() : null)
        options.onSaved?.(id, isSaved)
      }),
    hide: ({ id, isHidden, reason }) =>
      mark(id, () => setHidden.run(id, isHidden ? clock.now() : null, isHidden ? reason : null)),
  }
}
