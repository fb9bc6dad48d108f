import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_WEIGHTS, MATCH_FACTORS } from '#shared/recommendations.ts'
import { hasAnyWeight, isSameWeights, readWeight, sharesOf } from './weights-draft.ts'

const ZERO = { skills: 0, place: 0, experience: 0, salary: 0, culture: 0, growth: 0, recency: 0 }

it.each([
  ['40', 40],
  [' 12,5 ', 12.5],
  ['12.55', 12.6],
  ['-3', 0],
  ['1e9', 100],
  [250, 100],
  ['', null],
  ['forty', null],
  [Number.NaN, null],
])('a weight entered as %j is read as %j', (raw, weight) => {
  expect(readWeight(raw)).toBe(weight)
})

describe('shares of weights', () => {
  it('are the weights themselves when these add up to 100', () => {
    expect(sharesOf(DEFAULT_WEIGHTS)).toEqual(DEFAULT_WEIGHTS)
  })

  it('are all zero where no weight is above zero, and that is no usable set', () => {
    expect(sharesOf(ZERO)).toEqual(ZERO)
    expect(hasAnyWeight(ZERO)).toBe(false)
    expect(hasAnyWeight({ ...ZERO, growth: 0.1 })).toBe(true)
  })

  it('add up to 100.0, whatever was slid', () => {
    const slid = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(slid, (tenths) => {
        const weights = { ...ZERO }
        for (const [index, factor] of MATCH_FACTORS.entries()) weights[factor] = (tenths[index] ?? 0) / 10
        fc.pre(hasAnyWeight(weights))
        const sum = Object.values(sharesOf(weights)).reduce((total, share) => total + Math.round(share * 10), 0)
        expect(sum).toBe(1000)
      }),
    )
  })
})

it('two sets of weights are the same when every factor is', () => {
  expect(isSameWeights(DEFAULT_WEIGHTS, { ...DEFAULT_WEIGHTS })).toBe(true)
  expect(isSameWeights(DEFAULT_WEIGHTS, { ...DEFAULT_WEIGHTS, recency: 6 })).toBe(false)
})
