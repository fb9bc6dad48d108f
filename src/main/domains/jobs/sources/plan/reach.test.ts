import { expect, test } from 'vitest'
import { isOutOfReach } from './reach.ts'

test.each([
  [['SE'], ['NO', 'DK'], true],
  [['SE'], ['NO', 'SE'], false],
  [['SE'], [], false],
  [null, ['NO'], false],
])('a source with %j is out of reach of a plan for %j: %s', (countries, planned, isOut) => {
  expect(isOutOfReach({ countries }, { countries: planned })).toBe(isOut)
})
