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

/** Skills that good matches ask for and the profile has not, those that would open most jobs first. Pure. */
export function skillGapsOf(
  candidates: readonly Candidate[],
  { seeker, context, weights, limit }: GapsAsk,
): { readonly gaps: SkillGap[]; readonly goodMatches: number } {
  const scored = candidates.map((candidate) => ({ candidate, score: scoreOf(candidate.values, weights) }))
  const good = scored.filter(({ score }) => score >= GOOD_SCORE).map(({ candidate }) => candidate)
  const near = scored
    .filter(({ score }) => score < GOOD_SCORE && score >= GOOD_SCORE - REACH_POINTS)
    .map(({ candidate }) => candidate)
  const isMissing = (name: string) => seeker.abilities.get(skillKey(name))?.share !== 1
  const demand = countOf([...good, ...near].flatMap((candidate) => namesOf(candidate).filter(isMissing)))
  const tried = [...demand].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, SKILLS_TRIED)
  const gaps = tried.map(([skill]): SkillGap => {
    const richer = withSkill(seeker, skill)
    const asking = good.filter((candidate) => asks(candidate, skill))
    const opened = near.filter(({ job, values, ...candidate }) => {
      if (!asks({ job, values, ...candidate }, skill)) return false
      return scoreOf({ ...values, skills: skillsFactor(richer, job, context).value }, weights) >= GOOD_SCORE
    })
    const share = good.length === 0 ? 0 : Math.round((asking.length / good.length) * 1000) / 1000
    return { skill, jobs: asking.length, share, wouldOpen: opened.length, ...payOf(good, skill) }
  })
  const useful = gaps.filter(({ jobs, wouldOpen }) => jobs > 0 || wouldOpen > 0)
  return {
    gaps: useful
      .toSorted((a, b) => b.wouldOpen - a.wouldOpen || b.jobs - a.jobs || (a.skill < b.skill ? -1 : 1))
      .slice(0, limit),
    goodMatches: good.length,
  }
}

function payOf(
  good: readonly Candidate[],
  skill: string,
): Pick<SkillGap, 'medianPayEur' | 'payDifferenceEur' | 'payFrom'> {
  const paid = good.flatMap((candidate) => {
    const eur = statedReachEur(candidate.job)
    return eur === null ? [] : { eur, hasSkill: asks(candidate, skill) }
  })
  const withIt = medianOf(paid.filter(({ hasSkill }) => hasSkill).map(({ eur }) => eur))
  const without = medianOf(paid.filter(({ hasSkill }) => !hasSkill).map(({ eur }) => eur))
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

function namesOf({ job }: Candidate): string[] {
  return [...new Set(job.facts.skills.map(({ name }) => name))]
}

function asks({ job }: Candidate, skill: string): boolean {
  return job.facts.skills.some(({ name }) => name === skill)
}

function countOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
