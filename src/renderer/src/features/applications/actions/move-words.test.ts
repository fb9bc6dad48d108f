import { ORPCError } from '@orpc/client'
import { describe, expect, test } from 'vitest'
import { moveProblem, movedManyWords, orList, removedWords, twiceWords, undoProblem } from './move-words.ts'

describe('why a move did not come about', () => {
  test('a move that is not allowed says where it may go', () => {
    const data = { from: 'saved', to: 'accepted', allowed: ['applied', 'offered', 'withdrawn'] }
    expect(moveProblem(new ORPCError('STAGE_NOT_ALLOWED', { data }))).toEqual({
      title: 'Not from Saved to Accepted',
      message: 'From where it stands it may go to Applied, Offered or Withdrawn.',
    })
  })

  test('one that was moved elsewhere is shown as it is', () => {
    expect(moveProblem(new ORPCError('STALE', { data: { id: 1, version: 2 } })).title).toBe('It was moved elsewhere')
    expect(undoProblem(new ORPCError('STALE', { data: { id: 1, version: 2 } })).title).toBe('Not taken back')
  })

  test('a lost connection is told as one', () => {
    expect(moveProblem(new TypeError('fetch failed')).title).toBe('The app does not answer')
  })
})

test('many that were moved are counted, and those that stayed', () => {
  expect(movedManyWords({ moved: 2, refused: 0, goal: 'Applied' })).toEqual({
    said: '2 applications moved to Applied',
    refused: null,
  })
  expect(movedManyWords({ moved: 0, refused: 1, goal: 'Offered' }).refused).toContain(
    '1 application cannot go to Offered',
  )
})

test.each([
  [{ removed: 1, gone: 0 }, '1 application removed'],
  [{ removed: 0, gone: 1 }, 'It was gone already'],
  [{ removed: 0, gone: 3 }, 'All 3 applications were gone already'],
  [{ removed: 2, gone: 1 }, '2 applications removed, 1 was gone already'],
])('removing %j', (came, words) => {
  expect(removedWords(came)).toBe(words)
})

test.each([
  ['same_job', 'You already have an application for this job: it is applied.'],
  ['same_opening', 'Adyen has another of yours with this title: it is applied.'],
  ['same_company', 'You have another at Adyen: Analyst, applied.'],
] as const)('applying twice, %s', (reason, words) => {
  expect(twiceWords({ reason, title: 'Analyst', company: 'Adyen', stage: 'applied' })).toBe(words)
})

test.each([
  [[], 'nowhere'],
  [['A'], 'A'],
  [['A', 'B'], 'A or B'],
])('%j as a list', (words, expected) => {
  expect(orList(words)).toBe(expected)
})
