import { expect, test } from 'vitest'
import { contrastOnPaper, isReadableOnPaper } from './contrast.ts'

test.each([
  ['#000000', 21, true],
  ['#ffffff', 1, false],
  ['#767676', 4.54, true],
  ['#777777', 4.48, false],
  ['#3f51b5', 6.87, true],
] as const)('%s on paper: %d', (colour, ratio, isReadable) => {
  expect(contrastOnPaper(colour)).toBeCloseTo(ratio, 1)
  expect(isReadableOnPaper(colour)).toBe(isReadable)
})
