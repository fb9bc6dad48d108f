import { expect, test } from 'vitest'
import { nextPage, type Place } from './next-page.ts'

const wanted = { file: 2, widthPx: 800, isCalm: false }
const at = (number: number, isNear: boolean, drawn: Place['drawn'] = { file: 1, widthPx: 800 }): Place => ({
  number,
  isNear,
  drawn,
})
const done = { file: 2, widthPx: 800 }

test.each([
  ['the first near one', [at(3, true), at(2, true), at(1, false)], false, 2],
  ['one that was never drawn', [at(1, true, null)], false, 1],
  ['one drawn in another width', [at(1, true, { file: 2, widthPx: 400 })], false, 1],
  ['none that shows it already', [at(1, true, done)], false, null],
  ['none far away while typing goes on', [at(1, true, done), at(2, false)], false, null],
  ['one far away when there is time', [at(1, true, done), at(2, false)], true, 2],
  ['the near one before it', [at(1, false), at(2, true)], true, 2],
  ['none of no pages', [], true, null],
] as const)('draws %s', (_what, places, isCalm, number) => {
  expect(nextPage(places, { ...wanted, isCalm })).toBe(number)
})
