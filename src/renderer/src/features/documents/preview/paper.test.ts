import { expect, test } from 'vitest'
import { naturalWidthPx, nextZoom, paperWords } from './paper.ts'

test.each([
  [595.28, 841.89, 'A4, 210 × 297 mm'],
  [612, 792, 'US Letter, 216 × 279 mm'],
  [419.53, 595.28, '148 × 210 mm'],
])('%d × %d points are %s', (widthPt, heightPt, words) => {
  expect(paperWords({ widthPt, heightPt })).toBe(words)
})

test('a page in its own size is as wide as its inches on the screen', () => {
  expect(naturalWidthPx({ widthPt: 612, heightPt: 792 })).toBeCloseTo(816)
})

test.each([
  [0.62, 1, 0.75],
  [0.62, -1, 0.5],
  [1, 1, 1.25],
  [1, -1, 0.75],
  [0.997, 1, 1.25],
  [2, 1, null],
  [0.5, -1, null],
] as const)('from %d by %d to %j', (shown, step, next) => {
  expect(nextZoom(shown, step)).toBe(next)
})
