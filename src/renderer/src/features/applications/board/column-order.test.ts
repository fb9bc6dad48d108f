import { expect, test } from 'vitest'
import { beforeAfterStep } from './column-order.ts'

const COLUMNS = [{ id: 1 }, { id: 2 }, { id: 3 }]

test.each([
  [1, -1, undefined],
  [2, -1, 1],
  [3, -1, 2],
  [1, 1, 3],
  [2, 1, null],
  [3, 1, undefined],
  [9, 1, undefined],
] as const)('column %i by a step of %i goes before %s', (id, step, before) => {
  expect(beforeAfterStep(COLUMNS, id, step)).toBe(before)
})
