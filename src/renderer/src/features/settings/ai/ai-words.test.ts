import { expect, test } from 'vitest'
import { AI_CALL_STATES, AI_PURPOSES } from '#shared/ai.ts'
import { costWords, formatUsd, priceWords, PURPOSE_WORDS, spentWords, STATE_WORDS } from './ai-words.ts'

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
  [null, null, false, 'price not known'],
  [null, null, true, 'price not known'],
  [1, null, false, 'price not known'],
  [0, 0, false, 'costs nothing'],
  [0, 0, true, 'free, on this computer'],
  [0.15, 0.6, false, '$0.15 in, $0.60 out a million tokens'],
  [0.15, 0.6, true, '$0.15 in, $0.60 out a million tokens'],
])('a price of %s and %s, on this computer: %s', (inputUsdPerMillion, outputUsdPerMillion, isHere, words) => {
  expect(priceWords({ inputUsdPerMillion, outputUsdPerMillion }, { isHere, locale: 'en-US' })).toBe(words)
})

test('a call whose price nobody told does not look like one that cost nothing', () => {
  expect([costWords(null, 'en-US'), costWords(0, 'en-US')]).toEqual(['no price', '$0.00'])
})

test.each([
  [{ spentUsd: 0, unpriced: 0, budgetUsd: 5 }, '$0.00 of $5.00'],
  [{ spentUsd: 1.2, unpriced: 0, budgetUsd: null }, '$1.20'],
  [{ spentUsd: 1.2, unpriced: 3, budgetUsd: null }, '$1.20 and 3 calls without a price'],
  [{ spentUsd: 1.2, unpriced: 1, budgetUsd: 5 }, '$1.20 of $5.00 and 1 call without a price'],
  [{ spentUsd: null, unpriced: 3, budgetUsd: null }, '3 calls without a price'],
  [{ spentUsd: null, unpriced: 3, budgetUsd: 5 }, '3 calls without a price'],
])('what was spent: %o', (usage, words) => {
  expect(spentWords(usage, 'en-US')).toBe(words)
})
