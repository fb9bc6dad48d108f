import { AppError } from '#shared/errors.ts'
import type { JobId } from '#shared/ids.ts'
import type { JobListItem, JobMarks, JobMarksChange, OtherJobs, SimilarJob } from '#shared/jobs.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { readListItems } from '../search/list-items.ts'
import { createMarkMany, type OnSaved } from './mark-many.ts'
import { createSimilarJobs } from './similar-jobs.ts'

/** What leads from one job to others: those like it, those of its employer, those looked at before; and marks for many at once. */
export interface RelatedService {
  /** Throws NOT_FOUND, as do othersOf and noteViewed. */
  readonly similar: (asked: { id: JobId; limit: number }) => { jobs: SimilarJob[] }
  readonly othersOf: (asked: { id: JobId; limit: number }) => OtherJobs
  readonly viewed: (limit: number) => JobListItem[]
  readonly noteViewed: (id: JobId) => { viewedAt: number }
  readonly markMany: (marks: readonly JobMarksChange[]) => { before: JobMarks[] }
}

export interface RelatedServiceOptions {
  readonly database: Database
  readonly clock: Clock
  /** Inside the transaction that saves a job, or takes that back. */
  readonly onSaved?: OnSaved
  /** After a commit that changed marks. */
  readonly onChange: () => void
}

const OF_COMPANY = `from job j left join job_mark m on m.job_id = j.id
  where j.company_key = ? and j.id <> ? and j.closed_at is null and m.hidden_at is null`

export function createRelatedService({ database, clock, onSaved, onChange }: RelatedServiceOptions): RelatedService {
  const { raw } = database
  const similar = createSimilarJobs(database, clock)
  const markMany = createMarkMany({ database, clock, onSaved })
  const employer = raw.prepare<[number], { company: string; companyKey: string }>(
    'select company, company_key as companyKey from job where id = ?',
  )
  const countOthers = raw.prepare<[string, number], number>(`select count(*) ${OF_COMPANY}`).pluck()
  const newestOthers = raw
    .prepare<[string, number, number], number>(`select j.id ${OF_COMPANY} order by j.id desc limit ?`)
    .pluck()
  const newestViews = raw
    .prepare<[number], number>('select job_id from job_view order by viewed_at desc, job_id desc limit ?')
    .pluck()
  const noteView = raw.prepare<[number, number]>(
    `insert into job_view (job_id, viewed_at, views) values (?, ?, 1)
     on conflict (job_id) do update set viewed_at = excluded.viewed_at, views = views + 1`,
  )

  function employerOf(id: JobId): { company: string; companyKey: string } {
    const found = employer.get(id)
    if (found === undefined) throw notFound(id)
    return found
  }

  return {
    similar: ({ id, limit }) => {
      const jobs = similar.of(id, limit)
      if (jobs === null) throw notFound(id)
      return { jobs }
    },
    othersOf: ({ id, limit }) => {
      const { company, companyKey } = employerOf(id)
      // Jobs whose postings name nobody have nothing in common.
      if (companyKey === '') return { company, total: 0, jobs: [] }
      const total = countOthers.get(companyKey, id) ?? 0
      return { company, total, jobs: readListItems(database, newestOthers.all(companyKey, id, limit)) }
    },
    viewed: (limit) => readListItems(database, newestViews.all(limit)),
    noteViewed: (id) => {
      const viewedAt = clock.now()
      database.write(() => {
        employerOf(id)
        noteView.run(id, viewedAt)
      })
      return { viewedAt }
    },
    markMany: (marks) => {
      const done = markMany(marks)
      if (done.before.length > 0) onChange()
      return done
    },
  }
}

function notFound(id: JobId): AppError {
  return new AppError('NOT_FOUND', { entity: 'job', id: String(id) })
}
