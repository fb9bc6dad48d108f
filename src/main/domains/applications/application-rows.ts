import { AppError } from '#shared/errors.ts'
import type { Stage } from '#shared/stages.ts'
import type { Database } from '#main/infra/db/driver.ts'

/** What a change of an application has to know of it. */
export interface ApplicationRow {
  readonly id: number
  readonly jobId: number | null
  readonly title: string
  readonly company: string
  readonly companyKey: string
  readonly place: string
  readonly url: string | null
  readonly stage: Stage
  readonly stageSince: number
  readonly columnId: number | null
  readonly rank: string
  readonly appliedAt: number | null
  readonly notes: string
  readonly notesVersion: number
  readonly lastEventAt: number
  readonly version: number
  readonly removedAt: number | null
}

export interface ApplicationRows {
  /** Throws NOT_FOUND, also for one that is removed. */
  readonly live: (id: number) => ApplicationRow
  /** The same, and STALE when it was changed since `version`; null: whatever the version. */
  readonly current: (id: number, version: number | null) => ApplicationRow
  readonly find: (id: number) => ApplicationRow | null
  readonly liveOfJob: (jobId: number) => ApplicationRow | null
}

const COLUMNS = `id, job_id as jobId, title, company, company_key as companyKey, place, url, stage, stage_since as stageSince,
  column_id as columnId, rank, applied_at as appliedAt, notes, notes_version as notesVersion, last_event_at as lastEventAt, version,
  removed_at as removedAt`

export function createApplicationRows({ raw }: Database): ApplicationRows {
  const byId = raw.prepare<[number], ApplicationRow>(`select ${COLUMNS} from application where id = ?`)
  const byJob = raw.prepare<[number], ApplicationRow>(
    `select ${COLUMNS} from application where job_id = ? and job_id is not null and removed_at is null`,
  )
  function live(id: number): ApplicationRow {
    const row = byId.get(id)
    if (row === undefined || row.removedAt !== null) throw noApplication(id)
    return row
  }
  return {
    live,
    current: (id, version) => {
      const row = live(id)
      if (version !== null && version !== row.version) throw new AppError('STALE', { id, version: row.version })
      return row
    },
    find: (id) => byId.get(id) ?? null,
    liveOfJob: (jobId) => byJob.get(jobId) ?? null,
  }
}

export function noApplication(id: number): AppError {
  return new AppError('NOT_FOUND', { entity: 'application', id: String(id) })
}
