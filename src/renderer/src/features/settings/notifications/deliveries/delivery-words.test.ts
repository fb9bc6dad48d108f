import { expect, test } from 'vitest'
import { deliveryActions, deliveryParts, dropWords, sendWords } from './delivery-words.ts'

const MINUTE_MS = 60_000
const now = 10_000 * MINUTE_MS
const fresh = { attempts: 0, nextAt: null, createdAt: now - 5 * MINUTE_MS, endedAt: null, others: 0 }

test.each([
  [{ ...fresh, state: 'waiting', nextAt: now + 10 * MINUTE_MS }, ['came up 5 min ago', 'next try in 10 min']],
  [{ ...fresh, state: 'waiting', nextAt: now - 1 }, ['came up 5 min ago', 'its turn is next']],
  [
    { ...fresh, state: 'failed', attempts: 4, endedAt: now - 2 * MINUTE_MS },
    ['came up 5 min ago', '4 tries', 'given up 2 min ago'],
  ],
  [{ ...fresh, state: 'sent', attempts: 1, endedAt: now }, ['came up 5 min ago', 'sent just now']],
  [{ ...fresh, state: 'waiting', others: 2 }, ['came up 5 min ago', 'tells 2 others, too']],
  [{ ...fresh, state: 'folded' }, ['came up 5 min ago', 'over the day’s limit']],
] as const)('%j is told as %j', (delivery, parts) => {
  expect(deliveryParts(delivery, now)).toEqual(parts)
})

test.each([
  ['waiting', { canSend: false, canDrop: true }],
  ['sending', { canSend: false, canDrop: false }],
  ['sent', { canSend: false, canDrop: false }],
  ['failed', { canSend: true, canDrop: true }],
  ['folded', { canSend: false, canDrop: false }],
  ['dropped', { canSend: true, canDrop: false }],
] as const)('of one that is %s, %j', (state, actions) => {
  expect(deliveryActions({ state })).toEqual(actions)
})

test.each([
  ['waiting', 'dropped', 0, { word: 'It is no longer sent', canUndo: true }],
  ['waiting', 'dropped', 1, { word: 'It and 1 other are no longer sent', canUndo: true }],
  ['waiting', 'dropped', 11, { word: 'It and 11 others are no longer sent', canUndo: true }],
  ['failed', 'dropped', 0, { word: 'It is no longer sent', canUndo: false }],
  ['waiting', 'sending', 0, { word: 'It is on its way already', canUndo: false }],
  ['waiting', 'sent', 2, { word: 'It has been sent already', canUndo: false }],
] as const)('dropping one that was %s and is %s then, with %i others: %j', (seen, state, others, words) => {
  expect(dropWords({ state: seen }, { state, others })).toEqual(words)
})

test.each([
  ['waiting', 'It is tried again'],
  ['sending', 'It is on its way already'],
  ['sent', 'It has been sent already'],
] as const)('sending again one that is %s then: %j', (state, word) => {
  expect(sendWords({ state })).toBe(word)
})
