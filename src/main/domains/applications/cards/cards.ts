import type { ApplicationCard, ApplicationFilter, ApplicationSort, NEXT_STEPS } from '#shared/applications.ts'
import type { VisaStatus } from '#shared/facts.ts'
import { jobIdSchema } from '#shared/ids.ts'
import type { Stage } from '#shared/stages.ts'
import type { Database, SqliteStatement } from '#main/infra/db/driver.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { startOfDay } from '#shared/local-time.ts'
import { conditionOf, type FilterMoment, orderOf, QUIET_SINCE } from './card-filter.ts'
import { ghostedBefore, looksGhosted } from './quiet.ts'

export interface ListInput extends ApplicationFilter {
  readonly sort: ApplicationSort
  readonly isDescending: boolean
  readonly offset: number
  readonly limit: number
}

/** Applications as the board and the table show them. Reads only; what was removed is in none of it. */
export interface Cards {
  /** In the order of rank. */
  readonly matching: (filter: ApplicationFilter) => ApplicationCard[]
  /** A page, and how many match. */
  readonly list: (input: ListInput) => { total: number; rows: ApplicationCard[] }
  readonly total: () => number
  /** Also of one that was removed. */
  readonly find: (id: number) => ApplicationCard | null
  /** In the order of the ids; ids without an application are left out. */
  readonly of: (ids: readonly number[]) => ApplicationCard[]
}

export interface CardsOptions {
  readonly database: Database
  readonly clock: Clock
  readonly zone: () => string
  readonly ghostedAfterDays: () => number
}

interface CardRow {
  readonly id: number
  readonly jobId: number | null
  readonly title: string
  readonly company: string
  readonly place: string
  readonly url: string | null
  readonly stage: Stage
  readonly stageSince: number
  readonly columnId: number | null
  readonly rank: string
  readonly appliedAt: number | null
  readonly nextStepKind: (typeof NEXT_STEPS)[number] | null
  readonly nextStepAt: number | null
  readonly match: number | null
  readonly visa: VisaStatus | null
  readonly closedAt: number | null
  readonly quietSince: number
  readonly version: number
  readonly createdAt: number
  readonly updatedAt: number
}

const CARD = `a.id, a.job_id as jobId, a.title, a.company, a.place, a.url, a.stage, a.stage_since as stageSince, a.column_id as columnId,
  a.rank, a.applied_at as appliedAt, a.next_step_kind as nextStepKind, a.next_step_at as nextStepAt, s.score as match, j.visa,
  j.closed_at as closedAt, ${QUIET_SINCE} as quietSince, a.version, a.created_at as createdAt, a.updated_at as updatedAt`
const OF_JOB = 'left join job j on j.id = a.job_id left join job_score s on s.job_id = a.job_id'

type Values = (string | number)[]

export function createCards({ database, clock, zone, ghostedAfterDays }: CardsOptions): Cards {
  const { raw } = database
  const byIds = raw.prepare<[string], CardRow>(
    `select ${CARD} from json_each(?) asked cross join application a on a.id = asked.value ${OF_JOB} order by asked.key`,
  )
  const total = raw.prepare<[], number>('select count(*) from application where removed_at is null').pluck()
  /** One statement a shape of filter and order. */
  const statements = new Map<string, SqliteStatement<Values, unknown>>()

  function prepared(sql: string): SqliteStatement<Values, unknown> {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = raw.prepare<Values>(sql)
    statements.set(sql, statement)
    return statement
  }

  function momentNow(): FilterMoment {
    const now = clock.now()
    return {
      ghostedBefore: ghostedBefore(now, ghostedAfterDays()),
      endOfToday: startOfDay(now, { zone: zone(), days: 1 }),
    }
  }

  function cardsOf(rows: readonly CardRow[]): ApplicationCard[] {
    const asked = { now: clock.now(), ghostedAfterDays: ghostedAfterDays() }
    return rows.map(({ nextStepKind, nextStepAt, closedAt, quietSince, jobId, ...row }) => ({
      ...row,
      jobId: jobId === null ? null : jobIdSchema.parse(jobId),
      nextStep: nextStepKind === null || nextStepAt === null ? null : { kind: nextStepKind, at: nextStepAt },
      isJobClosed: closedAt !== null,
      looksGhosted: looksGhosted({ stage: row.stage, quietSince }, asked),
    }))
  }

  function of(ids: readonly number[]): ApplicationCard[] {
    return ids.length === 0 ? [] : cardsOf(byIds.all(JSON.stringify(ids)))
  }

  return {
    of,
    find: (id) => of([id])[0] ?? null,
    total: () => total.get() ?? 0,
    matching: (filter) => {
      const { sql, values } = conditionOf(filter, momentNow())
      const found = prepared(`select ${CARD} from application a ${OF_JOB} where ${sql} order by a.rank, a.id`)
      return cardsOf(found.all(...values) as CardRow[])
    },
    list: ({ sort, isDescending, offset, limit, ...filter }) => {
      const { sql, values } = conditionOf(filter, momentNow())
      const score = sort === 'match' ? 'left join job_score s on s.job_id = a.job_id' : ''
      const ids = prepared(
        `select a.id as id from application a ${score} where ${sql} order by ${orderOf({ sort, isDescending })} limit ? offset ?`,
      ).all(...values, limit, offset) as { id: number }[]
      const count = prepared(`select count(*) as count from application a where ${sql}`).get(...values) as {
        count: number
      }
      return { total: count.count, rows: of(ids.map(({ id }) => id)) }
    },
  }
}
