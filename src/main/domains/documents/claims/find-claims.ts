import type { Career } from '#shared/career.ts'
import type { Finding } from '#shared/claims.ts'
import type { DocumentContent } from '#shared/documents.ts'
import type { Profile } from '#shared/profile.ts'
import { Checker } from './checker.ts'
import type { ClaimContext } from './claim-context.ts'
import { checkLetter } from './letter-claims.ts'
import { checkResume } from './resume-claims.ts'

export interface ClaimGround {
  readonly career: Career
  readonly profile: Profile
  /** UTC epoch ms: how long a post that goes on has lasted. */
  readonly now: number
  readonly context?: ClaimContext | undefined
}

/** What a document says that the career, the profile and what the user confirmed do not back: numbers, dates, employers, titles, schools,
 *  degrees, certificates, languages, skills and names. What is shown by nobody is not looked at. Numbers, dates, employers and titles
 *  must stand in the facts that a sentence cites; skills may also stand in the profile. Saying it in other words, in any language of
 *  documents, or less exactly ("over 1,000" of 1,200) is no finding. Findings of the header have `at` "header"; of a letter's other
 *  lines "subject", "greeting", "closing", "signature". Pure. */
export function findClaims(content: DocumentContent, { career, profile, now, context }: ClaimGround): Finding[] {
  const checker = new Checker({ career, profile, now })
  const findings =
    content.kind === 'resume' ? checkResume(content, checker) : checkLetter(content, checker, context ?? {})
  const keys = new Set<string>()
  return findings.filter(({ kind, at, words }) => {
    const key = `${kind} ${at} ${words}`
    if (keys.has(key)) return false
    keys.add(key)
    return true
  })
}
