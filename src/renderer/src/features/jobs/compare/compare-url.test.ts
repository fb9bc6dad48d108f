import { expect, test } from 'vitest'
import { readCompareSearch } from './compare-url.ts'

test.each<[string, unknown, readonly number[] | undefined]>([
  ['repeated keys', ['12', '7'], [12, 7]],
  ['one list with commas', '12,7', [12, 7]],
  ['numbers of a link in the app', [12, 7], [12, 7]],
  ['each once, four at most', ['1', '2', '1', '3', '4', '5'], [1, 2, 3, 4]],
  ['what is no id is left out', ['x', '-1', '1.5', '', '9', '99999999999999999999', null], [9]],
  ['nothing', undefined, undefined],
  ['only rubbish', 'a,b', undefined],
])('the jobs to compare: %s', (_name, ids, expected) => {
  expect(readCompareSearch({ ids, other: 1 }).ids).toEqual(expected)
})
