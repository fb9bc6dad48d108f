import { expect, it } from 'vitest'
import { inBoth, payClash } from './clashes.ts'

it.each([
  [['Havelwerk', 'Emsquell'], ['emsquell '], ['Emsquell']],
  [['Havelwerk'], [], []],
])('of %j and %j, %j are liked and avoided at once', (liked, avoided, both) => {
  expect(inBoth(liked, avoided)).toEqual(both)
})

it.each([
  [60_000, 50_000, true],
  [60_000, 60_000, false],
  [null, 50_000, false],
  [60_000, null, false],
])('a least of %j and a hope of %j clash: %j', (salaryMinEur, salaryWishEur, isClash) => {
  expect(payClash({ salaryMinEur, salaryWishEur }) !== null).toBe(isClash)
})
