import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_WEIGHTS, MATCH_FACTORS, type MatchWeights } from '#shared/recommendations.ts'
import { normalisedWeights, pointsOf, scoreOf, weightsFrom } from './score.ts'

const tenths = (points: number) => Math.round(points * 10)
const sumOfTenths = (parts: MatchWeights) => MATCH_FACTORS.reduce((sum, factor) => sum + tenths(parts[factor]), 0)
const each = (arbitrary: fc.Arbitrary<number>) =>
  fc.array(arbitrary, { minLength: 7, maxLength: 7 }).map((numbers) => weightsFrom((_factor, at) => numbers[at] ?? 0))
const weights = each(fc.double({ min: 0, max: 100, noNaN: true }))
const values = each(fc.double({ min: 0, max: 1, noNaN: true }))

describe('the score', () => {
  test('weights become points of 100 to one decimal', () => {
    expect(normalisedWeights(DEFAULT_WEIGHTS)).toEqual(DEFAULT_WEIGHTS)
    expect(normalisedWeights(weightsFrom((factor) => (factor === 'salary' ? 3 : 0)))).toMatchObject({
      salary: 100,
      skills: 0,
    })
    const even = normalisedWeights(weightsFrom(() => 1))
    expect(Object.values(even)).toEqual([14.3, 14.3, 14.3, 14.3, 14.3, 14.3, 14.2])
  })

  test('any weights add up to 100 exactly, and one that is 0 stays 0', () => {
    fc.assert(
      fc.property(weights, (given) => {
        const normal = normalisedWeights(given)
        expect(sumOfTenths(normal)).toBe(1000)
        const isAnyAbove = MATCH_FACTORS.some((factor) => given[factor] > 0)
        const ofNothing = MATCH_FACTORS.filter((factor) => isAnyAbove && given[factor] === 0)
        expect(ofNothing.map((factor) => normal[factor])).toEqual(ofNothing.map(() => 0))
      }),
    )
  })

  test('the points of any values add up to the score exactly, within 0 and the weight', () => {
    fc.assert(
      fc.property(weights, values, (given, fits) => {
        const normal = normalisedWeights(given)
        const points = pointsOf(fits, normal)
        const score = scoreOf(fits, normal)
        expect(sumOfTenths(points)).toBe(tenths(score))
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        for (const factor of MATCH_FACTORS) {
          expect(points[factor]).toBeGreaterThanOrEqual(0)
          expect(tenths(points[factor])).toBeLessThanOrEqual(tenths(normal[factor]))
        }
      }),
    )
  })

  test('a better value never lowers the score', () => {
    fc.assert(
      fc.property(weights, values, fc.constantFrom(...MATCH_FACTORS), (given, fits, factor) => {
        const normal = normalisedWeights(given)
        expect(scoreOf({ ...fits, [factor]: 1 }, normal)).toBeGreaterThanOrEqual(scoreOf(fits, normal))
      }),
    )
  })

  test('all and nothing are 100 and 0', () => {
    const normal = normalisedWeights(DEFAULT_WEIGHTS)
    expect(
      scoreOf(
        weightsFrom(() => 1),
        normal,
      ),
    ).toBe(100)
    expect(
      scoreOf(
        weightsFrom(() => 0),
        normal,
      ),
    ).toBe(0)
  })
})
