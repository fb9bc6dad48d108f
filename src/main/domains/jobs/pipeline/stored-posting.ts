import type { NormalisedPosting } from '../posting.ts'

/** What a posting said beyond its row in `posting`: with it and the description the posting can be read again. */
export interface StoredPosting extends Pick<
  NormalisedPosting,
  | 'locations'
  | 'countryCode'
  | 'postedAt'
  | 'closesAt'
  | 'statedSalary'
  | 'salaryText'
  | 'workplace'
  | 'employmentType'
> {
  /** Null for a job's first posting: its description is the job's. */
  readonly descriptionHtml: string | null
}

export function storedPostingOf(posting: NormalisedPosting, options: { isFirst: boolean }): StoredPosting {
  const { locations, countryCode, postedAt, closesAt, statedSalary, salaryText, workplace, employmentType } = posting
  return {
    locations,
    countryCode,
    postedAt,
    closesAt,
    statedSalary,
    salaryText,
    workplace,
    employmentType,
    descriptionHtml: options.isFirst ? null : posting.descriptionHtml,
  }
}
