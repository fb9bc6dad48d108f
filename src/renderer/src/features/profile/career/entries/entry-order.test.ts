import { expect, it } from 'vitest'
import { moved, withEntry } from './entry-order.ts'

const listOf = (ids: string) => ids.split('').map((id) => ({ id }))
const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id).join('')

it.each([
  ['abc', 'b', -1, 'bac'],
  ['abc', 'b', 1, 'acb'],
  ['abc', 'a', -1, 'abc'],
  ['abc', 'c', 1, 'abc'],
  ['abc', 'x', 1, 'abc'],
] as const)('%s with %s moved by %i is %s', (ids, id, by, order) => {
  expect(idsOf(moved(listOf(ids), { id, by }))).toBe(order)
})

it.each([
  ['ac', 'b', 1, 'abc'],
  ['', 'b', 3, 'b'],
  ['abc', 'b', 0, 'abc'],
])('%s with %s back at %i is %s', (ids, id, at, order) => {
  expect(idsOf(withEntry(listOf(ids), { entry: { id }, at }))).toBe(order)
})
