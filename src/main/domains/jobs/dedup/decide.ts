import type { SourceId } from '#shared/ids.ts'
import type { DedupCandidate, DedupDecision, DedupIncoming } from './candidate.ts'
import { compareCompanies, isRecruiter, type CompanyComparison } from './compare-companies.ts'
import { comparePlaces, type PlaceVerdict } from './compare-places.ts'
import { compareTitles, type TitleComparison } from './compare-titles.ts'
import { mergeReason } from './reason.ts'
import { compareRequisitions, daysApart, isAfterClosing, isSeniorityAgreed } from './same-opening.ts'
import { compareTexts, type TextAgreement } from './signature.ts'
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

type Merge = Extract<DedupDecision, { kind: 'merge' }>
type Match = Pick<Merge, 'layer' | 'score'> & { readonly rank: number }

/** Whether a posting is the opening of a stored job. Three layers, the surest first: the same canonical URL; the same
 *  title, company and place within 30 days; alike in title, company and place with a text that agrees. Levels,
 *  requisition ids, several places, closed openings and recruiters' templates hold postings apart (docs/READING.md,
 *  "Duplicate"; numbers in thresholds.ts). The best candidate wins, among equals the one seen last. Pure. */
export function decide(input: DecideInput): DedupDecision {
  let best: { match: Match; candidate: DedupCandidate } | null = null
  for (const candidate of input.candidates) {
    const match = matchOf(input.incoming, candidate, input.now)
    if (match === null) continue
    const isBetter =
      best === null ||
      match.rank > best.match.rank ||
      (match.rank === best.match.rank && candidate.lastSeenAt > best.candidate.lastSeenAt)
    if (isBetter) best = { match, candidate }
  }
  if (best === null) return { kind: 'new' }
  const { match, candidate } = best
  const reason = mergeReason({ ...input, candidate, layer: match.layer })
  return { kind: 'merge', jobId: candidate.jobId, layer: match.layer, reason, score: match.score }
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
  if (daysApart(incoming, candidate, now) > THRESHOLDS.windowDays || isAfterClosing(incoming, candidate, now))
    return null
  const place = comparePlaces(incoming, candidate)
  if (place === 'different') return null
  const company = compareCompanies(incoming.companyKey, candidate.companyKey)
  if (company.verdict === 'different' || !isSeniorityAgreed(incoming, candidate)) return null
  const requisition = compareRequisitions(incoming, candidate)
  if (requisition === 'different') return null
  const isSameRequisition = requisition === 'same' && company.verdict !== 'typo'
  if (place === 'overlap' && !isSameRequisition) return null
  const text = comparableText(incoming, candidate)
  const isFingerprint = incoming.fingerprint !== '' && incoming.fingerprint === candidate.fingerprint
  const context = {
    isRecruiting: isRecruiter(incoming.companyKey) || isRecruiter(candidate.companyKey),
    isSameSource: candidate.sourceIds.length === 1 && candidate.sourceIds[0] === incoming.sourceId,
    isSameRequisition,
    place,
  }
  if (isFingerprint && agrees(text, fingerprintNeed(context))) {
    return { layer: 'fingerprint', score: null, rank: 2 }
  }
  const need = fuzzyNeed({ ...context, title, company })
  if (need === null || !agrees(text, need)) return null
  const score = (title.similarity + company.similarity + (text.kind === 'known' ? text.share : 0.5)) / 3
  return { layer: 'fuzzy', score, rank: score }
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
  if (daysApart(incoming, candidate, now) > THRESHOLDS.urlWindowDays) return null
  if (compareRequisitions(incoming, candidate) === 'different') return null
  if (title.verdict === 'different' && comparePlaces(incoming, candidate) === 'different') return null
  const company = compareCompanies(incoming.companyKey, candidate.companyKey)
  const areBothNamed = incoming.companyKey !== '' && candidate.companyKey !== ''
  if (areBothNamed && company.verdict === 'different') {
    const text = comparableText(incoming, candidate)
    if (text.kind !== 'known' || text.share < THRESHOLDS.urlOtherCompanyText) return null
  }
  return { layer: 'url', score: null, rank: 3 }
}

/** `unknown`: a text is missing or too short; `otherLanguage`: they cannot be compared by words. */
type Text = { readonly kind: 'unknown' | 'otherLanguage' } | { readonly kind: 'known'; readonly share: number }

function comparableText(incoming: DedupIncoming, candidate: DedupCandidate): Text {
  const agreement: TextAgreement | null = compareTexts(incoming.signature, candidate.signature)
  const areOtherLanguages =
    incoming.language !== null && candidate.language !== null && incoming.language !== candidate.language
  if (agreement === null || agreement.shingles < THRESHOLDS.minShingles) return { kind: 'unknown' }
  return areOtherLanguages && agreement.containment < 0.2
    ? { kind: 'otherLanguage' }
    : { kind: 'known', share: agreement.containment }
}

/** How much of the text must agree, and whether a missing text or one in another language may pass. */
interface Need {
  readonly share: number
  readonly mayBeUnknown: boolean
}

function agrees(text: Text, need: Need): boolean {
  return text.kind === 'known' ? text.share >= need.share : need.mayBeUnknown
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
  if (title.verdict === 'longer' && company.verdict === 'typo') return null
  if (title.verdict === 'variant' && title.similarity < THRESHOLDS.title) return null
  const shares: number[] = [THRESHOLDS.fingerprintText, ...needsOf(context)]
  if (title.verdict === 'variant') shares.push(THRESHOLDS.variantText)
  if (title.verdict === 'longer') shares.push(THRESHOLDS.longerTitleText)
  if (company.verdict === 'related') shares.push(THRESHOLDS.relatedCompanyText)
  if (company.verdict === 'typo') shares.push(THRESHOLDS.typoCompanyText)
  return strictest(shares)
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
