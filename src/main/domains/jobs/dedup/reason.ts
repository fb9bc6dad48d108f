import type { SourceId } from '#shared/ids.ts'
import type { DedupCandidate, DedupDecision, DedupIncoming } from './candidate.ts'
import { compareCompanies } from './compare-companies.ts'
import { comparePlaces } from './compare-places.ts'
import { compareTitles } from './compare-titles.ts'
import { compareRequisitions } from './same-opening.ts'
import { compareTexts } from './signature.ts'

const DAY_MS = 86_400_000

export interface MergeContext {
  readonly incoming: DedupIncoming
  readonly candidate: DedupCandidate
  readonly layer: Exclude<Extract<DedupDecision, { kind: 'merge' }>['layer'], 'user'>
  readonly sourceName: (id: SourceId) => string
}

/** Why two postings are one job, as a sentence for the user: "Same title, company and place as on Arbeitnow, 3 days apart".
 *  No full stop at the end: it stands in a list. Pure. */
export function mergeReason(context: MergeContext): string {
  const { incoming, candidate, layer } = context
  const where = `on ${names(candidate.sourceIds.map((id) => context.sourceName(id)))}`
  const when = apart(incoming.postedAt, candidate.postedAt)
  const ending = when === null ? '' : `, ${when}`
  if (layer === 'url') return `Same web address as ${where}${ending}`
  if (layer === 'fingerprint') return `Same title, company and place as ${where}${ending}`
  return `${capitalise(names(likenesses(incoming, candidate)))} as ${where}${ending}`
}

/** That an opening is posted again, as a sentence for the user: "Posted again 12 days after it closed on Arbeitnow". Pure. */
export function repostReason(context: Omit<MergeContext, 'layer'> & { readonly now: number }): string {
  const { incoming, candidate, now } = context
  const where = `on ${names(candidate.sourceIds.map((id) => context.sourceName(id)))}`
  const posted = incoming.postedAt ?? now
  const endedAt = candidate.closedAt ?? candidate.closesAt
  const isEnded = endedAt !== null && endedAt < posted
  const days = Math.round((posted - (isEnded ? endedAt : candidate.lastSeenAt)) / DAY_MS)
  const after = days <= 0 ? 'soon after' : days === 1 ? '1 day after' : `${days} days after`
  return `Posted again ${after} it ${isEnded ? 'closed' : 'was last seen'} ${where}`
}

function likenesses(incoming: DedupIncoming, candidate: DedupCandidate): string[] {
  const title = compareTitles(incoming.titleKey, candidate.titleKey)
  const company = compareCompanies(incoming.companyKey, candidate.companyKey)
  const place = comparePlaces(incoming, candidate)
  const text = compareTexts(incoming.signature, candidate.signature)
  return [
    compareRequisitions(incoming, candidate) === 'same' ? 'same requisition number' : '',
    title.verdict === 'same' ? 'same title' : 'similar title',
    company.verdict === 'same' ? 'same company' : 'similar company name',
    place === 'same' ? 'same place' : place === 'overlap' ? 'a place in common' : 'same country',
    text === null ? '' : `${Math.round(text.shorter * 100)} % of the text`,
  ].filter((likeness) => likeness !== '')
}

function apart(a: number | null, b: number | null): string | null {
  if (a === null || b === null) return null
  const days = Math.round(Math.abs(a - b) / DAY_MS)
  if (days === 0) return 'posted the same day'
  return days === 1 ? '1 day apart' : `${days} days apart`
}

function names(list: readonly string[]): string {
  const unique = [...new Set(list)]
  if (unique.length <= 1) return unique[0] ?? ''
  return `${unique.slice(0, -1).join(', ')} and ${unique.at(-1) ?? ''}`
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
