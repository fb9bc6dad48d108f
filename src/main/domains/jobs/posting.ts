import type { EmploymentType, JobFacts, SalaryPeriod, Workplace } from '#shared/facts.ts'

/** One posting as a source's parser hands it over. What the source does not say is null; nothing is guessed.
 *  `descriptionHtml` is the source's own markup (or plain text), not yet sanitised. Instants are UTC epoch milliseconds.
 *  `statedSalary` is filled only from fields that mean what the employer pays, never from a prediction. */
export interface RawPosting {
  readonly sourcePostingId: string
  readonly title: string
  readonly company: string | null
  readonly url: string
  readonly locations: readonly string[]
  readonly countryCode: string | null
  readonly descriptionHtml: string
  readonly postedAt: number | null
  readonly closesAt: number | null
  readonly statedSalary: StatedSalary | null
  /** What the source reckons, not the employer; never shown as stated and never tested against a threshold. */
  readonly predictedSalary?: StatedSalary
  readonly salaryText: string | null
  readonly workplace: Workplace | null
  readonly employmentType: EmploymentType | null
  readonly requisitionId: string | null
}

export interface StatedSalary {
  readonly min: number | null
  readonly max: number | null
  readonly currency: string
  readonly period: SalaryPeriod
}

/** A posting after normalising: every field trimmed and bounded, `descriptionHtml` sanitised, `company` '' when the source
 *  names none. */
export interface NormalisedPosting extends Omit<RawPosting, 'company' | 'predictedSalary'> {
  readonly sourceId: string
  readonly company: string
  readonly canonicalUrl: string
  readonly descriptionText: string
  /** SHA-256 (hex) over everything the source said but the date: the same hash means nothing changed. */
  readonly contentHash: string
}

/** A posting that was read: what the store, the index and deduplication work on. */
export interface ReadPosting {
  readonly posting: NormalisedPosting
  readonly facts: JobFacts
}

/** What a posting says in fields when it says nothing in fields. */
export const NO_FIELDS = {
  countryCode: null,
  postedAt: null,
  closesAt: null,
  statedSalary: null,
  salaryText: null,
  workplace: null,
  employmentType: null,
} as const satisfies Partial<RawPosting>
