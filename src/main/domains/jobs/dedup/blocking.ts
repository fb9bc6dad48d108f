import type { DedupIncoming } from './candidate.ts'

/** What to look candidates up by. Each is one indexed lookup; null means that the lookup is not worth making. */
export interface BlockingKeys {
  /** posting.canonical_url = ? */
  readonly canonicalUrl: string
  /** job.title_key one of the two and job.place_key = ?: the same opening, whoever the company is. */
  readonly titleAndPlace: { readonly titleKeys: TitleKeys; readonly placeKey: string } | null
  /** job.company_key = ?, seen within the window; where a company has thousands of jobs, their titles thin them out. */
  readonly companyKey: string | null
  /** A company that is spelled otherwise, wherever it is: job.company_key >= from and job.company_key < to and job.title_key one of the
   *  two. */
  readonly similarCompany: { readonly from: string; readonly to: string; readonly titleKeys: TitleKeys } | null
}

/** A title, and with the synonym that is swapped most; twice the title where it has none. */
type TitleKeys = readonly [string, string]

/** A typing error in the first letters of a company is rarer than one behind them. */
const PREFIX_LENGTH = 4
const SWAPPED = new Map([
  ['engineer', 'developer'],
  ['developer', 'engineer'],
])

/** Pure. */
export function blockingKeys(
  posting: Pick<DedupIncoming, 'canonicalUrl' | 'companyKey' | 'titleKey' | 'placeKey'>,
): BlockingKeys {
  const { canonicalUrl, companyKey, titleKey, placeKey } = posting
  if (companyKey === '' || titleKey === '') {
    return { canonicalUrl, titleAndPlace: null, companyKey: companyKey || null, similarCompany: null }
  }
  const titleKeys: TitleKeys = [titleKey, synonymOf(titleKey)]
  const prefix = companyKey.slice(0, PREFIX_LENGTH)
  const next = prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1)
  return {
    canonicalUrl,
    titleAndPlace: { titleKeys, placeKey },
    companyKey,
    similarCompany: prefix.length < PREFIX_LENGTH ? null : { from: prefix, to: next, titleKeys },
  }
}

/** The same title with "developer" for "engineer", or the other way round. */
function synonymOf(titleKey: string): string {
  const words = titleKey.split(' ').map((word) => SWAPPED.get(word) ?? word)
  return words.sort().join(' ')
}
