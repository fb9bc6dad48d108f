import type { SponsorMatch } from '#shared/sponsors.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { MatchesRepo, StoredMatch } from './matches.repo.ts'
import { type CompanyMatch, matchCompany } from './names/match-company.ts'
import { registerOf } from './registers.ts'
import type { SponsorsRepo, StoredEntry, StoredFile } from './sponsors.repo.ts'

/** An employer as its jobs name it. `town`: where one job is; null when it says none. */
export interface Employer {
  readonly company: string
  readonly companyKey: string
  readonly countries: readonly string[]
  readonly town: string | null
}

export interface CompanyMatchesOptions {
  readonly database: Database
  readonly repo: SponsorsRepo
  readonly matches: MatchesRepo
}

/** Matches companies with the stored registers. */
export function createCompanyMatches(options: CompanyMatchesOptions) {
  const { database, repo, matches } = options

  function lookUp(file: StoredFile, query: { company: string; countryCode: string; town: string | null }) {
    return matchCompany(query, repo.lookup(file.id))
  }

  /** The stored match of a company in a country, if it is of the file that counts. */
  function kept(file: StoredFile, key: { companyKey: string; countryCode: string }): StoredMatch | null {
    const known = matches.read(key)
    return known?.keyedAt === file.keyedAt ? known : null
  }

  function fileOf(countryCode: string): StoredFile | null {
    const register = registerOf(countryCode)
    return register === null ? null : repo.active(register.id)
  }

  function view(file: StoredFile, match: Pick<CompanyMatch<StoredEntry>, 'entry' | 'reason'>): SponsorMatch {
    const { register, publishedOn, origin } = file
    const { id, row, name, town } = match.entry
    return { register, row, name, town, reason: match.reason, publishedOn, origin, details: repo.detailsOf(id) }
  }

  function matchIn(countryCode: string, employer: Employer): SponsorMatch | null {
    const file = fileOf(countryCode)
    if (file === null) return null
    const { company, companyKey, town } = employer
    const key = { companyKey, countryCode }
    const known = companyKey === '' ? null : kept(file, key)
    if (known !== null && (!known.dependsOnTown || town === null)) {
      const entry = known.entityId === null ? null : repo.entry(known.entityId)
      return entry === null ? null : view(file, { entry, reason: known.reason })
    }
    const { match } = lookUp(file, { company, countryCode, town })
    // A look from a screen takes no write lock; who stores a job is in a transaction already.
    if (known === null && companyKey !== '' && database.raw.inTransaction) {
      matches.write(key, { ...stored(file, { company, countryCode }), keyedAt: file.keyedAt })
    }
    return match === null ? null : view(file, match)
  }

  /** What is kept for all jobs of a company in a country: the match where no town is said. */
  function stored(file: StoredFile, of: { company: string; countryCode: string }): Omit<StoredMatch, 'keyedAt'> {
    const { match, dependsOnTown } = lookUp(file, { ...of, town: null })
    return { entityId: match?.entry.id ?? null, reason: match?.reason ?? '', dependsOnTown }
  }

  return {
    matchIn,
    matchOf: (employer: Employer): SponsorMatch[] =>
      [...new Set(employer.countries)].flatMap((countryCode) => matchIn(countryCode, employer) ?? []),
    stored,
    kept,
  }
}

export type CompanyMatches = ReturnType<typeof createCompanyMatches>
