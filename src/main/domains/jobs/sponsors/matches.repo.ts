import type { Database } from '../../../infra/db/driver.ts'

/** What the jobs of a company in a country were matched with. `keyedAt` says with which file's keys, by when these were made; 0: it is
 *  new, and the jobs were not told yet. */
export interface StoredMatch {
  readonly entityId: number | null
  readonly reason: string
  readonly dependsOnTown: boolean
  readonly keyedAt: number
}

export interface MatchKey {
  readonly companyKey: string
  readonly countryCode: string
}

/** A job as far as it says where which company looks for people. */
export interface CompanyJob {
  readonly id: number
  readonly companyKey: string
  readonly titleKey: string
  readonly company: string
  readonly isInCountry: number
}

/** Where a walk through the jobs stands. */
export interface WalkPosition {
  readonly companyKey: string
  readonly titleKey: string
  readonly id: number
}

/** The matches that are kept for the jobs, and the jobs that they are for. Writes run in the caller's transaction. */
export function createMatchesRepo({ raw }: Database) {
  const read = raw.prepare<[string, string], Omit<StoredMatch, 'dependsOnTown'> & { dependsOnTown: number }>(
    `select entity_id as entityId, reason, depends_on_town as dependsOnTown, keyed_at as keyedAt
     from sponsor_match where company_key = ? and country_code = ?`,
  )
  const write = raw.prepare(
    `insert into sponsor_match (company_key, country_code, entity_id, reason, depends_on_town, keyed_at)
     values (:companyKey, :countryCode, :entityId, :reason, :dependsOnTown, :keyedAt)
     on conflict (company_key, country_code) do update set entity_id = excluded.entity_id, reason = excluded.reason,
       depends_on_town = excluded.depends_on_town, keyed_at = excluded.keyed_at`,
  )
  const settle = raw.prepare<[number, string, string]>(
    'update sponsor_match set keyed_at = ? where company_key = ? and country_code = ?',
  )
  const nameOf = raw.prepare<[number], string>('select name from sponsor_entity where id = ?').pluck()
  // The place key has every country of a job with a city ("berlin|DE;munich|DE"); the row itself has the first.
  const someJobs = raw.prepare<
    { companyKey: string; titleKey: string; id: number; countryCode: string; mark: string; atMost: number },
    CompanyJob
  >(
    `select id, company_key as companyKey, title_key as titleKey, company,
       (country_code is :countryCode or instr(place_key, :mark) > 0) as isInCountry
     from job where (company_key, title_key, id) > (:companyKey, :titleKey, :id)
     order by company_key, title_key, id limit :atMost`,
  )

  return {
    read: ({ companyKey, countryCode }: MatchKey): StoredMatch | null => {
      const row = read.get(companyKey, countryCode)
      return row === undefined ? null : { ...row, dependsOnTown: row.dependsOnTown === 1 }
    },
    write: (key: MatchKey, match: StoredMatch): void => {
      write.run({ ...key, ...match, dependsOnTown: Number(match.dependsOnTown) })
    },
    /** Everybody who has to know of them knows. */
    settle: (keys: readonly MatchKey[], keyedAt: number): void => {
      for (const { companyKey, countryCode } of keys) settle.run(keyedAt, companyKey, countryCode)
    },
    /** Ids change with every import, names do not. */
    nameOf: (entityId: number): string | null => nameOf.get(entityId) ?? null,
    jobsAfter: (position: WalkPosition, how: { countryCode: string; atMost: number }): CompanyJob[] =>
      someJobs.all({ ...position, ...how, mark: `|${how.countryCode}` }),
  }
}

export type MatchesRepo = ReturnType<typeof createMatchesRepo>
