import { expect, test } from 'vitest'
import { AI_CALL_STATES, AI_PURPOSES } from '#shared/ai.ts'
import { formatUsd, priceWords, PURPOSE_WORDS, STATE_WORDS } from './ai-words.ts'

test('every state and purpose has words', () => {
  expect(Object.keys(STATE_WORDS)).toEqual([...AI_CALL_STATES])
  expect(Object.keys(PURPOSE_WORDS)).toEqual([...AI_PURPOSES])
})

test.each([
  [0, '$0.00'],
  [5, '$5.00'],
  [0.15, '$0.15'],
  [0.002, '$0.002'],
  [0.00004, '$0.00'],
  [1234.5, '$1,234.50'],
])('%d dollars are %s', (usd, words) => {
  expect(formatUsd(usd, 'en-US')).toBe(words)
})

test.each([
  [null, null, 'price not known'],
  [1, null, 'price not known'],
  [0, 0, 'costs nothing'],
  [0.15, 0.6, '$0.15 in, $0.60 out a million tokens'],
])('a price of %s and %s', (inputUsdPerMillion, outputUsdPerMillion, words) => {
  expect(priceWords({ inputUsdPerMillion, outputUsdPerMillion }, 'en-US')).toBe(words)
})
