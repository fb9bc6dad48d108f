import type { MatchJob } from '../../jobs/match/matching.service.ts'
import type { Seeker } from '../seeker.ts'
import { levelsOf } from './experience.ts'
import { type Factor, known, NEUTRAL, unknown } from './factor.ts'
import { levelsForYears, levelWord, stepsBetween } from './levels.ts'

/** What each sign adds to, or takes from, the neutral value. */
const STEP_UP = 0.3
const STEP_DOWN = -0.3
const SIGN_WORDS = { learning_budget: 'money to learn', mentoring: 'mentoring', path: 'a way up' } as const
const SIGNS: Readonly<Record<keyof typeof SIGN_WORDS, number>> = { learning_budget: 0.2, mentoring: 0.2, path: 0.2 }

/** Whether one gets further there: a level above one's own, money to learn, somebody to learn from, a way up. */
export const growthFactor: Factor = (seeker, job) => {
  const step = stepOf(seeker, job)
  const found = (Object.keys(SIGN_WORDS) as (keyof typeof SIGN_WORDS)[]).filter((sign) => job.words[sign] !== undefined)
  if (step === 0 && found.length === 0) return unknown('The posting says nothing of getting further there.')
  const value = NEUTRAL + step + found.reduce((sum, sign) => sum + SIGNS[sign], 0)
  const { seniority } = job.facts
  const words = [
    ...(step === 0 || seniority === 'unknown' ? [] : [`${levelWord(seniority)} is a step ${step > 0 ? 'up' : 'down'}`]),
    ...found.map((sign) => `${SIGN_WORDS[sign]} (“${job.words[sign] ?? ''}”)`),
  ].join(', ')
  return known(value, `${words.charAt(0).toUpperCase()}${words.slice(1)}.`)
}

/** Against where somebody stands today: by the years, else by the lowest level that is wanted. */
function stepOf(seeker: Seeker, { facts: { seniority } }: MatchJob): number {
  if (seniority === 'unknown') return 0
  const years = seeker.profile.yearsOfExperience
  const own = years === null ? levelsOf(seeker).slice(0, 1) : levelsForYears(years)
  if (own.length === 0) return 0
  const steps = own.map((level) => stepsBetween(level, seniority))
  if (steps.every((step) => step > 0)) return STEP_UP
  return steps.every((step) => step < 0) ? STEP_DOWN : 0
}
