import { expect, test } from 'vitest'
import { doneSentences } from './evening-words.ts'

const line = { applicationId: 1, title: 'Data Engineer', company: 'Havelwerk' }
const nothing = { saved: 0, applied: [], moved: [], interviews: [], remindersDone: 0 }

test('a day on which nothing was done has no sentences, and none with a zero', () => {
  expect(doneSentences(nothing)).toEqual([])
})

test('each thing that was done is told once, in the singular where it was one', () => {
  const done = { ...nothing, saved: 2, applied: [line], moved: [{ ...line, to: 'offered' as const }], remindersDone: 1 }
  expect(doneSentences(done, 'en-GB')).toEqual([
    'You applied for 1 job.',
    'You kept 2 jobs to apply for.',
    'There was news of 1 application.',
    'You settled 1 reminder.',
  ])
})
