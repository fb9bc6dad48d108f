import type { FactorPart, MatchExplanation, MatchFactor, MatchWeights } from '#shared/recommendations.ts'
import { askedSkills, skillsFactor } from './factors/skills.ts'
import { withSkill } from './seeker.ts'
import type { Candidate, Comparing } from './shortlist.ts'

const SKILLS_NAMED = 3
const LEAST_GAIN = 0.1

/** What would give a factor all its points. */
const IDEALS: Readonly<Record<Exclude<MatchFactor, 'skills'>, string>> = {
  place: 'a place, a workplace and a sponsorship as you need them',
  experience: 'the level and years that you have',
  salary: 'pay that reaches your wish',
  culture: 'an employer that says all you wish',
  growth: 'a step up with money to learn, mentoring and a way up',
  recency: 'a posting of today',
}

/** Lost points of each factor, most first, with what would change it. Pure. */
export function lossesOf(
  candidate: Candidate,
  { parts, weights, comparing }: { parts: readonly FactorPart[]; weights: MatchWeights; comparing: Comparing },
): MatchExplanation['losses'] {
  return parts
    .map((part) => ({ part, lost: Math.round((part.weight - part.points) * 10) / 10 }))
    .filter(({ lost }) => lost >= LEAST_GAIN)
    .toSorted((a, b) => b.lost - a.lost)
    .map(({ part, lost }) => ({
      factor: part.factor,
      lost,
      sentence:
        part.factor === 'skills'
          ? skillsSentence(candidate, { part, weights, comparing })
          : otherSentence(part.factor, { part, lost }),
    }))
}

function otherSentence(
  factor: Exclude<MatchFactor, 'skills'>,
  { part, lost }: { part: FactorPart; lost: number },
): string {
  const ideal = IDEALS[factor]
  if (!part.isKnown) return `${part.evidence} That counts as neutral; ${ideal} would add ${lost.toFixed(1)} points.`
  return `${part.evidence} ${ideal.charAt(0).toUpperCase()}${ideal.slice(1)} would add ${lost.toFixed(1)} points.`
}

/** The skills that would add most, each by itself. */
function skillsSentence(
  { job }: Candidate,
  { part, weights, comparing }: { part: FactorPart; weights: MatchWeights; comparing: Comparing },
): string {
  const { seeker, context } = comparing
  const exact = skillsFactor(seeker, job, context).value
  const gains = askedSkills(seeker, job)
    .filter(({ share }) => share < 1)
    .map(({ fact }) => {
      const value = skillsFactor(withSkill(seeker, fact.name), job, context).value
      return { name: fact.name, gain: Math.round((value - exact) * weights.skills * 10) / 10 }
    })
    .filter(({ gain }) => gain >= LEAST_GAIN)
    .toSorted((a, b) => b.gain - a.gain)
  const [first, ...others] = gains.slice(0, SKILLS_NAMED)
  if (first === undefined) return part.evidence
  const words = [
    `${first.name} would add ${first.gain.toFixed(1)} points`,
    ...others.map(({ name, gain }) => `${name} ${gain.toFixed(1)}`),
  ]
  return `${words.join(', ')}.`
}
