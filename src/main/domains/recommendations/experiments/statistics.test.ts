import { describe, expect, test } from 'vitest'
import {
  detectableDifference,
  differenceInterval,
  neededShown,
  normalCdf,
  pooledZTest,
  wilsonInterval,
} from './statistics.ts'

describe('the normal distribution', () => {
  test.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [1.6448536269514722, 0.95],
    [1.959963984540054, 0.975],
    [2.5758293035489004, 0.995],
    [-3, 0.0013498980316301],
    [-9, 0],
    [9, 1],
  ])('is tabled right at %d', (z, expected) => {
    expect(normalCdf(z)).toBeCloseTo(expected, 12)
  })
})

describe('the pooled z test', () => {
  test.each([
    // A. Agresti, Categorical Data Analysis, table 2.3 and section 3.2: heart attacks with placebo and aspirin, X² = 25.01.
    { name: 'aspirin', a: [11_034, 189], b: [11_037, 104], z: -5.001, pValue: 5.7e-7, digits: 8 },
    // Larson, Farber, Elementary Statistics, section 8.4: internet users among women and men, z = 1.77.
    { name: 'internet users', a: [200, 60], b: [250, 95], z: 1.775, pValue: 0.076, digits: 4 },
    // Penn State, STAT 415, lesson 9.4: a cigarette tax among those who smoke and those who do not, z = 8.99.
    { name: 'cigarette tax', a: [195, 41], b: [605, 351], z: 8.986, pValue: 0, digits: 15 },
    // R: prop.test(c(15, 25), c(50, 50), correct = FALSE) has X² = 4.1667.
    { name: 'the square root of chi squared', a: [50, 15], b: [50, 25], z: 2.041, pValue: 0.04123, digits: 5 },
  ])('gives the published figures: $name', ({ a, b, z, pValue, digits }) => {
    const found = pooledZTest(counted(a), counted(b))
    expect(found?.z).toBeCloseTo(z, 2)
    expect(found?.pValue).toBeCloseTo(pValue, digits)
  })

  test.each([
    { why: 'nothing was shown', a: [0, 0], b: [10, 2] },
    { why: 'nothing happened', a: [10, 0], b: [10, 0] },
    { why: 'it happened every time', a: [10, 10], b: [12, 12] },
  ])('says nothing when $why', ({ a, b }) => {
    expect(pooledZTest(counted(a), counted(b))).toBeNull()
  })
})

describe('the interval of the difference', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, table II, method 10. There the first less the second.
  test.each([
    { first: [70, 56], second: [80, 48], low: 0.0524, high: 0.3339 },
    { first: [10, 9], second: [10, 3], low: 0.1705, high: 0.809 },
    { first: [7, 6], second: [7, 2], low: 0.0582, high: 0.8062 },
    { first: [56, 5], second: [29, 0], low: -0.0381, high: 0.1926 },
    { first: [10, 0], second: [20, 0], low: -0.1611, high: 0.2775 },
    { first: [10, 0], second: [10, 0], low: -0.2775, high: 0.2775 },
    { first: [10, 10], second: [20, 0], low: 0.6791, high: 1 },
  ])('is the published one of $first and $second', ({ first, second, low, high }) => {
    const found = differenceInterval(counted(second), counted(first))
    expect(found?.low).toBeCloseTo(low, 4)
    expect(found?.high).toBeCloseTo(high, 4)
  })

  test('is turned about when the sides are', () => {
    const forth = differenceInterval({ shown: 70, hits: 56 }, { shown: 80, hits: 48 })
    const back = differenceInterval({ shown: 80, hits: 48 }, { shown: 70, hits: 56 })
    expect(forth?.low).toBeCloseTo(-(back?.high ?? 0), 12)
    expect(differenceInterval({ shown: 0, hits: 0 }, { shown: 10, hits: 1 })).toBeNull()
  })

  // R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3.
  test.each([
    [263, 81, 0.2553, 0.3662],
    [148, 15, 0.0624, 0.1605],
    [20, 0, 0, 0.1611],
    [29, 1, 0.0061, 0.1718],
  ])('of one rate is the published one: %d, %d', (shown, hits, low, high) => {
    const found = wilsonInterval({ shown, hits })
    expect(found?.low).toBeCloseTo(low, 4)
    expect(found?.high).toBeCloseTo(high, 4)
  })
})

describe('power', () => {
  test.each([
    // R: power.prop.test(p1 = , p2 = , power = 0.8) answers 685.6, 387.3 and 199.0 a group.
    [0.1, 0.15, 686],
    [0.5, 0.6, 388],
    [0.1, 0.2, 199],
  ])('to tell %d from %d takes the published number of a group', (p1, p2, expected) => {
    expect(neededShown({ pooled: (p1 + p2) / 2, difference: p2 - p1, ratio: 1 })).toBe(expected)
  })

  test('of uneven sides the smaller needs less than an even one, and both together more', () => {
    const even = neededShown({ pooled: 0.2, difference: 0.05, ratio: 1 })
    const smaller = neededShown({ pooled: 0.2, difference: 0.05, ratio: 4 })
    expect(smaller).toBeLessThan(even)
    expect(smaller * 5).toBeGreaterThan(even * 2)
  })

  test('what so much shown tells is what would need so much', () => {
    const difference = detectableDifference({ pooled: 0.125, ratio: 1, smaller: 686 })
    expect(difference).toBeCloseTo(0.05, 3)
    expect(detectableDifference({ pooled: 0.5, ratio: 1, smaller: 1 })).toBeNull()
  })

  test.each([0, 0.001, 0.5, 0.999, 1])('stays a number at the edges: a rate of %d', (pooled) => {
    expect(neededShown({ pooled, difference: 0.05, ratio: 1 })).toBeGreaterThan(0)
    const found = detectableDifference({ pooled, ratio: 1, smaller: 200 })
    expect(found).toBeGreaterThan(0)
    expect(found).toBeLessThanOrEqual(1)
  })
})

function counted([shown = 0, hits = 0]: readonly number[]) {
  return { shown, hits }
}
