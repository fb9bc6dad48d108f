import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_WEIGHTS, MATCH_FACTORS } from '#shared/recommendations.ts'
import { normalisedWeights, weightsFrom } from '../score.ts'
import { shifted } from '../weights.ts'
import type { Feedback } from './feedback.repo.ts'
import { learnedShifts } from './learned-shifts.ts'

const flat = weightsFrom(() => 0.5)
const act = (kind: Feedback['kind'], values: Partial<typeof flat> = {}, reason: string | null = null): Feedback => ({
  jobId: 1,
  kind,
  reason,
  values: { ...flat, ...values },
  happenedAt: 0,
})
const times = (count: number, one: Feedback): Feedback[] => Array.from({ length: count }, () => one)
const shiftOf = (factor: string, feedback: readonly Feedback[]) =>
  learnedShifts(DEFAULT_WEIGHTS, feedback).find((learned) => learned.factor === factor)

describe('what is learned', () => {
  test('nothing from nothing, and nothing from two acts', () => {
    for (const feedback of [[], [act('saved', { skills: 1 }), act('hidden', { skills: 0 })]]) {
      expect(learnedShifts(DEFAULT_WEIGHTS, feedback).every(({ shift }) => shift === 0)).toBe(true)
    }
    expect(shiftOf('skills', [])?.sentence).toBe('Too few saved and hidden jobs to learn from.')
  })

  test('a factor in which saved jobs beat hidden ones weighs more', () => {
    const learned = shiftOf('place', [
      ...times(8, act('saved', { place: 1 })),
      ...times(8, act('hidden', { place: 0.2 })),
    ])
    expect(learned).toMatchObject({ shift: 3, bound: 6 })
    expect(learned?.sentence).toBe('3.0 points more: what you saved fits your places at 100 %, what you hid at 20 %.')
  })

  test('a factor in which hidden jobs were better weighs less', () => {
    const feedback = [...times(8, act('applied', { place: 0.2 })), ...times(8, act('hidden', { place: 1 }))]
    expect(shiftOf('place', feedback)?.shift).toBe(-3)
  })

  test.each([
    ['salary', 'salary'],
    ['place', 'place'],
    ['visa', 'place'],
    ['not_relevant', 'skills'],
  ])('the reason "%s" speaks of the factor %s', (reason, factor) => {
    const learned = learnedShifts(DEFAULT_WEIGHTS, times(4, act('hidden', {}, reason)))
    expect(learned.filter(({ shift }) => shift > 0).map((one) => one.factor)).toEqual([factor])
  })

  test('a job hidden for its employer says nothing of the factors', () => {
    const feedback = [...times(9, act('saved', { skills: 0 })), ...times(9, act('hidden', { skills: 1 }, 'company'))]
    expect(shiftOf('skills', feedback)?.shift).toBe(0)
  })

  test('no act moves a weight beyond its bound, and the weights stay points of 100', () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true })
    const anyAct = fc.record({
      kind: fc.constantFrom('saved' as const, 'applied' as const, 'hidden' as const),
      reason: fc.constantFrom(null, 'salary', 'place', 'visa', 'not_relevant', 'company', 'other'),
      skills: value,
      salary: value,
    })
    const ownWeights = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 60 }), ownWeights, (acts, given) => {
        const own = normalisedWeights(weightsFrom((_factor, at) => given[at] ?? 0))
        const feedback = acts.map(({ kind, reason, skills, salary }) => act(kind, { skills, salary }, reason))
        const learned = learnedShifts(own, feedback)
        expect(learned.map(({ factor }) => factor)).toEqual(MATCH_FACTORS)
        for (const { factor, shift, bound } of learned) {
          expect(Math.abs(shift)).toBeLessThanOrEqual(bound + 1e-9)
          expect(bound).toBeLessThanOrEqual(8)
          expect(bound).toBeLessThanOrEqual(own[factor] * 0.3 + 1e-9)
        }
        const effective = shifted(own, learned)
        expect(MATCH_FACTORS.reduce((sum, factor) => sum + Math.round(effective[factor] * 10), 0)).toBe(1000)
        expect(learnedShifts(own, feedback.toReversed())).toEqual(learned)
      }),
    )
  })
})
