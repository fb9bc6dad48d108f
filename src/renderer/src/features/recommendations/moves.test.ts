import { describe, expect, it } from 'vitest'
import type { JobId } from '#shared/ids.ts'
import { movesBetween, movesWords } from './moves.ts'

const ids = (...numbers: number[]) => numbers.map((number) => number as JobId)

describe('what becomes of the list under other weights', () => {
  it('tells for each job whether it went up, down, came in or stayed, and how many dropped out', () => {
    const moves = movesBetween(ids(1, 2, 3, 4), ids(3, 2, 1, 9))
    expect([...moves.byId]).toEqual([
      [3, { kind: 'up', by: 2 }],
      [2, { kind: 'same' }],
      [1, { kind: 'down', by: 2 }],
      [9, { kind: 'new' }],
    ])
    expect(moves).toMatchObject({ moved: 2, arrived: 1, left: 1 })
  })

  it.each([
    [{ moved: 0, arrived: 0, left: 0 }, 'The order stays as it is'],
    [{ moved: 1, arrived: 0, left: 0 }, '1 job moves'],
    [{ moved: 12, arrived: 1, left: 2 }, '12 jobs move, 1 comes in, 2 drop out'],
    [{ moved: 0, arrived: 2, left: 1 }, '2 come in, 1 drops out'],
  ])('%j reads "%s"', (moves, words) => {
    expect(movesWords(moves)).toBe(words)
  })
})
