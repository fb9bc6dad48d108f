import type { SponsorMatch } from '#shared/sponsors.ts'
import type { Database } from '../../../infra/db/driver.ts'
import { type CompanyMatches, createCompanyMatches, type Employer } from './company-matches.ts'
import { createMatchesRepo } from './matches.repo.ts'
import { createSponsorsRepo } from './sponsors.repo.ts'

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

/** The same for a job that is being written: its employer is matched if it was not yet, and the match is kept in the caller's
 *  transaction. */
export function createMatchedIn(database: Database): (employer: Omit<Employer, 'town'>) => string[] {
  const companies = companiesOf(database)
  return (employer) => companies.matchOf({ ...employer, town: null }).map(({ register }) => register)
}

/** What the registers of a job's countries say of its employer, for looking at it. */
export function createSponsorsOf(database: Database): (employer: Employer) => SponsorMatch[] {
  const companies = companiesOf(database)
  return companies.matchOf
}

function companiesOf(database: Database): CompanyMatches {
  return createCompanyMatches({ database, repo: createSponsorsRepo(database), matches: createMatchesRepo(database) })
}
