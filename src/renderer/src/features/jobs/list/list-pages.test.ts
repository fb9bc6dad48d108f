import { expect, test } from 'vitest'
import { moveCursor, pageOf, pagesBetween, placeInPage } from './list-pages.ts'

test.each([
  [0, 1, 0],
  [99, 1, 99],
  [100, 2, 0],
  [99_999, 1000, 99],
])('row %i is on page %i at %i', (index, page, place) => {
  expect(pageOf(index)).toBe(page)
  expect(placeInPage(index)).toBe(place)
})

test.each([
  [1, 1, [1]],
  [3, 5, [3, 4, 5]],
  [4, 2, []],
])('pages %i to %i are %j', (from, to, pages) => {
  expect(pagesBetween(from, to)).toEqual(pages)
})

test.each([
  [null, 1, 10, 0],
  [null, -1, 10, 9],
  [0, -1, 10, 0],
  [9, 1, 10, 9],
  [4, 20, 10, 9],
  [4, 1, 10, 5],
  [3, 1, 0, null],
  [12, 1, 5, 4],
])('the cursor at %j moves by %i among %i rows to %j', (index, step, total, expected) => {
  expect(moveCursor(index, step, total)).toBe(expected)
})
