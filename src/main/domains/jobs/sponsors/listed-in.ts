import type { Database } from '../../../infra/db/driver.ts'

/** Which registers list a job's employer, as it was matched last: by the company's key and the countries of the job. */
export function createListedIn(database: Database): (companyKey: string, countries: readonly string[]) => string[] {
  const listed = database.raw
    .prepare<[string, string], string>(
      `select f.register from sponsor_match m join sponsor_entity e on e.id = m.entity_id join sponsor_file f on f.id = e.file_id
       where m.company_key = ? and m.country_code = ?`,
    )
    .pluck()
  return (companyKey, countries) => countries.flatMap((countryCode) => listed.all(companyKey, countryCode))
}
