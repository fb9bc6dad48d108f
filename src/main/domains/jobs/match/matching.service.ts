import type { HIDE_REASONS, JobListItem } from '#shared/jobs.ts'
import type { Database } from '../../../infra/db/driver.ts'
import { findCities } from '../enrich/place/gazetteer.ts'
import type { JobsService } from '../jobs.service.ts'
import { readListItems } from '../search/list-items.ts'
import { createMatchJobReader, type MatchJob, type ReadOptions } from './read-match-jobs.ts'
import type { JobColumns } from '../search/kept-columns.ts'
import { createTokenColumns } from './token-columns.ts'

export { EU_COUNTRIES } from '../coverage/eu-countries.ts'
export { citiesNear } from '../enrich/place/cities-near.ts'
export { companyKey } from '../pipeline/company-key.ts'
export {
  askedToken,
  cityToken,
  CLOSED_TOKEN,
  countryToken,
  roleToken,
  SALARY_STEPS_THOUSAND_EUR,
  salaryStepToken,
  seniorityToken,
  skillToken,
  visaToken,
  workplaceToken,
} from '../search/filter-tokens.ts'
export { OPPOSITE_WISHES } from './posting-words.ts'
export { isKnownSkill, skillCategoryOf, skillNameOf } from './skill-names.ts'
export type { MatchJob, ReadOptions } from './read-match-jobs.ts'
export type { JobColumns } from '../search/kept-columns.ts'

/** What the user said about a job, with when. */
export interface JobMark {
  readonly jobId: number
  readonly savedAt: number | null
  readonly appliedAt: number | null
  readonly hiddenAt: number | null
  readonly hideReason: (typeof HIDE_REASONS)[number] | null
}

/** A city where it lies; coordinates in degrees WGS 84. */
export interface CityPoint {
  readonly name: string
  readonly countryCode: string
  readonly latitude: number | null
  readonly longitude: number | null
}

/** The jobs, as far as comparing them with a profile needs them. Reads only. */
export interface MatchingService {
  /** Those that the search keeps in memory; the first call begins to read them in the background. */
  readonly columns: () => JobColumns
  /** Settles when they are there, or the database was closed; rejects when they could not be read. */
  readonly columnsReady: () => Promise<void>
  /** Stand in for them until then: those of some tokens, in steps of a few milliseconds. */
  readonly tokenColumns: (tokens: Iterable<string>) => Generator<undefined, JobColumns>
  /** Changes whenever jobs came, were closed or are read otherwise. */
  readonly version: () => string
  /** In the order of the ids; ids without a job are left out. */
  readonly read: (ids: readonly number[], options: ReadOptions) => MatchJob[]
  readonly items: (ids: readonly number[]) => JobListItem[]
  readonly marks: () => JobMark[]
  readonly hiddenIds: () => number[]
  /** Changes whenever a mark was set, taken back or given another reason. */
  readonly marksVersion: () => string
  /** The employers of some jobs, as company keys. */
  readonly companyKeys: (ids: readonly number[]) => string[]
}

export interface MatchingOptions {
  readonly database: Database
  readonly jobs: Pick<JobsService, 'columns' | 'columnsReady'>
}

export function createMatchingService({ database, jobs }: MatchingOptions): MatchingService {
  const { raw } = database
  const marks = raw.prepare<[], JobMark>(
    `select job_id as jobId, saved_at as savedAt, applied_at as appliedAt, hidden_at as hiddenAt, hide_reason as hideReason
     from job_mark where saved_at is not null or applied_at is not null or hidden_at is not null`,
  )
  const hidden = raw.prepare<[], number>('select job_id from job_mark where hidden_at is not null').pluck()
  const marksVersion = raw
    .prepare<[], string>(
      `select count(*) || '/' || total(saved_at % 1000003) || '/' || total(applied_at % 1000003) || '/' || total(hidden_at % 1000003) || '/' ||
       coalesce(group_concat(hide_reason, ''), '') from job_mark`,
    )
    .pluck()
  const companyOf = raw.prepare<[number], string>('select company_key from job where id = ?').pluck()
  const version = raw
    .prepare<[], string>(
      `select coalesce((select seq from sqlite_sequence where name = 'job_index_change'), 0) || '/' ||
       coalesce((select max(first_seen_at) from job), 0) || '/' ||
       coalesce((select max(closed_at) from job where closed_at is not null), 0) || '/' || coalesce((select max(id) from job), 0)`,
    )
    .pluck()
  return {
    columns: jobs.columns,
    columnsReady: jobs.columnsReady,
    tokenColumns: createTokenColumns(database),
    version: () => version.get() ?? '',
    read: createMatchJobReader(database),
    items: (ids) => readListItems(database, ids),
    marks: () => marks.all(),
    hiddenIds: () => hidden.all(),
    marksVersion: () => marksVersion.get() ?? '',
    companyKeys: (ids) => [...new Set(ids.flatMap((id) => companyOf.get(id) ?? []))].filter((key) => key !== ''),
  }
}

/** The place that a city's name stands for: the weightiest of that name, in one of the countries when there is one. Null for a name that
 *  is no city's. Pure. */
export function cityPoint(name: string, countries: readonly string[]): CityPoint | null {
  const found = findCities(name)
  return found.find(({ countryCode }) => countries.includes(countryCode)) ?? found[0] ?? null
}
