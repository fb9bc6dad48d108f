import { NO_FIELDS, type NormalisedPosting } from '../posting.ts'

/** What a posting said beyond its row in `posting`: with it and the description the posting can be read again. */
export interface StoredPosting extends Pick<
  NormalisedPosting,
  'locations' | 'countryCode' | 'postedAt' | 'closesAt' | 'statedSalary' | 'salaryText' | 'workplace' | 'employmentType'
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

/** What is left of a posting of which only the row was kept. Its hash is empty: whatever its source says next is news. Pure. */
export function unsaidPosting(
  row: Pick<
    NormalisedPosting,
    'sourceId' | 'sourcePostingId' | 'url' | 'canonicalUrl' | 'title' | 'company' | 'requisitionId'
  > & { readonly location: string | null },
): NormalisedPosting {
  const { sourceId, sourcePostingId, url, canonicalUrl, title, company, requisitionId, location } = row
  return {
    sourceId,
    sourcePostingId,
    url,
    canonicalUrl,
    title,
    company,
    requisitionId,
    locations: location === null ? [] : location.split('; '),
    ...NO_FIELDS,
    descriptionHtml: '',
    descriptionText: '',
    contentHash: '',
  }
}
