import { expect, test } from 'vitest'
import { changed, insertedAfter, moved, movedTo, neighbourOf, without } from './list-edits.ts'

const list = ['a', 'b', 'c'].map((id) => ({ id, text: id }))
const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id).join('')

test.each([
  ['down', 'a', 1, 'bac'],
  ['up', 'c', -1, 'acb'],
  ['not above the first', 'a', -1, 'abc'],
  ['not below the last', 'c', 1, 'abc'],
  ['nothing when it is gone', 'x', 1, 'abc'],
] as const)('moves %s', (_what, id, step, order) => {
  expect(ids(moved(list, id, step))).toBe(order)
  expect(ids(list)).toBe('abc')
})

test.each([
  ['a', 2, 'bca'],
  ['c', 0, 'cab'],
  ['b', 1, 'abc'],
  ['a', 9, 'bca'],
  ['gone', 0, 'abc'],
])('brings %s to place %i', (id, to, order) => {
  expect(ids(movedTo(list, { id, to }))).toBe(order)
  expect(ids(list)).toBe('abc')
})

test('changes one alone, takes one out, puts one behind another or at the end', () => {
  expect(changed(list, 'b', { text: 'new' }).map(({ text }) => text)).toEqual(['a', 'new', 'c'])
  expect(ids(without(list, 'b'))).toBe('ac')
  expect(ids(insertedAfter(list, 'a', { id: 'n', text: '' }))).toBe('anbc')
  expect(ids(insertedAfter(list, 'gone', { id: 'n', text: '' }))).toBe('abcn')
})

test.each([
  ['b', 'a'],
  ['c', 'b'],
  ['a', 'b'],
  ['gone', undefined],
])('beside %s stands %s', (id, neighbour) => {
  expect(neighbourOf(list, id)?.id).toBe(neighbour)
})

test('the last one has nobody beside it', () => {
  expect(neighbourOf(list.slice(0, 1), 'a')).toBeNull()
})
