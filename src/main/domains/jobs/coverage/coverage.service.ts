import type { Coverage, CoverageRow } from '#shared/coverage.ts'
import type { SourceId } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import { EU_COUNTRIES } from './eu-countries.ts'

const WEEKS_SHOWN = 26
const WEEK_MS = 7 * 86_400_000
/** The first Monday of the epoch: 5 January 1970, 00:00 UTC. */
const FIRST_MONDAY_MS = 4 * 86_400_000

export interface CoverageService {
  /** What the stored jobs cover, counted from the data; kept until the data changes. Several hundred ms at half a million jobs. */
  readonly get: () => Coverage
}

export interface CoverageOptions {
  readonly database: Database
  readonly clock: Clock
  readonly sourceName: (id: SourceId) => string
}

interface Counted {
  jobs: number
  inEu: number
  withVisaWords: number
  offersVisa: number
  withSalary: number
}

const MEASURES = `count(*) as jobs, coalesce(sum(in_eu), 0) as inEu, coalesce(sum(visa <> 'unstated'), 0) as withVisaWords,
  coalesce(sum(visa = 'offers'), 0) as offersVisa, coalesce(sum(has_salary), 0) as withSalary`

/** One row a job, with all that is measured. The second and later countries of a job are in its facts. */
const JOB_ROWS = `create temp table coverage_job as
  select job.id, job.visa, job.first_seen_at as seenAt,
    job.salary_eur_max is not null or job.salary_eur_min is not null as has_salary,
    exists (select 1 from json_each(job_text.facts, '$.places') place
      where json_extract(place.value, '$.countryCode') in (select value from json_each(?))) as in_eu
  from job join job_text on job_text.job_id = job.id where job.closed_at is null`

const COUNTRY_ROWS = `create temp table coverage_country as
  select distinct c.id, json_extract(place.value, '$.countryCode') as code
  from coverage_job c join job_text t on t.job_id = c.id
  left join json_each(t.facts, '$.places') place`

const SOURCE_ROWS = `create temp table coverage_source as
  select distinct c.id, posting.source_id as sourceId from coverage_job c join posting on posting.job_id = c.id`

/** Counts over the open jobs. */
export function createCoverageService({ database, clock, sourceName }: CoverageOptions): CoverageService {
  const { raw } = database
  const version = raw.prepare<[], { version: string }>(
    `select (select count(*) from job) || '/' || coalesce((select max(last_seen_at) from job), 0)
       || '/' || (select count(*) from job where closed_at is not null) as version`,
  )
  let kept: { readonly version: string; readonly coverage: Coverage } | null = null

  function count(): Coverage {
    raw.exec(DROP)
    raw.prepare(JOB_ROWS).run(JSON.stringify(EU_COUNTRIES))
    raw.exec(SOURCE_ROWS)
    raw.exec(COUNTRY_ROWS)
    raw.exec('create index temp.coverage_source_job on coverage_source (id)')
    try {
      return {
        total: raw.prepare<[], Counted>(`select ${MEASURES} from coverage_job`).get() ?? EMPTY,
        bySource: bySource(),
        byCountry: raw
          .prepare<[], CoverageRow & { countryCode: string | null }>(
            `select code as countryCode, ${MEASURES} from coverage_country join coverage_job using (id)
             group by code order by jobs desc, code`,
          )
          .all(),
        byWeek: byWeek(),
        overlaps: raw
          .prepare<[], Coverage['overlaps'][number]>(
            `select a.sourceId as first, b.sourceId as second, count(*) as jobs from coverage_source a
             join coverage_source b on b.id = a.id and b.sourceId > a.sourceId group by 1, 2 order by jobs desc, first, second`,
          )
          .all(),
        asOf: clock.now(),
      }
    } finally {
      raw.exec(DROP)
    }
  }

  function bySource(): Coverage['bySource'] {
    const rows = raw
      .prepare<[], Counted & { sourceId: string; onlyHere: number; newestAt: number | null }>(
        `select sourceId, ${MEASURES}, sum(shared.sources = 1) as onlyHere, max(seenAt) as newestAt
         from coverage_source join coverage_job using (id)
         join (select id, count(*) as sources from coverage_source group by id) shared using (id)
         group by sourceId order by jobs desc, sourceId`,
      )
      .all()
    return rows.map((row) => ({ ...row, sourceName: sourceName(row.sourceId) }))
  }

  function byWeek(): Coverage['byWeek'] {
    const thisWeek = weekOf(clock.now())
    const rows = raw
      .prepare<[number, number, number], Counted & { week: number }>(
        `select cast((seenAt - ?) / ${WEEK_MS} as integer) as week, ${MEASURES} from coverage_job
         where seenAt >= ? and seenAt >= ? group by week`,
      )
      .all(FIRST_MONDAY_MS, FIRST_MONDAY_MS, FIRST_MONDAY_MS + (thisWeek - WEEKS_SHOWN + 1) * WEEK_MS)
    const counted = new Map(rows.map(({ week, ...row }) => [week, row]))
    return Array.from({ length: WEEKS_SHOWN }, (_, index) => {
      const week = thisWeek - WEEKS_SHOWN + 1 + index
      return { weekStartsAt: FIRST_MONDAY_MS + week * WEEK_MS, ...(counted.get(week) ?? EMPTY) }
    })
  }

  return {
    get: () => {
      const now = version.get()?.version ?? ''
      if (kept?.version !== now) kept = { version: now, coverage: count() }
      return kept.coverage
    },
  }
}

const EMPTY: Counted = { jobs: 0, inEu: 0, withVisaWords: 0, offersVisa: 0, withSalary: 0 }
const DROP = `drop table if exists temp.coverage_country; drop table if exists temp.coverage_source;
  drop table if exists temp.coverage_job`

/** Weeks since the first Monday of the epoch. */
function weekOf(instant: number): number {
  return Math.floor((instant - FIRST_MONDAY_MS) / WEEK_MS)
}
