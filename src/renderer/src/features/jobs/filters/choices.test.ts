import { expect, test } from 'vitest'
import { fixedChoices, openChoices, orderChoices } from './choices.ts'

test('a fixed set keeps its order and shows zero for what no job has', () => {
  const words = { offers: 'Visa', refuses: 'No visa' } as const
  expect(fixedChoices(words, [{ value: 'refuses', count: 3 }])).toEqual([
    { value: 'offers', word: 'Visa', count: 0 },
    { value: 'refuses', word: 'No visa', count: 3 },
  ])
  expect(fixedChoices(words, undefined).map((choice) => choice.count)).toEqual([null, null])
})

test('an open set is sorted by frequency, and what is ticked never disappears', () => {
  const counts = [
    { value: 'NL', count: 2 },
    { value: 'DE', count: 9 },
    { value: 'AT', count: 2 },
  ]
  const word = (value: string) => ({ NL: 'Netherlands', DE: 'Germany', AT: 'Austria' })[value] ?? value
  expect(openChoices({ counts, selected: ['XX', 'DE'], word }).map((choice) => choice.value)).toEqual([
    'DE',
    'AT',
    'NL',
    'XX',
  ])
})

test.each([
  ['', 3],
  ['ger', 1],
  ['king', 1],
  ['de', 1],
  ['many', 0],
])('typing %j leaves %i choices: words are found by their beginning', (typed, count) => {
  const choices = [
    { value: 'DE', word: 'Germany', count: 1 },
    { value: 'GB', word: 'United Kingdom', count: 1 },
    { value: 'FR', word: 'France', count: 1 },
  ]
  expect(orderChoices(choices, typed)).toHaveLength(count)
})
