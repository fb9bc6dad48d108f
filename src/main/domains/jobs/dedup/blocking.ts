import type { DedupIncoming } from './candidate.ts'

/** What to look candidates up by. Each is one indexed lookup; null means that the lookup is not worth making. */
export interface BlockingKeys {
  /** posting.canonical_url = ? */
  readonly canonicalUrl: string
  /** job.fingerprint = ? */
  readonly fingerprint: string | null
  /** job.company_key = ?, seen within the window; where a company has thousands of jobs, `couldBeSame` thins them out
   *  before their signatures are read. */
  readonly companyKey: string | null
  /** A company that is spelled otherwise: job.company_key >= from and job.company_key < to and job.title_key = titleKey. */
  readonly similarCompany: { readonly from: string; readonly to: string; readonly titleKey: string } | null
}

/** A typing error in the first letters of a company is rarer than one behind them. */
const PREFIX_LENGTH = 4

/** Pure. */
export function blockingKeys(
  posting: Pick<DedupIncoming, 'canonicalUrl' | 'fingerprint' | 'companyKey' | 'titleKey'>,
): BlockingKeys {
  const company = posting.companyKey === '' ? null : posting.companyKey
  const prefix = company?.slice(0, PREFIX_LENGTH) ?? ''
  const last = prefix.charCodeAt(prefix.length - 1)
  return {
    canonicalUrl: posting.canonicalUrl,
    fingerprint: posting.fingerprint === '' ? null : posting.fingerprint,
    companyKey: company,
    similarCompany:
      prefix.length < PREFIX_LENGTH || posting.titleKey === ''
        ? null
        : { from: prefix, to: prefix.slice(0, -1) + String.fromCharCode(last + 1), titleKey: posting.titleKey },
  }
}
