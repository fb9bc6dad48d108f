import type { JobFacts, Place, Seniority, Workplace } from '#shared/facts.ts'
import type { JobId, SourceId } from '#shared/ids.ts'
import type { ReadPosting } from '../posting.ts'
import { keysOf } from '../pipeline/keys.ts'
import { requisitionKey } from '../pipeline/requisition.ts'
import { type Signature, signatureOf } from './signature.ts'

/** What both sides of a comparison have. Instants are UTC epoch milliseconds; keys as pipeline/keys.ts makes them. */
interface Compared {
  readonly titleKey: string
  readonly companyKey: string
  readonly placeKey: string
  readonly fingerprint: string
  readonly countryCode: string | null
  readonly seniority: Seniority
  readonly workplace: Workplace
  /** ISO 639-1; null when unknown. Texts in two languages are not held against each other. */
  readonly language: string | null
  readonly postedAt: number | null
  readonly closesAt: number | null
  /** Of the description. */
  readonly signature: Signature
}

/** A posting that came in and was read, ready to be compared. Made by `incomingOf`. */
export interface DedupIncoming extends Compared {
  readonly sourceId: SourceId
  readonly sourcePostingId: string
  readonly canonicalUrl: string
  readonly requisitionId: string | null
}

/** A stored job that could be the same opening: the job's row, its signature, and what its postings add. */
export interface DedupCandidate extends Compared {
  readonly jobId: JobId
  readonly city: string | null
  readonly firstSeenAt: number
  readonly lastSeenAt: number
  /** When the last of its postings was gone from its source; null while one is there. */
  readonly closedAt: number | null
  /** Every requisition id, source and canonical URL among the job's postings. */
  readonly requisitionIds: readonly string[]
  readonly sourceIds: readonly SourceId[]
  readonly canonicalUrls: readonly string[]
}

/** `reason` is a sentence for the user; `score` 0–1 how alike the two are, null where the layer needs no measure. A `repost` opens a
 *  job of its own, linked to the one that was over before. */
export type DedupDecision =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'merge'
      readonly jobId: JobId
      readonly layer: 'url' | 'fingerprint' | 'fuzzy' | 'user'
      readonly reason: string
      readonly score: number | null
    }
  | { readonly kind: 'repost'; readonly jobId: JobId; readonly reason: string }

/** A posting with as much of what it says as a comparison needs. */
export interface ComparedPosting extends Pick<ReadPosting, 'posting'> {
  readonly facts: Pick<JobFacts, 'places' | 'workplace' | 'seniority' | 'language' | 'closesAt'>
}

/** The posting with its keys and signature. About 0.1 ms a posting. Pure. */
export function incomingOf(read: ComparedPosting): DedupIncoming {
  const { posting, facts } = read
  return {
    ...keysOf(read),
    countryCode: countryOf(facts, posting.countryCode),
    seniority: facts.seniority,
    workplace: facts.workplace,
    language: facts.language,
    postedAt: posting.postedAt,
    closesAt: posting.closesAt ?? facts.closesAt,
    signature: signatureOf(posting.descriptionText),
    sourceId: posting.sourceId,
    sourcePostingId: posting.sourcePostingId,
    canonicalUrl: posting.canonicalUrl,
    requisitionId: posting.requisitionId === null ? null : requisitionKey(posting.requisitionId),
  }
}

function countryOf(facts: { readonly places: readonly Place[] }, stated: string | null): string | null {
  return facts.places.find((place) => place.countryCode !== null)?.countryCode ?? stated
}

/** The job that a new posting opens, as a later posting is compared with it. */
export function candidateOf(
  incoming: DedupIncoming,
  job: { jobId: JobId; city: string | null; seenAt: number },
): DedupCandidate {
  const { sourceId, sourcePostingId: _, canonicalUrl, requisitionId, ...compared } = incoming
  return {
    ...compared,
    jobId: job.jobId,
    city: job.city,
    firstSeenAt: job.seenAt,
    lastSeenAt: job.seenAt,
    closedAt: null,
    requisitionIds: requisitionId === null ? [] : [requisitionId],
    sourceIds: [sourceId],
    canonicalUrls: [canonicalUrl],
  }
}
