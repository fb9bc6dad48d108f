import { expect, test } from 'vitest'
import { medianOf, mostFrequent } from './figures.ts'

test.each<[string, number[], number | null]>([
  ['of too few amounts there is none', [50_000, 60_000, 70_000, 80_000], null],
  ['of an odd number it is the one in the middle, in whatever order', [9, 1, 5, 3, 7], 5],
  ['of an even number it lies halfway', [10, 20, 30, 40, 50, 60], 35],
  ['an amount counts as often as it occurs', [10, 90, 90, 90, 90], 90],
  ['numbers are not sorted as words', [9, 10, 100, 1000, 2], 10],
])('the median: %s', (_name, amounts, expected) => {
  const counts = new Map<number, number>()
  for (const amount of amounts) counts.set(amount, (counts.get(amount) ?? 0) + 1)
  expect(medianOf(counts)).toBe(expected)
})

test('the most frequent come first, equal ones by name, and no more than asked for', () => {
  const counts = new Map([
    ['NL', 3],
    ['DE', 9],
    ['AT', 3],
    ['FR', 1],
  ])
  expect(mostFrequent(counts, 3)).toEqual([
    { value: 'DE', count: 9 },
    { value: 'AT', count: 3 },
    { value: 'NL', count: 3 },
  ])
})
