import { plainLetters } from '#main/infra/text/fold.ts'
import type { JobFacts, SalaryFact } from '#shared/facts.ts'
import { readFacts } from '../enrich/enrich.ts'
import { postingOfRow, type PostingRow } from './posting-row.ts'

/** What `enrich` prints for a posting: the values that docs/READING.md defines, the pay as it was written. */
export interface EnrichedRow extends Pick<
  JobFacts,
  'visa' | 'workplace' | 'remoteScope' | 'seniority' | 'roleFamily' | 'employmentType' | 'language'
> {
  readonly id: string
  readonly salary: Pick<SalaryFact, 'min' | 'max' | 'currency' | 'period'> | null
  readonly location: PlaceName | null
  readonly places: readonly PlaceName[]
  readonly skills: readonly string[]
}

export interface PlaceName {
  readonly city: string | null
  readonly countryCode: string | null
}

/** Everything a row's posting says. Throws RowProblem when it has no title. `now` is UTC ms. */
export function factsOfRow(row: PostingRow, now: number): JobFacts {
  return readFacts(postingOfRow(row, now))
}

/** The facts in the words of the command line, cities in plain letters ("Dusseldorf", "Krakow"). Pure. */
export function enrichedRow(id: string, facts: JobFacts): EnrichedRow {
  const { visa, salary, workplace, remoteScope, seniority, roleFamily, employmentType, language } = facts
  const places = facts.places.map(({ city, countryCode }) => ({ city: city && plainLetters(city), countryCode }))
  return {
    id,
    visa,
    salary: salary && { min: salary.min, max: salary.max, currency: salary.currency, period: salary.period },
    workplace,
    location: places[0] ?? null,
    places,
    remoteScope,
    seniority,
    roleFamily,
    employmentType,
    skills: facts.skills.map(({ name }) => name),
    language,
  }
}
