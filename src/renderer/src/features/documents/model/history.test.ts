import { expect, test } from 'vitest'
import { NO_HISTORY, redone, stepped, undone, type History } from './history.ts'

test('typing in one field is one step, a pause or another field begins the next', () => {
  let history: History<string> = NO_HISTORY
  for (const [before, field, now] of [
    ['', 'title', 0],
    ['a', 'title', 500],
    ['ab', 'title', 1000],
    ['abc', 'title', 5000],
    ['abcd', 'place', 5100],
    ['abcd!', null, 5200],
    ['abcd!', null, 5210],
  ] as const)
    history = stepped(history, { before, field, now })
  expect(history.past).toEqual(['', 'abc', 'abcd', 'abcd!', 'abcd!'])
})

test('what is taken back comes again, until something else is done', () => {
  const history = stepped(NO_HISTORY as History<string>, { before: 'one', field: null, now: 0 })
  const back = undone(history, 'two')
  expect(back?.value).toBe('one')
  expect(back && redone(back.history, 'one')?.value).toBe('two')
  const other = back && stepped(back.history, { before: 'one', field: null, now: 1 })
  expect(other && redone(other, 'three')).toBeNull()
  expect(undone(NO_HISTORY as History<string>, 'x')).toBeNull()
})
