import { describe, expect, it } from 'vitest'
import type { FactorPart } from '#shared/recommendations.ts'
import { fitOf, formatPoints, formatShift, strongestReasons, sumOfPoints } from './points.ts'

const part = (factor: FactorPart['factor'], points: number, isKnown = true): FactorPart => ({
  factor,
  weight: 40,
  value: 0.5,
  points,
  isKnown,
  evidence: 'You have 3 of the 4 skills.',
})

describe('points on screen', () => {
  it('add up to the last digit where floating numbers do not', () => {
    const parts = [0.1, 0.2, 33.3, 12.4].map((points) => ({ points }))
    expect(sumOfPoints(parts)).toBe(46)
    expect(sumOfPoints([])).toBe(0)
  })

  it('have one decimal, and a sign where they are a shift', () => {
    expect(formatPoints(36, 'en')).toBe('36.0')
    expect(formatShift(1.5, 'en')).toBe('+1.5')
    expect(formatShift(0, 'en')).toBe('0.0')
    expect(formatShift(-2, 'en')).toBe('−2.0')
  })
})

describe('the strongest reasons', () => {
  it('are the known parts with most points; what nobody knows is no reason, and neither is nothing', () => {
    const parts = [
      part('recency', 5),
      part('skills', 30),
      part('salary', 8, false),
      part('growth', 0),
      part('place', 9),
    ]
    expect(strongestReasons(parts, 3).map(({ factor }) => factor)).toEqual(['skills', 'place', 'recency'])
    expect(strongestReasons(parts, 1).map(({ factor }) => factor)).toEqual(['skills'])
  })
})

it.each([
  [100, 'strong'],
  [70, 'strong'],
  [69.9, 'fair'],
  [50, 'fair'],
  [49.9, 'weak'],
  [0, 'weak'],
] as const)('a score of %d is a %s match', (score, fit) => {
  expect(fitOf(score)).toBe(fit)
})
