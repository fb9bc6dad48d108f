import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'

test.each([
  ['Led a team of five', 'Led a team of nine', '=Led a team of |-five|+nine'],
  ['', 'New', '+New'],
  ['Gone', '', '-Gone'],
  ['Same words', 'Same words', '=Same words'],
])('%j to %j', (before, after, parts) => {
  const signs = { same: '=', gone: '-', new: '+' }
  expect(
    wordDiff(before, after)
      .map(({ kind, text }) => signs[kind] + text)
      .join('|'),
  ).toBe(parts)
})

test('both texts can be read out of it, whatever they are', () => {
  assert(
    property(string({ unit: 'grapheme' }), string({ unit: 'grapheme' }), (before, after) => {
      const parts = wordDiff(before, after)
      const read = (left: 'gone' | 'new') => parts.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('')
      expect([read('new'), read('gone')]).toEqual([before, after])
    }),
  )
})
