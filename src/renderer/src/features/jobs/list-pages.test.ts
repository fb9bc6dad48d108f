import { expect, test } from 'vitest'
import { moveCursor, pageOf, pagesOf, placeInPage } from './list-pages.ts'

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
  [0, 20, [1]],
  [95, 104, [1, 2]],
  [100, 100, [2]],
  [-5, 3, [1]],
  [350, 10, [4]],
])('rows %i to %i need pages %j', (first, last, pages) => {
  expect(pagesOf(first, last)).toEqual(pages)
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
