import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '#shared/errors.ts'
import { jobIdSchema } from '#shared/ids.ts'
import type { FactorPart, RecommendedJob } from '#shared/recommendations.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { RecommendationsService } from './recommendations.service.ts'

/** Candidates that are explained before the best are told: more than are shown, as concerns and employers sort some of them out. */
const EXPLAINED_PER_SHOWN = 3
const PER_COMPANY = 2

export interface FreshMatch extends Pick<RecommendedJob, 'job' | 'score'> {
  /** The strongest factors as sentences. */
  readonly reasons: string[]
}

/** `after` and `until`: when a job was first seen, UTC ms. `least`: the score that makes a match of it. */
export interface FreshQuestion {
  readonly after: number
  readonly until: number
  readonly least: number
  readonly limit: number
}

/** New jobs that fit, by the scores that are kept. Hidden and closed ones are left out. */
export interface FreshMatchesService {
  readonly count: (question: Omit<FreshQuestion, 'limit'>) => number
  /** The best of them; those with something against them come last, and no employer has more than two. In turns. */
  readonly best: (question: FreshQuestion) => Promise<FreshMatch[]>
}

/** From the scores, of which only the best jobs have one: after a first run every job is new. */
const FRESH = `from job_score s cross join job j on j.id = s.job_id left join job_mark m on m.job_id = j.id
  where j.first_seen_at > ? and j.first_seen_at <= ? and s.score >= ? and j.closed_at is null and m.hidden_at is null`

export function createFreshMatchesService({
  database,
  explain,
}: {
  readonly database: Pick<Database, 'raw'>
  readonly explain: RecommendationsService['explain']
}): FreshMatchesService {
  const count = database.raw.prepare<[number, number, number], number>(`select count(*) ${FRESH}`).pluck()
  const best = database.raw
    .prepare<[number, number, number, number], number>(`select j.id ${FRESH} order by s.score desc, j.id desc limit ?`)
    .pluck()

  /** A job that was merged into another since its id was read is told as that one, or the next time. */
  function explained(id: number): RecommendedJob[] {
    try {
      return [explain({ jobId: jobIdSchema.parse(id), asListed: false })]
    } catch (error) {
      if (error instanceof AppError && error.code === 'NOT_FOUND') return []
      throw error
    }
  }

  return {
    count: ({ after, until, least }) => count.get(after, until, least) ?? 0,
    best: async ({ after, until, least, limit }) => {
      const found: RecommendedJob[] = []
      for (const id of best.all(after, until, least, limit * EXPLAINED_PER_SHOWN)) {
        found.push(...explained(id))
        await nextTurn()
      }
      return shownOf(found, limit).map(({ job, score, parts }) => ({ job, score, reasons: reasonsOf(parts) }))
    },
  }
}

const REASONS = 2

/** Why a job fits, as the sentences of the factors that brought it most. What is not known is no reason. Pure. */
export function reasonsOf(parts: readonly FactorPart[]): string[] {
  return parts
    .filter(({ isKnown, value, evidence }) => isKnown && value >= 0.5 && evidence !== '')
    .toSorted((left, right) => right.points - left.points)
    .slice(0, REASONS)
    .map(({ evidence }) => evidence)
}

/** Pure. */
export function shownOf(found: readonly RecommendedJob[], limit: number): RecommendedJob[] {
  const byCompany = new Map<string, number>()
  return found
    .toSorted(
      (left, right) => Number(left.concerns.length > 0) - Number(right.concerns.length > 0) || right.score - left.score,
    )
    .filter(({ job }) => {
      const shown = (byCompany.get(job.company) ?? 0) + 1
      byCompany.set(job.company, shown)
      return shown <= PER_COMPANY
    })
    .slice(0, limit)
}
