import { expect, test } from 'vitest'
import { droppedWords, heldWords, liftedWords } from './sort-words.ts'

const moving = { names: ['Engineer', 'Trainee', 'Cook'], from: 1 }

test.each([
  [0, '1 of 3, before Engineer.', 'Trainee: now 1 of 3.'],
  [1, '2 of 3, where it was.', 'Trainee is back where it was.'],
  [2, '3 of 3, behind Cook.', 'Trainee: now 3 of 3.'],
  [null, 'Not over its list: dropped here it stays where it was.', 'Trainee is back where it was.'],
])('held and dropped at %j', (at, held, dropped) => {
  expect([heldWords(moving, at), droppedWords(moving, at)]).toEqual([held, dropped])
})

test('what is lifted says its name and its place', () => {
  expect(liftedWords(moving)).toBe('Trainee lifted, 2 of 3.')
})
