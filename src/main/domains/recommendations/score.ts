import { type FactorPart, MATCH_FACTORS, type MatchFactor, type MatchWeights } from '#shared/recommendations.ts'
import type { FactorReadings } from './factors/factor.ts'

export type FactorValues = Readonly<Record<MatchFactor, number>>

const TENTHS = 1000
/** The weights that hold where none of the given ones is above 0. */
const EVEN: MatchWeights = { skills: 1, place: 1, experience: 1, salary: 1, culture: 1, growth: 1, recency: 1 }

/** Weights as points of 100, to one decimal, that add up to 100 exactly. Pure. */
export function normalisedWeights(weights: MatchWeights): MatchWeights {
  const total = MATCH_FACTORS.reduce((sum, factor) => sum + weights[factor], 0)
  if (!(total > 0) || !Number.isFinite(total)) return normalisedWeights(EVEN)
  const tenths = sharedOut(
    MATCH_FACTORS.map((factor) => (weights[factor] / total) * TENTHS),
    TENTHS,
  )
  return weightsFrom((_factor, at) => (tenths[at] ?? 0) / 10)
}

/** The score of some values, 0 to 100 with one decimal: the sum of `pointsOf`. `weights` are normalised. Pure. */
export function scoreOf(values: FactorValues, weights: MatchWeights): number {
  return Math.round(exactTenths(values, weights).reduce((sum, tenths) => sum + tenths, 0)) / 10
}

/** Points of each factor to one decimal, that add up to the score exactly: the largest remainders are rounded up. No factor gets more
 *  than its weight. Pure. */
export function pointsOf(values: FactorValues, weights: MatchWeights): FactorValues {
  const exact = exactTenths(values, weights)
  const points = sharedOut(exact, Math.round(exact.reduce((sum, tenths) => sum + tenths, 0)))
  return weightsFrom((_factor, at) => (points[at] ?? 0) / 10)
}

/** The parts of a score with their sentences, and the score they add up to. Pure. */
export function scoredParts(
  readings: FactorReadings,
  weights: MatchWeights,
): { readonly score: number; readonly parts: FactorPart[] } {
  const values = valuesOf(readings)
  const points = pointsOf(values, weights)
  const parts = MATCH_FACTORS.map((factor) => ({
    factor,
    weight: weights[factor],
    value: Math.round(values[factor] * 1000) / 1000,
    points: points[factor],
    isKnown: readings[factor].isKnown,
    evidence: readings[factor].evidence,
  }))
  return { score: scoreOf(values, weights), parts }
}

export function valuesOf(readings: FactorReadings): FactorValues {
  return weightsFrom((factor) => readings[factor].value)
}

/** One number a factor. Pure. */
export function weightsFrom(valueOf: (factor: MatchFactor, at: number) => number): Record<MatchFactor, number> {
  return {
    skills: valueOf('skills', 0),
    place: valueOf('place', 1),
    experience: valueOf('experience', 2),
    salary: valueOf('salary', 3),
    culture: valueOf('culture', 4),
    growth: valueOf('growth', 5),
    recency: valueOf('recency', 6),
  }
}

function exactTenths(values: FactorValues, weights: MatchWeights): number[] {
  return MATCH_FACTORS.map((factor) => weights[factor] * values[factor] * 10)
}

/** Whole numbers that add up to `total`, each its exact number rounded down or up, the largest remainders up. Of equal remainders the
 *  first. Pure. */
function sharedOut(exact: readonly number[], total: number): number[] {
  // Without a hair's breadth, 399.99999999999994 would be rounded down and get a remainder that it has not.
  const whole = exact.map((number) => Math.floor(number + 1e-9))
  const order = exact
    .map((number, at) => ({ at, rest: number - (whole[at] ?? 0) }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at)
  let left = total - whole.reduce((sum, number) => sum + number, 0)
  for (const { at } of order) {
    if (left <= 0) break
    whole[at] = (whole[at] ?? 0) + 1
    left -= 1
  }
  return whole
}
