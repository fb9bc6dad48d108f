import type { JobFacts, Place } from '#shared/facts.ts'

/** The facts that `job` has columns for. Pure. */
export function factColumns(facts: JobFacts) {
  const [place] = facts.places
  return {
    country_code: place?.countryCode ?? null,
    city: place?.city ?? null,
    workplace: facts.workplace,
    visa: facts.visa.status,
    seniority: facts.seniority,
    role_family: facts.roleFamily,
    employment_type: facts.employmentType,
    language: facts.language,
    salary_eur_min: facts.salary?.yearEur?.min ?? null,
    salary_eur_max: facts.salary?.yearEur?.max ?? null,
    closes_at: facts.closesAt,
    reader_version: facts.readerVersion,
    skill_count: facts.skills.length,
  }
}

/** The countries of some places, each once. Pure. */
export function countriesOf(places: readonly Place[]): string[] {
  return [...new Set(places.flatMap(({ countryCode }) => countryCode ?? []))]
}

const countryNames = new Intl.DisplayNames('en', { type: 'region' })

/** Words by which a place can be searched: as the postings write it, and by its English names. Pure. */
export function placeWords(places: readonly Place[], locations: readonly string[]): string {
  const words = places.flatMap((place) => [
    place.city ?? '',
    place.countryCode === null ? '' : (countryNames.of(place.countryCode) ?? ''),
  ])
  return [...new Set([...words, ...locations])].filter((word) => word !== '').join(' · ')
}
