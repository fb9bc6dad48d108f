import { expect, test } from 'vitest'
import type { Achievement } from '#shared/briefings.ts'
import { inOrder, progressWords } from './achievement-words.ts'

const open = {
  key: 'ten_applications',
  title: 'Ten',
  body: 'Ten.',
  earnedAt: null,
  count: 3,
  goal: 10,
} satisfies Achievement

test.each([
  [open, '3 of 10'],
  [{ ...open, count: 12 }, 'Reached just now'],
  [{ ...open, earnedAt: 5 }, null],
  [{ ...open, key: 'first_offer' as const, count: 0, goal: 1 }, null],
])('%j is told as %j', (achievement, words) => {
  expect(progressWords(achievement, 'en-GB')).toBe(words)
})

test('what is reached comes first, the latest on top, then what is nearest', () => {
  const list: Achievement[] = [
    { ...open, key: 'fifty_applications', goal: 50 },
    open,
    { ...open, key: 'first_application', earnedAt: 10, count: 3, goal: 1 },
    { ...open, key: 'first_interview', earnedAt: 20, count: 1, goal: 1 },
  ]
  expect(inOrder(list).map(({ key }) => key)).toEqual([
    'first_interview',
    'first_application',
    'ten_applications',
    'fifty_applications',
  ])
})
