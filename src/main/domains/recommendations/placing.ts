import type { MatchWeights, RecommendationsInput } from '#shared/recommendations.ts'
import { PLACED_BY } from './concerns.ts'
import { scoreOf } from './score.ts'
import type { Candidate } from './shortlist.ts'

/** What every further job of an employer counts by, where it is placed; from the original specification. */
const FURTHER_BY = 0.9

export interface Placed {
  readonly candidate: Candidate
  readonly score: number
}

export type PlacingRules = Pick<RecommendationsInput, 'minScore' | 'maxPerCompany'>

/** Candidates in the order of the list: by score, halved for each concern and lowered for each better job of the same employer; at most
 *  so many of an employer; none whose (halved) score is below the least. Of equal ones the newer first. Pure. */
export function placed(candidates: readonly Candidate[], weights: MatchWeights, rules: PlacingRules): Placed[] {
  const byScore = candidates
    .map((candidate) => {
      const score = scoreOf(candidate.values, weights)
      return { candidate, score, place: score * PLACED_BY ** candidate.concerns.length }
    })
    .filter(({ place }) => place >= rules.minScore)
    .toSorted(inOrder)
  const seen = new Map<string, number>()
  const diverse = byScore.flatMap((entry) => {
    const { companyKey } = entry.candidate.job
    if (companyKey === '') return [entry]
    const before = seen.get(companyKey) ?? 0
    seen.set(companyKey, before + 1)
    return before >= rules.maxPerCompany ? [] : [{ ...entry, place: entry.place * FURTHER_BY ** before }]
  })
  return diverse.toSorted(inOrder).map(({ candidate, score }) => ({ candidate, score }))
}

interface Entry extends Placed {
  readonly place: number
}

function inOrder(a: Entry, b: Entry): number {
  return b.place - a.place || b.score - a.score || b.candidate.job.id - a.candidate.job.id
}
