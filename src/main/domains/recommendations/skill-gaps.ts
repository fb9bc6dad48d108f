import type { MatchWeights, SkillGap } from '#shared/recommendations.ts'
import { statedReachEur } from './factors/salary.ts'
import { skillsFactor } from './factors/skills.ts'
import { scoreOf } from './score.ts'
import { skillKey, withSkill } from './seeker.ts'
import type { Candidate, Comparing } from './shortlist.ts'

/** From here on a job is a good match. */
export const GOOD_SCORE = 60
/** A median of fewer says nothing. */
const MEDIAN_LEAST = 5
/** Jobs so many points below can be lifted by one skill. */
const REACH_POINTS = 25
const SKILLS_TRIED = 60

export interface GapsAsk extends Comparing {
  readonly weights: MatchWeights
  readonly limit: number
}

export interface SkillGapsFound {
  readonly gaps: SkillGap[]
  readonly goodMatches: number
}

interface Asking extends Candidate {
  readonly skills: ReadonlySet<string>
  readonly payEur: number | null
}

/** Skills that good matches ask for and the profile has not, those that would open most jobs first. A skill a step. Pure. */
export function* skillGapSteps(
  candidates: readonly Candidate[],
  { seeker, context, weights, limit }: GapsAsk,
): Generator<undefined, SkillGapsFound> {
  const scored = candidates.map((candidate) => ({ candidate, score: scoreOf(candidate.values, weights) }))
  const within = (least: number, below: number) =>
    scored.filter(({ score }) => score >= least && score < below).map(({ candidate }) => asking(candidate))
  const good = within(GOOD_SCORE, Infinity)
  const near = within(GOOD_SCORE - REACH_POINTS, GOOD_SCORE)
  const paid = good.flatMap(({ payEur, skills }) => (payEur === null ? [] : { payEur, skills }))
  const isMissing = (name: string) => seeker.abilities.get(skillKey(name))?.share !== 1
  const demand = countOf([...good, ...near].flatMap(({ skills }) => [...skills].filter(isMissing)))
  const tried = [...demand].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, SKILLS_TRIED)
  const gaps: SkillGap[] = []
  for (const [skill] of tried) {
    yield
    const richer = withSkill(seeker, skill)
    const jobs = good.filter(({ skills }) => skills.has(skill)).length
    const opened = near.filter(({ job, values, skills }) => {
      if (!skills.has(skill)) return false
      return scoreOf({ ...values, skills: skillsFactor(richer, job, context).value }, weights) >= GOOD_SCORE
    })
    const share = good.length === 0 ? 0 : Math.round((jobs / good.length) * 1000) / 1000
    gaps.push({ skill, jobs, share, wouldOpen: opened.length, ...payOf(paid, skill) })
  }
  const useful = gaps.filter(({ jobs, wouldOpen }) => jobs > 0 || wouldOpen > 0)
  return {
    gaps: useful
      .toSorted((a, b) => b.wouldOpen - a.wouldOpen || b.jobs - a.jobs || (a.skill < b.skill ? -1 : 1))
      .slice(0, limit),
    goodMatches: good.length,
  }
}

function asking(candidate: Candidate): Asking {
  const skills = new Set(candidate.job.facts.skills.map(({ name }) => name))
  return { ...candidate, skills, payEur: statedReachEur(candidate.job) }
}

function payOf(
  paid: readonly { readonly payEur: number; readonly skills: ReadonlySet<string> }[],
  skill: string,
): Pick<SkillGap, 'medianPayEur' | 'payDifferenceEur' | 'payFrom'> {
  const payWhere = (hasSkill: boolean) =>
    medianOf(paid.filter(({ skills }) => skills.has(skill) === hasSkill).map(({ payEur }) => payEur))
  const [withIt, without] = [payWhere(true), payWhere(false)]
  return {
    medianPayEur: withIt,
    payDifferenceEur: withIt === null || without === null ? null : withIt - without,
    payFrom: paid.length,
  }
}

/** Null when there are too few to say. Whole EUR. Pure. */
function medianOf(values: readonly number[]): number | null {
  if (values.length < MEDIAN_LEAST) return null
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[sorted.length % 2 === 0 ? half - 1 : half] ?? 0, sorted[half] ?? 0]
  return Math.round((low + high) / 2)
}

function countOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
