import type { Database } from '../../../infra/db/driver.ts'

export interface JobScore {
  readonly jobId: number
  readonly score: number
}

/** Scores that are kept of all the best jobs: what they were reckoned with but for the jobs, of how many open jobs, and when (UTC ms). */
export interface StandingScores {
  readonly profileBasis: string
  readonly considered: number
  readonly at: number
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
  const best = raw
    .prepare<[string, number], number>(
      'select job_id from job_score where instr(basis, ?) = 1 order by score desc, job_id desc limit ?',
    )
    .pluck()
  return {
    /** The jobs with the best scores of this profile and weights, the best first. */
    best: (profileBasis: string, count: number): number[] => best.all(`${profileBasis} `, count),
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
