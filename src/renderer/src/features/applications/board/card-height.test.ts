import { expect, test } from 'vitest'
import { cardHeightPx, titleLines } from './card-height.ts'

test.each([
  ['Senior Data Scientist', 1],
  ['Data Platform Engineer', 2],
  ['Data Analytics Manager', 2],
  ['Illiterate lilies, still', 1],
  ['WWWWWWWWWWWW', 2],
  ['', 1],
])('"%s" is given %i lines', (title, lines) => {
  expect(titleLines({ title })).toBe(lines)
})

test('a card is as high as what it shows', () => {
  const card = { title: 'Cook', nextStep: null, looksGhosted: false }
  const plain = cardHeightPx(card)
  expect(cardHeightPx({ ...card, title: 'A title that is too long for one line' })).toBeGreaterThan(plain)
  expect(cardHeightPx({ ...card, nextStep: { kind: 'answer', at: 1 } })).toBeGreaterThan(plain)
  expect(cardHeightPx({ ...card, looksGhosted: true })).toBeGreaterThan(plain)
})
