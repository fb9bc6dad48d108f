import type { Database } from '../../../infra/db/driver.ts'

export interface JobScore {
  readonly jobId: number
  readonly score: number
}

const CLEARED_AT_ONCE = 1000

/** The table job_score, and nothing but it. */
export function createScoresRepo(database: Database) {
  const { raw } = database
  const write = raw.prepare<[number, string, number, number]>(
    `insert into job_score (job_id, score, basis, scored_at) select id, ?, ?, ? from job where id = ?
     on conflict (job_id) do update set score = excluded.score, basis = excluded.basis, scored_at = excluded.scored_at`,
  )
  const clear = raw.prepare<[string, number, number]>(
    `delete from job_score where job_id in (select job_id from job_score where basis <> ? or scored_at < ? limit ?)`,
  )
  return {
    /** A job that is gone meanwhile is passed over. */
    write: (scores: readonly JobScore[], made: { basis: string; at: number }): void => {
      for (const { jobId, score } of scores) write.run(score, made.basis, made.at, jobId)
    },
    /** Takes out some of those of another basis, or older; false when there are none left. */
    clearSome: (kept: { basis: string; since: number }): boolean =>
      clear.run(kept.basis, kept.since, CLEARED_AT_ONCE).changes > 0,
  }
}

export type ScoresRepo = ReturnType<typeof createScoresRepo>
