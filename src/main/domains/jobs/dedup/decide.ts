import type { SourceId } from '#shared/ids.ts'
import type { DedupCandidate, DedupDecision, DedupIncoming } from './candidate.ts'
import { compareCompanies, isRecruiter, type CompanyComparison } from './compare-companies.ts'
import { comparePlaces, type PlaceVerdict } from './compare-places.ts'
import { compareTitles, type TitleComparison } from './compare-titles.ts'
import { mergeReason, repostReason } from './reason.ts'
import { compareRequisitions, isSeniorityAgreed, type Round, roundOf } from './same-opening.ts'
import { compareTexts, isForClient, type TextAgreement } from './signature.ts'
import { THRESHOLDS } from './thresholds.ts'

export interface DecideInput {
  readonly incoming: DedupIncoming
  /** Found by `blockingKeys`; more than needed does no harm. */
  readonly candidates: readonly DedupCandidate[]
  /** UTC epoch milliseconds; when the incoming posting is seen. */
  readonly now: number
  /** How a source is called in the reason. */
  readonly sourceName: (id: SourceId) => string
}

/** An address that a posting does not share with the next one. */
const OWN_NUMBER = /\d{4}|[0-9a-f]{8}/i

type Merge = Extract<DedupDecision, { kind: 'merge' }>
interface Match {
  readonly layer: Exclude<Merge['layer'], 'user'>
  readonly score: number | null
  readonly rank: number
  readonly round: Round
}

/** Whether a posting is the opening of a stored job. Three layers, the surest first: the same canonical URL; the same
 *  title, company and place within 30 days; alike in title, company and place with a text that agrees. Levels,
 *  requisition ids, several places, closed openings and recruiters' templates hold postings apart (docs/READING.md,
 *  "Duplicate"; numbers in thresholds.ts). The best candidate wins, among equals the one seen last; one that was over before the
 *  posting came only when there is no other, as what is posted again. Pure. */
export function decide(input: DecideInput): DedupDecision {
  let best: Found | null = null
  for (const candidate of input.candidates) {
    const match = matchOf(input.incoming, candidate, input.now)
    if (match === null) continue
    if (best === null || isBetter({ match, candidate }, best)) best = { match, candidate }
  }
  if (best === null) return { kind: 'new' }
  const { match, candidate } = best
  if (match.round === 'later') {
    return { kind: 'repost', jobId: candidate.jobId, reason: repostReason({ ...input, candidate }) }
  }
  const reason = mergeReason({ ...input, candidate, layer: match.layer })
  return { kind: 'merge', jobId: candidate.jobId, layer: match.layer, reason, score: match.score }
}

interface Found {
  readonly match: Match
  readonly candidate: DedupCandidate
}

function isBetter(one: Found, other: Found): boolean {
  if (one.match.round !== other.match.round) return one.match.round === 'same'
  if (one.match.rank !== other.match.rank) return one.match.rank > other.match.rank
  return one.candidate.lastSeenAt > other.candidate.lastSeenAt
}

/** What can be told without a text: a store may ask this before it reads signatures. False means never a duplicate. Pure. */
export function couldBeSame(incoming: DedupIncoming, candidate: Omit<DedupCandidate, 'signature'>): boolean {
  if (candidate.canonicalUrls.includes(incoming.canonicalUrl)) return true
  if (compareTitles(incoming.titleKey, candidate.titleKey).verdict === 'different') return false
  if (comparePlaces(incoming, candidate) === 'different') return false
  return compareCompanies(incoming.companyKey, candidate.companyKey).verdict !== 'different'
}

function matchOf(incoming: DedupIncoming, candidate: DedupCandidate, now: number): Match | null {
  const title = compareTitles(incoming.titleKey, candidate.titleKey)
  if (candidate.canonicalUrls.includes(incoming.canonicalUrl)) {
    const match = matchByUrl({ incoming, candidate, title, now })
    if (match !== null) return match
  }
  if (title.verdict === 'different') return null
  const round = roundOf(incoming, candidate, { now, windowDays: THRESHOLDS.windowDays })
  if (round === 'other') return null
  const place = comparePlaces(incoming, candidate)
  if (place === 'different') return null
  const company = compareCompanies(incoming.companyKey, candidate.companyKey)
  if (company.verdict === 'different' || !isSeniorityAgreed(incoming, candidate)) return null
  const requisition = compareRequisitions(incoming, candidate)
  if (requisition === 'different') return null
  const text = comparableText(incoming, candidate)
  const isSameRequisition =
    requisition === 'same' && (isSurelySame(company) || isShared(text, THRESHOLDS.sameRequisitionText))
  if (place === 'overlap' && !isSameRequisition) return null
  const isFingerprint = incoming.fingerprint !== '' && incoming.fingerprint === candidate.fingerprint
  const context = {
    isRecruiting: isRecruiting(incoming) || isRecruiting(candidate),
    isSameSource: candidate.sourceIds.includes(incoming.sourceId),
    isSameRequisition,
    place,
  }
  if (isFingerprint && agrees(text, fingerprintNeed(context))) {
    return { layer: 'fingerprint', score: null, rank: 2, round }
  }
  const need = fuzzyNeed({ ...context, title, company })
  if (need === null || !agrees(text, need)) return null
  const score = (title.similarity + company.similarity + (text.kind === 'known' ? text.share : 0.5)) / 3
  return { layer: 'fuzzy', score, rank: score, round }
}

/** The same address is the same posting, unless another title or company lives there (a list page, a shared form). */
function matchByUrl(pair: {
  incoming: DedupIncoming
  candidate: DedupCandidate
  title: TitleComparison
  now: number
}): Match | null {
  const { incoming, candidate, title, now } = pair
  if (title.similarity < THRESHOLDS.urlTitle) return null
  const isOwn = OWN_NUMBER.test(incoming.canonicalUrl)
  const windowDays = isOwn ? THRESHOLDS.urlWindowDays : THRESHOLDS.windowDays
  const round = roundOf(incoming, candidate, { now, windowDays })
  if (round === 'other') return null
  if (compareRequisitions(incoming, candidate) === 'different') return null
  const isElsewhere = comparePlaces(incoming, candidate) === 'different'
  if (title.verdict === 'different' && isElsewhere) return null
  // Without a number it may be the page of all openings.
  if (!isOwn && (isElsewhere || title.verdict === 'different' || title.verdict === 'longer')) return null
  const company = compareCompanies(incoming.companyKey, candidate.companyKey)
  const areBothNamed = incoming.companyKey !== '' && candidate.companyKey !== ''
  if (areBothNamed && company.verdict === 'different') {
    const text = comparableText(incoming, candidate)
    if (!isShared(text, THRESHOLDS.urlOtherCompanyText)) return null
  }
  return { layer: 'url', score: null, rank: 3, round }
}

/** `unknown`: a text is missing or too short; `otherLanguage`: they cannot be compared by words. */
type Text = { readonly kind: 'unknown' | 'otherLanguage' } | { readonly kind: 'known'; readonly share: number }

function comparableText(incoming: DedupIncoming, candidate: DedupCandidate): Text {
  const agreement: TextAgreement | null = compareTexts(incoming.signature, candidate.signature)
  const areOtherLanguages =
    incoming.language !== null && candidate.language !== null && incoming.language !== candidate.language
  if (agreement === null || agreement.shingles < THRESHOLDS.minShingles) return { kind: 'unknown' }
  return areOtherLanguages && agreement.shorter < 0.2
    ? { kind: 'otherLanguage' }
    : { kind: 'known', share: agreement.shorter }
}

/** How much of the text must agree, and whether a missing text or one in another language may pass. */
interface Need {
  readonly share: number
  readonly mayBeUnknown: boolean
}

function agrees(text: Text, need: Need): boolean {
  return text.kind === 'known' ? text.share >= need.share : need.mayBeUnknown
}

function isShared(text: Text, share: number): boolean {
  return text.kind === 'known' && text.share >= share
}

interface Context {
  readonly place: PlaceVerdict
  readonly isRecruiting: boolean
  readonly isSameSource: boolean
  readonly isSameRequisition: boolean
}

function fingerprintNeed(context: Context): Need {
  if (context.isSameRequisition) return { share: 0, mayBeUnknown: true }
  return strictest([THRESHOLDS.fingerprintText, ...needsOf(context)])
}

/** Null when no text could make up for the differences. */
function fuzzyNeed(context: Context & { title: TitleComparison; company: CompanyComparison }): Need | null {
  const { title, company } = context
  if (context.isSameRequisition) return { share: 0, mayBeUnknown: true }
  if (title.verdict === 'longer' && !isSurelySame(company)) return null
  if (title.verdict === 'variant' && title.similarity < THRESHOLDS.title) return null
  const shares: number[] = [THRESHOLDS.fingerprintText, ...needsOf(context)]
  if (title.verdict === 'variant') shares.push(THRESHOLDS.variantText)
  if (title.verdict === 'longer') shares.push(THRESHOLDS.longerTitleText)
  if (company.verdict === 'related') shares.push(THRESHOLDS.relatedCompanyText)
  if (company.verdict === 'typo') shares.push(THRESHOLDS.typoCompanyText)
  if (company.verdict === 'namesake') shares.push(THRESHOLDS.namesakeText)
  return strictest(shares)
}

function isSurelySame(company: CompanyComparison): boolean {
  return company.verdict === 'same' || company.verdict === 'related'
}

function isRecruiting({ companyKey, signature }: Pick<DedupIncoming, 'companyKey' | 'signature'>): boolean {
  return isRecruiter(companyKey) || isForClient(signature)
}

/** What both layers ask for. "Remote" or a country alone is no place, so that the text has to tell. */
function needsOf(context: Context): number[] {
  const shares: number[] = []
  if (context.place !== 'same') shares.push(THRESHOLDS.weakPlaceText)
  if (context.isRecruiting) shares.push(THRESHOLDS.recruiterText)
  if (context.isSameSource) shares.push(THRESHOLDS.sameSourceText)
  return shares
}

/** A text that is missing passes only where nothing but the fingerprint's own need is left. */
function strictest(shares: readonly number[]): Need {
  return { share: Math.max(...shares), mayBeUnknown: shares.length === 1 }
}
