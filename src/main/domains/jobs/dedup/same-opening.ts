import { requisitionKey } from '../pipeline/requisition.ts'
import type { DedupCandidate, DedupIncoming } from './candidate.ts'
import { THRESHOLDS } from './thresholds.ts'

const DAY_MS = 86_400_000

/** Days between the posting's date and the time in which the job was open, as far as known; 0 inside it. Without a date on
 *  both sides it is the time since the job was last seen. Pure. */
function daysApart(incoming: DedupIncoming, candidate: DedupCandidate, now: number): number {
  if (incoming.postedAt === null || candidate.postedAt === null) {
    return Math.max(0, now - candidate.lastSeenAt) / DAY_MS
  }
  const from = Math.min(candidate.postedAt, candidate.firstSeenAt)
  const to = Math.max(candidate.postedAt, candidate.lastSeenAt)
  return Math.max(0, from - incoming.postedAt, incoming.postedAt - to) / DAY_MS
}

/** same: one time in which the job is open · later: the posting came when the job was over, a new round to be linked but not merged ·
 *  other: the job came when the posting was over, or too long lies between them. */
export type Round = 'same' | 'later' | 'other'

/** Which round of a job a posting is of, if it is one of it. `windowDays` may lie between two sightings of one round. A posting without
 *  a date counts as posted when it was seen. Pure. */
export function roundOf(
  incoming: DedupIncoming,
  candidate: DedupCandidate,
  at: { now: number; windowDays: number },
): Round {
  const posted = incoming.postedAt ?? at.now
  const days = daysApart(incoming, candidate, at.now)
  if (isOver(incoming.closesAt, candidate.postedAt ?? candidate.firstSeenAt)) return 'other'
  const isLater =
    isOver(candidate.closesAt, posted) ||
    (candidate.closedAt !== null && posted > candidate.closedAt) ||
    (days > at.windowDays && posted > candidate.lastSeenAt)
  if (isLater) return days > THRESHOLDS.repostWindowDays ? 'other' : 'later'
  return days > at.windowDays ? 'other' : 'same'
}

/** A closing date is a day, and the day still counts. */
function isOver(closesAt: number | null, instant: number): boolean {
  return closesAt !== null && instant > closesAt + DAY_MS
}

/** Level as read from the whole posting; unknown agrees with everything. Pure. */
export function isSeniorityAgreed(incoming: DedupIncoming, candidate: DedupCandidate): boolean {
  return (
    incoming.seniority === candidate.seniority || incoming.seniority === 'unknown' || candidate.seniority === 'unknown'
  )
}

/** `different` only for ids of one kind: from the same source, or of the same shape ("JR745877" and "JR154901"). An
 *  aggregator's own number beside an employer's says nothing. Pure. */
export function compareRequisitions(
  incoming: DedupIncoming,
  candidate: DedupCandidate,
): 'same' | 'different' | 'unknown' {
  if (incoming.requisitionId === null || candidate.requisitionIds.length === 0) return 'unknown'
  // A store may keep ids as they were written.
  const id = requisitionKey(incoming.requisitionId)
  const others = candidate.requisitionIds.map(requisitionKey)
  if (others.includes(id)) return 'same'
  const isSameSource = candidate.sourceIds.length === 1 && candidate.sourceIds[0] === incoming.sourceId
  const isComparable = isSameSource || others.some((other) => shapeOf(other) === shapeOf(id))
  return isComparable ? 'different' : 'unknown'
}

function shapeOf(id: string): string {
  return id.replace(/\p{L}/gu, 'A').replace(/\d/g, '9')
}
