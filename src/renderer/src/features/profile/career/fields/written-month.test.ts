import { expect, it } from 'vitest'
import { isReversed, readMonth, spanWords } from './written-month.ts'

it.each([
  ['2019', '2019'],
  [' 2019-05 ', '2019-05'],
  ['2019-5', '2019-05'],
  ['05/2019', '2019-05'],
  ['5.2019', '2019-05'],
  ['May 2019', '2019-05'],
  ['sept 2019', '2019-09'],
  ['Sep. 2019', '2019-09'],
  ['december 2019', '2019-12'],
  ['2019-13', null],
  ['13/2019', null],
  ['Mayor 2019', null],
  ['1900', null],
  ['soon', null],
  ['', null],
])('%j is the month %j', (text, month) => {
  expect(readMonth(text)).toBe(month)
})

it.each([
  ['2019-05', '2019', false],
  ['2019-05', '2019-04', true],
  ['2019', null, false],
  [null, '2019', false],
])('%j to %j is the wrong way round: %j', (start, end, reversed) => {
  expect(isReversed(start, end)).toBe(reversed)
})

it.each([
  ['2019-05', null, 'May 2019 to now'],
  ['2019', '2020-12', '2019 to Dec 2020'],
  [null, '2020', 'until 2020'],
  [null, null, ''],
])('%j to %j reads %j', (start, end, words) => {
  expect(spanWords({ start, end })).toBe(words)
})
