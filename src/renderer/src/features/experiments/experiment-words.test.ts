import { describe, expect, test } from 'vitest'
import type { Comparison, Experiment, VariantFigures } from '#shared/experiments.ts'
import { DEFAULT_WEIGHTS } from '#shared/recommendations.ts'
import {
  differenceWords,
  formatChance,
  formatDifference,
  formatRate,
  methodWords,
  powerWords,
  verdictWords,
  winnerOf,
} from './experiment-words.ts'
import { scaleOf } from './rate-scale.ts'

const figures = (shown: number, clicked: number): VariantFigures => ({
  weights: DEFAULT_WEIGHTS,
  lists: 3,
  shown,
  clicked,
  applied: 0,
  clickRate: shown === 0 ? null : clicked / shown,
  clickInterval: null,
  applyRate: null,
  applyInterval: null,
})

const comparison = (changes: Partial<Comparison>): Comparison => ({
  measure: 'clicks',
  difference: null,
  low: null,
  high: null,
  pValue: null,
  verdict: 'not_enough_data',
  detectable: 0.05,
  neededShown: 640,
  detectableNow: null,
  neededForObserved: null,
  ...changes,
})

const experiment = (changes: Partial<Experiment>): Experiment => ({
  id: 1,
  name: 'Pay first',
  startedAt: 0,
  stoppedAt: null,
  share: 0.5,
  a: figures(700, 70),
  b: figures(700, 112),
  comparisons: [],
  ...changes,
})

const early = experiment({ a: figures(43, 4), b: figures(90, 9) })

describe('the verdict in words', () => {
  test.each([
    {
      what: 'too little',
      of: early,
      is: comparison({}),
      words: 'Not enough data yet: 43 of about 640 shown each.',
    },
    {
      what: 'too little when it was stopped',
      of: { ...early, stoppedAt: 9 },
      is: comparison({}),
      words: 'Not enough data: 43 of about 640 shown each.',
    },
    {
      what: 'too little of an uneven one',
      of: { ...early, share: 0.2 },
      is: comparison({ neededShown: 430 }),
      words: 'Not enough data yet: of the set with fewer lists 43 of about 430 shown.',
    },
    {
      what: 'shown enough and hardly opened',
      of: experiment({}),
      is: comparison({ neededShown: null }),
      words: 'Not enough data yet: fewer than 5 jobs of a set were opened, or fewer than 5 were not.',
    },
    {
      what: 'no difference before the planned number',
      of: experiment({ a: figures(300, 30), b: figures(310, 33) }),
      is: comparison({ verdict: 'no_difference_seen', detectableNow: 0.071 }),
      words:
        'No difference seen so far: 300 of about 640 shown each. One of less than 7.1 points could be there and not show.',
    },
    {
      what: 'no difference at the end',
      of: experiment({}),
      is: comparison({ verdict: 'no_difference_seen', neededShown: null, detectableNow: 0.05 }),
      words: 'No difference seen. One of less than 5 points could be there and not show.',
    },
    {
      what: 'a better one',
      of: experiment({}),
      is: comparison({ verdict: 'b_better', neededShown: null }),
      words: 'Jobs of B are opened more often: 16.0% against 10.0%.',
    },
    {
      what: 'a better one, looked at early',
      of: experiment({}),
      is: comparison({ verdict: 'b_better', neededShown: 800 }),
      words:
        'Jobs of B are opened more often so far: 16.0% against 10.0%. It was planned for about 800 shown each; looking before that makes differences look larger and surer than they are.',
    },
    {
      what: 'a better one, stopped early',
      of: experiment({ stoppedAt: 9 }),
      is: comparison({ verdict: 'a_better', neededShown: 800 }),
      words:
        'Jobs of A are opened more often: 10.0% against 16.0%. It was planned for about 800 shown each; stopping before that makes differences look larger and surer than they are.',
    },
  ])('says no more than the figures do: $what', ({ of, is, words }) => {
    expect(verdictWords(of, is, 'en')).toBe(words)
  })
})

test('the difference is told with its interval and its p value, or not at all', () => {
  const known = comparison({ difference: 0.06, low: 0.031, high: 0.089, pValue: 0.0004, verdict: 'b_better' })
  expect(differenceWords(known, 'en')).toBe('B less A: +6.0 points, 95% interval +3.1 to +8.9, p < 0.001')
  expect(differenceWords(comparison({}), 'en')).toBeNull()
})

test('power is told as what could be found and what it would take', () => {
  expect(powerWords(comparison({ detectableNow: 0.1234 }), 'en')).toBe(
    'So much as was shown tells a difference of 12.3 points or more in four of five cases. About 640 shown each would tell one of 5 points.',
  )
  const seen = { verdict: 'no_difference_seen', neededShown: null } as const
  expect(powerWords(comparison({ ...seen, neededForObserved: 2300 }), 'en')).toBe(
    'The difference that is seen, if it is true, would need about 2,300 shown each.',
  )
  expect(powerWords(comparison({ ...seen, neededForObserved: 900_000 }), 'en')).toContain('too small ever')
  expect(powerWords(comparison({ neededShown: null }), 'en')).toBeNull()
})

describe('the winner', () => {
  const applications = (verdict: Comparison['verdict']) => comparison({ measure: 'applications', verdict })
  test.each([
    ['not_enough_data', 'not_enough_data', null],
    ['b_better', 'not_enough_data', 'b'],
    ['no_difference_seen', 'a_better', 'a'],
    ['a_better', 'a_better', 'a'],
    ['a_better', 'b_better', null],
  ] as const)('of clicks %s and applications %s is %s', (clicks, applied, winner) => {
    expect(winnerOf({ comparisons: [comparison({ verdict: clicks }), applications(applied)] })).toBe(winner)
  })
})

test.each([
  [0.001, 'p = 0.001'],
  [0.0449, 'p = 0.045'],
  [0.00099, 'p < 0.001'],
  [1, 'p = 1.000'],
])('a chance of %d is written %s', (pValue, words) => {
  expect(formatChance(pValue, 'en')).toBe(words)
})

test('rates and differences have one decimal, and a dash where there is none', () => {
  expect(formatRate(0.125, 'en')).toBe('12.5%')
  expect(formatRate(null, 'en')).toBe('–')
  expect(formatDifference(-0.0123, 'en')).toBe('−1.2')
  expect(formatDifference(0, 'en')).toBe('0.0')
})

test('the rule of the verdict and the warning about early looks are told', () => {
  const words = methodWords({ share: 0.2 }, 'en').join(' ')
  expect(words).toContain('at least 100 jobs shown, 5 of them opened and 5 not')
  expect(words).toContain('wait for the number')
  expect(words).toContain('B on 20% of the days')
  expect(words).toContain('z test at 5%;')
})

test.each([
  [[], null],
  [[null, null], null],
  [[{ low: 0, high: 0.02 }], 0.1],
  [[{ low: 0.1, high: 0.3 }, null], 0.3],
  [[{ low: 0.9, high: 1 }], 1],
])('bars end at the next 10%%: %j', (intervals, scale) => {
  expect(scaleOf(intervals)).toBe(scale)
})
