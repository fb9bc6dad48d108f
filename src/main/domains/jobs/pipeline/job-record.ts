import type { JobId } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'

/** What hangs on a job beside its postings' words: when it was there, what the user did with it. Every method belongs into a write
 *  transaction. */
export function createJobRecord(database: Database) {
  const { raw } = database
  const movePosting = raw.prepare<[number, number]>('update posting set job_id = ? where id = ?')
  const settle = raw.prepare<[number]>(
    `update job set (first_seen_at, last_seen_at, closed_at) =
       (select min(first_seen_at), max(last_seen_at), iif(count(*) = count(closed_at), max(closed_at), null)
        from posting where job_id = job.id)
     where id = ? and exists (select 1 from posting where job_id = job.id)`,
  )
  // What was saved anywhere stays saved, and is shown; else the job keeps the place that the user gave it.
  const marks = raw.prepare<{ from: number; into: number }>(
    `insert into job_mark (job_id, saved_at, applied_at)
       select @into, saved_at, applied_at from job_mark where job_id = @from and saved_at is not null
     on conflict (job_id) do update set saved_at = min(coalesce(job_mark.saved_at, excluded.saved_at), excluded.saved_at),
       applied_at = coalesce(job_mark.applied_at, excluded.applied_at),
       hidden_at = iif(job_mark.saved_at is null, null, job_mark.hidden_at),
       hide_reason = iif(job_mark.saved_at is null, null, job_mark.hide_reason)`,
  )
  const corrections = raw.prepare<{ from: number; into: number }>(
    `insert or ignore into job_correction (job_id, field, value, corrected_at)
     select @into, field, value, corrected_at from job_correction where job_id = @from`,
  )
  const reposts = raw.prepare<{ from: number; into: number }>(
    'update job set repost_of = iif(id = @into, null, @into) where repost_of = @from',
  )
  const drop = raw.prepare<[number]>('delete from job where id = ?')

  return {
    movePosting: (postingId: number, jobId: JobId): void => {
      movePosting.run(jobId, postingId)
    },
    /** When the job was first and last seen and whether it is closed, by its postings. */
    settleDates: (jobId: JobId): void => {
      settle.run(jobId)
    },
    /** Ends a job that has no postings left: what the user did with it and what refers to it goes over to another job. */
    handOver: (from: JobId, into: JobId): void => {
      for (const statement of [marks, corrections, reposts]) statement.run({ from, into })
      drop.run(from)
    },
  }
}
