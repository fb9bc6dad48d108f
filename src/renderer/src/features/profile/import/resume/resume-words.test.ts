import { expect, it } from 'vitest'
import { RESUME_DOUBTS } from '#shared/resume-import.ts'
import { acceptedWords, doubtWords } from './resume-words.ts'

const COUNTS = { added: 3, merged: 1, known: 2, kept: 0, noRoom: [] }

it.each([
  [COUNTS, '3 added, 1 completed, 2 known already'],
  [{ ...COUNTS, kept: 4 }, '3 added, 1 completed, 2 known already, 4 not taken, as yours stays'],
  [
    { ...COUNTS, noRoom: ['Cook, Acme', '2 points of Engineer, Acme'] },
    '3 added, 1 completed, 2 known already. No room for: Cook, Acme; 2 points of Engineer, Acme',
  ],
  [
    { ...COUNTS, noRoom: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
    '3 added, 1 completed, 2 known already. No room for: a; b; c; d; e; and 2 more',
  ],
])('what became of suggestions: %j', (counts, words) => {
  expect(acceptedWords(counts)).toBe(words)
})

it('every doubt has words, and several stand one after the other', () => {
  expect(doubtWords([])).toBe('')
  for (const doubt of RESUME_DOUBTS) expect(doubtWords([doubt])).toMatch(/^[a-z]/)
  expect(doubtWords(['order', 'leftover'])).toBe(
    'only the order of the words says which is which; words beside it found no place',
  )
})
