import type { JobListItem } from '#shared/jobs.ts'
import type { MatchWeights, RecommendedJob } from '#shared/recommendations.ts'
import { askedSkills } from './factors/skills.ts'
import { scoredParts } from './score.ts'
import type { Seeker } from './seeker.ts'
import type { Candidate } from './shortlist.ts'

/** A candidate as a list shows it. Pure. */
export function recommendedJob(
  { job, readings, concerns }: Candidate,
  { item, seeker, weights }: { item: JobListItem; seeker: Seeker; weights: MatchWeights },
): RecommendedJob {
  const asked = askedSkills(seeker, job)
  return {
    job: item,
    ...scoredParts(readings, weights),
    matchingSkills: asked.filter(({ ability }) => ability?.share === 1).map(({ fact }) => fact.name),
    missingSkills: asked.filter(({ ability }) => ability?.share !== 1).map(({ fact }) => fact.name),
    concerns: [...concerns],
  }
}
