import { describe, expect, test } from 'vitest'
import { comparisonOf } from './comparison.ts'
import type { Counted } from './statistics.ts'

const clicks = (a: Counted, b: Counted, share = 0.5) => comparisonOf('clicks', { a, b, share })
const of = (hits: number, shown: number): Counted => ({ hits, shown })

describe('a verdict', () => {
  test.each([
    { why: 'nothing was shown', a: of(0, 0), b: of(0, 0) },
    { why: 'one side was not shown', a: of(20, 200), b: of(0, 0) },
    { why: 'one side was shown 99 times', a: of(50, 500), b: of(60, 99) },
    { why: 'one side has four hits', a: of(50, 500), b: of(4, 500) },
    { why: 'one side has four misses', a: of(50, 500), b: of(496, 500) },
    { why: 'nothing was opened at all', a: of(0, 5000), b: of(0, 5000) },
  ])('is not given when $why, however far apart they are', ({ a, b }) => {
    expect(clicks(a, b)).toMatchObject({
      verdict: 'not_enough_data',
      difference: null,
      low: null,
      high: null,
      pValue: null,
      neededForObserved: null,
    })
  })

  test.each([
    { a: of(5, 100), b: of(95, 100), verdict: 'b_better' },
    { a: of(95, 100), b: of(5, 100), verdict: 'a_better' },
    { a: of(100, 1000), b: of(110, 1000), verdict: 'no_difference_seen' },
    { a: of(100, 1000), b: of(100, 1000), verdict: 'no_difference_seen' },
    { a: of(100, 1000), b: of(135, 1000), verdict: 'b_better' },
  ])('follows the counts: $a.hits of $a.shown, $b.hits of $b.shown', ({ a, b, verdict }) => {
    expect(clicks(a, b).verdict).toBe(verdict)
  })

  test('agrees with its interval where both are plain, and gives the difference as B less A', () => {
    const found = clicks(of(100, 1000), of(160, 1000))
    expect(found.difference).toBeCloseTo(0.06, 12)
    expect(found.low).toBeGreaterThan(0)
    expect(found.high).toBeLessThan(0.1)
    expect(found.pValue).toBeLessThan(0.001)
  })
})

describe('a plan', () => {
  test('says before anything happened how much has to be shown: 5 points about 12.5 % need 686 each', () => {
    expect(clicks(of(0, 0), of(0, 0))).toMatchObject({ detectable: 0.05, neededShown: 686, detectableNow: null })
  })

  test('is left when both were shown that often, and not when one was', () => {
    expect(clicks(of(80, 690), of(90, 690)).neededShown).toBeNull()
    expect(clicks(of(80, 690), of(30, 240)).neededShown).toBeGreaterThan(600)
  })

  test('follows the rate of both together and not their difference', () => {
    const apart = clicks(of(20, 300), of(70, 300))
    const alike = clicks(of(45, 300), of(45, 300))
    expect(apart.neededShown).toBe(alike.neededShown)
    expect(apart.detectableNow).toBe(alike.detectableNow)
  })

  test('says what so much tells, which gets finer, and what a seen difference would need, which gets more as it gets smaller', () => {
    const early = clicks(of(15, 150), of(21, 150))
    const late = clicks(of(60, 600), of(84, 600))
    expect(early.detectableNow ?? 0).toBeGreaterThan(late.detectableNow ?? 1)
    expect(clicks(of(60, 600), of(66, 600)).neededForObserved ?? 0).toBeGreaterThan(late.neededForObserved ?? Infinity)
    expect(clicks(of(60, 600), of(60, 600)).neededForObserved).toBeNull()
  })
})

/** Numbers from 0 to 1 that are the same in every run: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function draw(shown: number, rate: number, random: () => number): Counted {
  let hits = 0
  for (let row = 0; row < shown; row += 1) if (random() < rate) hits += 1
  return { shown, hits }
}

const RUNS = 4000
/** Three deviations of a share that is really 5 %, over so many runs. */
const NOISE = 3 * Math.sqrt((0.05 * 0.95) / RUNS)

describe('many experiments', () => {
  test.each([
    { rate: 0.1, shownA: 700, shownB: 700 },
    { rate: 0.3, shownA: 300, shownB: 300 },
    { rate: 0.1, shownA: 1200, shownB: 300 },
    { rate: 0.02, shownA: 800, shownB: 800 },
  ])('of equal weights raise a false alarm in at most 5 %: $rate, $shownA and $shownB', ({ rate, shownA, shownB }) => {
    const random = seeded(20_261_129)
    let alarms = 0
    for (let run = 0; run < RUNS; run += 1) {
      const { verdict } = clicks(draw(shownA, rate, random), draw(shownB, rate, random))
      if (verdict === 'a_better' || verdict === 'b_better') alarms += 1
    }
    expect(alarms / RUNS).toBeLessThanOrEqual(0.05 + NOISE)
  })

  test('that looked at every day and stopped at the first difference would raise far more: why the number is planned', () => {
    const random = seeded(7)
    let alarms = 0
    for (let run = 0; run < 500; run += 1) {
      let a = of(0, 0)
      let b = of(0, 0)
      for (let day = 0; day < 28; day += 1) {
        a = sum(a, draw(50, 0.2, random))
        b = sum(b, draw(50, 0.2, random))
        if (clicks(a, b).pValue === null || (clicks(a, b).pValue ?? 1) >= 0.05) continue
        alarms += 1
        break
      }
    }
    expect(alarms / 500).toBeGreaterThan(0.12)
  })

  test('with a true difference of what was planned for find it in about 80 %', () => {
    const random = seeded(99)
    const shown = clicks(of(0, 0), of(0, 0)).neededShown ?? 0
    let found = 0
    for (let run = 0; run < 1000; run += 1) {
      if (clicks(draw(shown, 0.1, random), draw(shown, 0.15, random)).verdict === 'b_better') found += 1
    }
    expect(Math.abs(found / 1000 - 0.8)).toBeLessThan(0.04)
  })
})

function sum(first: Counted, second: Counted): Counted {
  return { shown: first.shown + second.shown, hits: first.hits + second.hits }
}
