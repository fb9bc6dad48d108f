import { MATCH_FACTORS, type MatchFactor, type MatchWeights, type WeightsView } from '#shared/recommendations.ts'
import type { Feedback } from './feedback.repo.ts'

/** No weight is moved by more than this share of itself, nor by more points than that. */
const BOUND_SHARE = 0.3
const BOUND_POINTS = 8
/** So many liked and so many hidden jobs at least: fewer tell nothing. */
const LEAST_ACTS = 3
/** With so many acts, half of what they say is believed. */
const HALF_BELIEVED_ACTS = 8
const HALF_BELIEVED_REASONS = 4
/** A difference of the means that counts in full. */
const FULL_DIFFERENCE = 0.4

/** The factor that a reason to hide a job speaks of. A reason of the employer lowers that employer instead. */
const REASON_FACTORS: Readonly<Partial<Record<string, MatchFactor>>> = {
  salary: 'salary',
  place: 'place',
  visa: 'place',
  not_relevant: 'skills',
}

export type LearnedShift = WeightsView['learned'][number]

/** How far each weight is moved by what was saved, applied to and hidden. A factor in which liked jobs beat hidden ones, or that is named as
 *  a reason to hide, weighs more; one in which hidden jobs were better weighs less. `own` are normalised weights. Pure. */
export function learnedShifts(own: MatchWeights, feedback: readonly Feedback[]): LearnedShift[] {
  const liked = feedback.filter(({ kind }) => kind !== 'hidden')
  // A job that was hidden for its employer may have fitted well.
  const hidden = feedback.filter(({ kind, reason }) => kind === 'hidden' && reason !== 'company')
  return MATCH_FACTORS.map((factor) => {
    const bound = Math.floor(Math.min(BOUND_POINTS, BOUND_SHARE * own[factor]) * 10) / 10
    const compared = comparedIn(factor, { liked, hidden })
    const named = hidden.filter(({ reason }) => REASON_FACTORS[reason ?? ''] === factor).length
    const force = clamped(compared.force + named / (named + HALF_BELIEVED_REASONS))
    const shift = Math.round(force * bound * 10) / 10
    return {
      factor,
      shift,
      bound,
      sentence: sentenceOf(factor, { shift, compared, named, acts: liked.length + hidden.length }),
    }
  })
}

interface Compared {
  /** −1 to 1. */
  readonly force: number
  readonly liked: number
  readonly hidden: number
}

function comparedIn(factor: MatchFactor, { liked, hidden }: Record<'liked' | 'hidden', readonly Feedback[]>): Compared {
  const acts = Math.min(liked.length, hidden.length)
  const [likedMean, hiddenMean] = [meanOf(factor, liked), meanOf(factor, hidden)]
  if (acts < LEAST_ACTS) return { force: 0, liked: likedMean, hidden: hiddenMean }
  const belief = acts / (acts + HALF_BELIEVED_ACTS)
  return { force: clamped((likedMean - hiddenMean) / FULL_DIFFERENCE) * belief, liked: likedMean, hidden: hiddenMean }
}

function meanOf(factor: MatchFactor, acts: readonly Feedback[]): number {
  return acts.length === 0 ? 0 : acts.reduce((sum, { values }) => sum + values[factor], 0) / acts.length
}

function clamped(force: number): number {
  return Math.min(1, Math.max(-1, force))
}

const FACTOR_WORDS: Readonly<Record<MatchFactor, string>> = {
  skills: 'your skills',
  place: 'your places',
  experience: 'your level',
  salary: 'your pay',
  culture: 'your wishes of an employer',
  growth: 'getting further',
  recency: 'being new',
}

function sentenceOf(
  factor: MatchFactor,
  { shift, compared, named, acts }: { shift: number; compared: Compared; named: number; acts: number },
): string {
  const word = FACTOR_WORDS[factor]
  if (shift === 0) {
    if (acts < LEAST_ACTS * 2) return 'Too few saved and hidden jobs to learn from.'
    return `Saved and hidden jobs do not differ enough in ${word}.`
  }
  const points = `${Math.abs(shift).toFixed(1)} points ${shift > 0 ? 'more' : 'less'}`
  const why = [
    ...(compared.force === 0
      ? []
      : [`what you saved fits ${word} at ${percent(compared.liked)}, what you hid at ${percent(compared.hidden)}`]),
    ...(named === 0 ? [] : [`you hid ${named} ${named === 1 ? 'job' : 'jobs'} because of it`]),
  ].join('; ')
  return `${points}: ${why}.`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
