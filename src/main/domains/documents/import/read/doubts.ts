import { RESUME_DOUBTS, type ResumeDoubt, type Suggestion } from '#shared/resume-import.ts'

/** The share of right ones by how many doubts there are: none, one, more. Measured on files that were not looked at before
 *  (docs/DATA-QUALITY.md). */
const SHARES = [0.98, 0.85, 0.5] as const
/** Of skills that the text names outside of a list of them so many stand in the lists of those who wrote it. */
const PASSING_SKILL_SHARE = 0.2

/** How likely a suggestion is right, by what speaks against it. Pure. */
export function confidenceOf(kind: Suggestion['kind'], doubts: readonly ResumeDoubt[]): number {
  if (kind === 'skill' && doubts.includes('passing')) return PASSING_SKILL_SHARE
  return SHARES[Math.min(doubts.length, SHARES.length - 1)] ?? 0
}

/** Those doubts that hold. Pure. */
export function doubtsOf(held: Readonly<Partial<Record<ResumeDoubt, boolean>>>): ResumeDoubt[] {
  return RESUME_DOUBTS.filter((doubt) => held[doubt] === true)
}
