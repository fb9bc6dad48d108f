import type { MatchFactor } from '#shared/recommendations.ts'
import type { MatchJob } from '../../jobs/match/matching.service.ts'
import type { Seeker } from '../seeker.ts'
import { cultureFactor } from './culture.ts'
import { experienceFactor } from './experience.ts'
import type { Factor, FactorReadings, MatchContext } from './factor.ts'
import { growthFactor } from './growth.ts'
import { placeFactor } from './place.ts'
import { recencyFactor } from './recency.ts'
import { salaryFactor } from './salary.ts'
import { skillsFactor } from './skills.ts'

const FACTORS: Readonly<Record<MatchFactor, Factor>> = {
  skills: skillsFactor,
  place: placeFactor,
  experience: experienceFactor,
  salary: salaryFactor,
  culture: cultureFactor,
  growth: growthFactor,
  recency: recencyFactor,
}

/** Rises when the same profile and job would get other values, or other jobs would be scored: scores made by other rules are old. */
export const RULES_VERSION = 3

/** All seven factors of a job. Pure. */
export function readFactors(seeker: Seeker, job: MatchJob, context: MatchContext): FactorReadings {
  return {
    skills: FACTORS.skills(seeker, job, context),
    place: FACTORS.place(seeker, job, context),
    experience: FACTORS.experience(seeker, job, context),
    salary: FACTORS.salary(seeker, job, context),
    culture: FACTORS.culture(seeker, job, context),
    growth: FACTORS.growth(seeker, job, context),
    recency: FACTORS.recency(seeker, job, context),
  }
}
