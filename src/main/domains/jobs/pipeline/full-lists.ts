import { type JobId, jobIdSchema } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'

export interface FullList {
  readonly sourceId: string
  /** A board's slug; '' for a source that is one list. */
  readonly scope: string
}

/** Postings that were closed, and the jobs that closed with them. */
export interface Closed {
  readonly postings: number
  readonly jobs: readonly JobId[]
}

/** What stands on a full list of openings, and what stood on it. Every method belongs into a write transaction. */
export function createFullLists(database: Database) {
  const { raw } = database
  const missing = raw.prepare<[string, string, number, number], { id: number; jobId: number }>(
    `select id, job_id as jobId from posting
     where source_id = ? and scope = ? and closed_at is null and last_seen_at < ? limit ?`,
  )
  const closePosting = raw.prepare<[number, number]>('update posting set closed_at = ? where id = ?')
  const closeJob = raw.prepare<[number, number, number]>(
    `update job set closed_at = ? where id = ? and closed_at is null
     and not exists (select 1 from posting where job_id = ? and closed_at is null)`,
  )
  const open = raw.prepare<[string, string], { id: number; jobId: number }>(
    `select id, job_id as jobId from posting where source_id = ? and source_posting_id = ? and closed_at is null`,
  )
  const touchAll = raw.prepare<[number, string, string]>(
    `update posting set last_seen_at = ? where source_id = ? and scope = ? and closed_at is null`,
  )
  const touchJobs = raw.prepare<[number, string, string]>(
    `update job set last_seen_at = max(last_seen_at, ?) where id in
       (select job_id from posting where source_id = ? and scope = ? and closed_at is null)`,
  )

  function close(gone: readonly { id: number; jobId: number }[], now: number): Closed {
    for (const { id } of gone) closePosting.run(now, id)
    const jobIds = [...new Set(gone.map(({ jobId }) => jobId))]
    const closed = jobIds.filter((jobId) => closeJob.run(now, jobId, jobId).changes === 1)
    return { postings: gone.length, jobs: closed.map((jobId) => jobIdSchema.parse(jobId)) }
  }

  return {
    /** Closes a posting that its source says is over; nothing when it is not stored, or closed already. */
    closeOne: (posting: { sourceId: string; sourcePostingId: string }, now: number): Closed =>
      close(open.all(posting.sourceId, posting.sourcePostingId), now),
    /** Closes what stood on the list and was not seen since `seenSince`, at most `limit` postings; a job closes with the last of its
     *  postings. Returns the number of postings closed and the jobs that closed with them. UTC ms. */
    closeMissing: (list: FullList, at: { seenSince: number; now: number; limit: number }): Closed =>
      close(missing.all(list.sourceId, list.scope, at.seenSince, at.limit), at.now),
    /** The list is as it was: everything open on it is there now. */
    touch: (list: FullList, now: number): void => {
      touchAll.run(now, list.sourceId, list.scope)
      touchJobs.run(now, list.sourceId, list.scope)
    },
  }
}
