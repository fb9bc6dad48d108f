import { expect, test } from 'vitest'
import { payRangeWord } from './pay-range.ts'

test.each([
  [null, null, null],
  [60_000, null, 'from €60K'],
  [null, 80_000, 'up to €80K'],
  [60_000, 80_000, '€60K to €80K'],
])('pay from %s to %s is told as %s', (min, max, word) => {
  expect(payRangeWord({ min, max }, 'en')).toBe(word)
})
