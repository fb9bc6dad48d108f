import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf, UNCUT_LETTERS } from './word-breaks.ts'

test.each(['Rindfleischetikettierungsges', 'state-of-the-art', 'https://example.org', ' '])(
  '%s stays whole',
  (word) => {
    expect(piecesOf(word)).toEqual([word])
  },
)

test('a long address breaks after its marks', () => {
  expect(piecesOf('https://example.org/people/ada?sort=year')).toEqual([
    'https://',
    '',
    'example.',
    '',
    'org/',
    '',
    'people/',
    '',
    'ada?',
    '',
    'sort=',
    '',
    'year',
  ])
})

test('no letter is lost, and between two pieces there is always a place to break', () => {
  assert(
    property(string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const word = text.replaceAll(' ', '')
      const pieces = piecesOf(word)
      expect(pieces.join('')).toBe(word)
      expect(pieces.every((piece, index) => (index % 2 === 1) === (piece === '' && word !== ''))).toBe(true)
      expect(pieces.every((piece) => Array.from(piece).length <= UNCUT_LETTERS)).toBe(true)
    }),
  )
})
