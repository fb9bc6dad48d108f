import { MATCH_FACTORS, type MatchFactor, type MatchWeights } from '#shared/recommendations.ts'

const WEIGHT_MAX = 100

/** A number as typed or slid, brought into what a weight may be; null when it is no number. Pure. */
export function readWeight(raw: string | number): number | null {
  const value = typeof raw === 'number' ? raw : raw.trim() === '' ? Number.NaN : Number(raw.replace(',', '.'))
  if (!Number.isFinite(value)) return null
  return Math.round(Math.min(WEIGHT_MAX, Math.max(0, value)) * 10) / 10
}

export function hasAnyWeight(weights: MatchWeights): boolean {
  return MATCH_FACTORS.some((factor) => weights[factor] > 0)
}

export function isSameWeights(a: MatchWeights, b: MatchWeights): boolean {
  return MATCH_FACTORS.every((factor) => a[factor] === b[factor])
}

/** What each weight comes to out of 100, to one decimal; the parts add up to 100.0 exactly (largest remainders round up).
 *  All zero where no weight is above 0. Pure. */
export function sharesOf(weights: MatchWeights): MatchWeights {
  const sum = MATCH_FACTORS.reduce((total, factor) => total + weights[factor], 0)
  if (sum <= 0) return fromEach(() => 0)
  const exact = MATCH_FACTORS.map((factor) => ({ factor, tenths: (weights[factor] / sum) * 1000 }))
  const missing = 1000 - exact.reduce((total, { tenths }) => total + Math.floor(tenths), 0)
  const raised = new Set(
    exact
      .toSorted((a, b) => (b.tenths % 1) - (a.tenths % 1))
      .slice(0, missing)
      .map(({ factor }) => factor),
  )
  const tenthsOf = new Map(exact.map(({ factor, tenths }) => [factor, Math.floor(tenths)]))
  return fromEach((factor) => ((tenthsOf.get(factor) ?? 0) + (raised.has(factor) ? 1 : 0)) / 10)
}

function fromEach(weightOf: (factor: MatchFactor) => number): MatchWeights {
  return {
    skills: weightOf('skills'),
    place: weightOf('place'),
    experience: weightOf('experience'),
    salary: weightOf('salary'),
    culture: weightOf('culture'),
    growth: weightOf('growth'),
    recency: weightOf('recency'),
  }
}
