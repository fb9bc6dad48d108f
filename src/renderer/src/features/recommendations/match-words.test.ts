import { expect, it } from 'vitest'
import { differenceWords, gapsWords, learnedFromWords, medianWords, payBasisWords, stateWords } from './match-words.ts'

const NOW = Date.UTC(2026, 0, 15, 12)

it.each([
  [{ considered: 12_340, computedAt: NOW - 180_000 }, 'Best of 12,340 open jobs, worked out 3 min ago'],
  [{ considered: 1, computedAt: NOW }, 'Best of 1 open job, worked out just now'],
])('the list says what it is made of: %j', (list, words) => {
  expect(stateWords(list, NOW)).toBe(words)
})

it.each([
  [0, 'Not in your profile: with them more jobs would be good matches'],
  [1, 'Not in your profile: your 1 good match asks for them, or they would make good matches of more jobs'],
  [12, 'Not in your profile: your 12 good matches ask for them, or they would make good matches of more jobs'],
])('skills to learn are asked for by the good matches, where there are any: %d', (goodMatches, words) => {
  expect(gapsWords({ goodMatches })).toBe(words)
})

it('what was learned says how many acts it rests on, or what would start it', () => {
  expect(learnedFromWords({ saved: 12, applied: 3, hidden: 5 })).toBe('From 12 saved, 3 applied and 5 hidden jobs.')
  expect(learnedFromWords({ saved: 0, applied: 0, hidden: 0 })).toMatch(/^Nothing yet/)
})

it.each([
  [71_960, '€72,000'],
  [null, '–'],
])('a median of %j is shown as %s', (medianPayEur, words) => {
  expect(medianWords({ medianPayEur }, 'en')).toBe(words)
})

it.each([
  [4230, '+€4,200'],
  [-1180, '−€1,200'],
  [-20, '€0'],
])('a difference of %j is shown as %s', (payDifferenceEur, words) => {
  expect(differenceWords(payDifferenceEur, 'en')).toBe(words)
})

it.each([
  [{ payDifferenceEur: 900, payFrom: 80 }, 'from 80 jobs'],
  [{ payDifferenceEur: null, payFrom: 2 }, 'too few: 2 jobs'],
  [{ payDifferenceEur: null, payFrom: 0 }, 'no pay stated'],
])('pay of %j rests on: %s', (gap, words) => {
  expect(payBasisWords(gap)).toBe(words)
})
