import type { MatchFactor } from '#shared/recommendations.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { FactorValues } from '../score.ts'

export type FeedbackKind = 'saved' | 'applied' | 'hidden'

/** What the user did with a job, and how well it fitted when that was noted. */
export interface Feedback {
  readonly jobId: number
  readonly kind: FeedbackKind
  readonly reason: string | null
  readonly values: FactorValues
  readonly happenedAt: number
}

interface Row extends Omit<Feedback, 'values'> {
  readonly values: string
}

/** The table match_feedback, and nothing but it. */
export function createFeedbackRepo(database: Database) {
  const { raw } = database
  const all = raw.prepare<[], Row>(
    'select job_id as jobId, kind, reason, factor_values as "values", happened_at as happenedAt from match_feedback order by happened_at, job_id',
  )
  const state = raw
    .prepare<[], string>(
      `select count(*) || '/' || coalesce(sum(happened_at % 1000000007), 0) || '/' || count(reason) from match_feedback`,
    )
    .pluck()
  const insert = raw.prepare<[number, FeedbackKind, string | null, string, number]>(
    `insert into match_feedback (job_id, kind, reason, factor_values, happened_at) values (?, ?, ?, ?, ?)
     on conflict (job_id, kind) do update set reason = excluded.reason, happened_at = excluded.happened_at`,
  )
  const remove = raw.prepare<[number, FeedbackKind]>('delete from match_feedback where job_id = ? and kind = ?')
  const until = raw.prepare<[number], number>('select 1 from match_feedback where happened_at <= ? limit 1').pluck()
  const dropUntil = raw.prepare<[number]>('delete from match_feedback where happened_at <= ?')
  return {
    all: (): Feedback[] => all.all().map((row) => ({ ...row, values: valuesIn(row.values) })),
    /** Changes whenever a row came, went or is another one. */
    version: (): string => state.get() ?? '',
    /** Values that were noted for the same act before stay. */
    add: ({ jobId, kind, reason, values, happenedAt }: Feedback): void => {
      insert.run(jobId, kind, reason, JSON.stringify(values), happenedAt)
    },
    remove: ({ jobId, kind }: Pick<Feedback, 'jobId' | 'kind'>): void => {
      remove.run(jobId, kind)
    },
    /** Whether an act is kept that happened at this instant (UTC ms) or before. */
    hasUntil: (instant: number): boolean => until.get(instant) !== undefined,
    dropUntil: (instant: number): void => {
      dropUntil.run(instant)
    },
  }
}

export type FeedbackRepo = ReturnType<typeof createFeedbackRepo>

/** As this table's own rows were written. */
function valuesIn(json: string): FactorValues {
  return JSON.parse(json) as Record<MatchFactor, number>
}
