import { expect, test } from 'vitest'
import { changeWords, marketSentences, streakSentence } from './week-words.ts'

const silent = {
  newJobs: 0,
  newJobsBefore: 0,
  offersVisaShare: null,
  medianYearEur: null,
  countries: [],
  skills: [],
}

test.each([
  [5, 3, 'up from 3'],
  [3, 1234, 'down from 1,234'],
  [2, 2, 'as many as the week before'],
  [2, 0, 'none the week before'],
  [0, 0, 'none the week before either'],
])('%i after %i is %s', (count, before, words) => {
  expect(changeWords(count, before, 'en-GB')).toBe(words)
})

test('a week without news is told in one sentence', () => {
  expect(marketSentences(silent)).toEqual(['No new jobs came in this week or the week before.'])
  expect(marketSentences({ ...silent, newJobsBefore: 7 })).toEqual([
    'No new jobs came in this week; there were 7 the week before.',
  ])
})

test('the market is told with what is known of it, and without what is not', () => {
  const known = {
    newJobs: 120,
    newJobsBefore: 80,
    offersVisaShare: 0.456,
    medianYearEur: 71_500,
    countries: [
      { value: 'DE', count: 60 },
      { value: 'NL', count: 20 },
    ],
    skills: [{ value: 'Python', count: 50 }],
  }
  expect(marketSentences(known, 'en-GB')).toEqual([
    '120 new jobs came in, up from 80.',
    'Most are in Germany (60) and Netherlands (20).',
    'They ask most for Python.',
    'Of those that speak of a visa, 46% help with one.',
    'Where pay is told, half of them pay €71,500 a year or more.',
  ])
  expect(marketSentences({ ...silent, newJobs: 1 }, 'en-GB')).toEqual(['1 new job came in, none the week before.'])
})

test.each([
  [0, null],
  [1, null],
  [3, 'On 3 days in a row you applied or moved something on.'],
])('a row of %i days is told as %j', (days, sentence) => {
  expect(streakSentence(days)).toBe(sentence)
})
