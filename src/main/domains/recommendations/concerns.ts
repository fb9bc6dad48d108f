import { languageConcern } from './languages.ts'
import type { MatchJob } from '../jobs/match/matching.service.ts'
import { statedReachEur } from './factors/salary.ts'
import { euros } from './factors/sentences.ts'
import type { Seeker } from './seeker.ts'

/** Each concern halves the score by which a job is placed; the score that is shown stays. */
export const PLACED_BY = 0.5
export const CONCERN_RULE =
  'Jobs with something that speaks against them are placed by half their score for each such thing; the score shown stays.'

/** What speaks against a job whatever its score, a sentence each. Pure. */
export function concernsOf(seeker: Seeker, job: MatchJob): string[] {
  const { profile, avoided } = seeker
  const { facts } = job
  const concerns: string[] = []
  if (profile.needsSponsorship && facts.visa.status === 'refuses') {
    const quote = facts.visa.evidence === null ? '' : `: “${facts.visa.evidence}”`
    concerns.push(`It refuses the sponsorship you need${quote}`)
  }
  const reach = statedReachEur(job)
  if (profile.salaryMinEur !== null && reach !== null && reach < profile.salaryMinEur) {
    concerns.push(`It pays ${euros(reach)} at most, below your least of ${euros(profile.salaryMinEur)}.`)
  }
  if (job.companyKey !== '' && avoided.has(job.companyKey)) concerns.push('You avoid this employer.')
  const spoken = languageConcern(seeker, job)
  if (spoken !== null) concerns.push(spoken)
  return concerns
}
