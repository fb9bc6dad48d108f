import type { MatchJob } from '../../jobs/match/matching.service.ts'
import type { Seeker } from '../seeker.ts'
import { type Factor, known, unknown } from './factor.ts'
import { type Level, levelsForYears, levelWord, stepsBetween } from './levels.ts'
import { listed } from './sentences.ts'

/** Fit of a job so many steps away from the nearest wanted level; one further up is less far than one down. */
const UP_FITS = [1, 0.55, 0.2]
const DOWN_FITS = [1, 0.45, 0.15]
const YEARS_SHARE = 0.35

interface Part {
  readonly fit: number
  readonly words: string
}

/** The level that is asked for against the one that is wanted, and the years that are asked for against those that are there. */
export const experienceFactor: Factor = (seeker, job) => {
  const level = levelPart(seeker, job)
  const years = yearsPart(seeker, job)
  if (level === null && years === null) return unknown(whyUnknown(seeker))
  const words = [level, years].flatMap((part) => part?.words ?? [])
  const sentence = `${words.join('; ')}.`
  if (level === null) return known(years?.fit ?? 0, sentence)
  if (years === null) return known(level.fit, sentence)
  return known((1 - YEARS_SHARE) * level.fit + YEARS_SHARE * years.fit, sentence)
}

/** The levels that fit somebody: those that are wanted, else those that the years speak for. Pure. */
export function levelsOf({ seniorities, profile }: Seeker): readonly Level[] {
  if (seniorities.length > 0) return seniorities
  return profile.yearsOfExperience === null ? [] : levelsForYears(profile.yearsOfExperience)
}

/** The most years that a posting asks for with any of its skills; null when it asks for none. Pure. */
function yearsAsked(job: MatchJob): number | null {
  const years = job.facts.skills.flatMap((skill) => skill.years ?? [])
  return years.length === 0 ? null : Math.max(...years)
}

function levelPart(seeker: Seeker, job: MatchJob): Part | null {
  const { seniority } = job.facts
  const wanted = levelsOf(seeker)
  if (seniority === 'unknown' || wanted.length === 0) return null
  const steps = wanted.map((level) => stepsBetween(level, seniority))
  const nearest = steps.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0] ?? 0
  const fits = nearest >= 0 ? UP_FITS : DOWN_FITS
  const fit = fits[Math.abs(nearest)] ?? 0
  const levels = listed(wanted.map(levelWord), 3)
  const isWish = seeker.seniorities.length > 0
  if (nearest === 0) {
    return { fit, words: `${levelName(seniority)}, ${isWish ? 'as you wish' : 'as your years suggest'}` }
  }
  const side = nearest > 0 ? 'above' : 'below'
  return {
    fit,
    words: `${levelName(seniority)}, ${side} ${isWish ? 'what you look for' : 'your years'} (${levels})`,
  }
}

function yearsPart({ profile: { yearsOfExperience: had } }: Seeker, job: MatchJob): Part | null {
  const asked = yearsAsked(job)
  if (asked === null || had === null || asked === 0) return null
  const words = `${asked} ${asked === 1 ? 'year' : 'years'} asked for, you have ${had}`
  return { fit: Math.min(1, had / asked), words }
}

function whyUnknown(seeker: Seeker): string {
  const isSilent = levelsOf(seeker).length === 0 && seeker.profile.yearsOfExperience === null
  return isSilent ? 'Your profile names no level or years.' : 'The posting names no level or years.'
}

function levelName(level: Level): string {
  const word = levelWord(level)
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}${word.endsWith('level') ? '' : ' level'}`
}
