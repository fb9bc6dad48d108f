import { describe, expect, test } from 'vitest'
import { goals, goalsOfMany, mayGo, spotKey } from './columns.ts'

const COLUMNS = [{ id: 7, name: 'Referral', stage: 'applied', rank: 'a' }] as const

describe('where a card may go', () => {
  test('only where the stages allow it, own columns included, but not where it lies', () => {
    const from = { stage: 'applied', columnId: null } as const
    expect(goals(from, COLUMNS).map(({ spot, kind }) => [spotKey(spot), kind])).toEqual([
      ['saved', 'back'],
      ['applied:7', null],
      ['interviewing', 'forward'],
      ['offered', 'skip'],
      ['rejected', 'close'],
      ['withdrawn', 'close'],
      ['ghosted', 'close'],
    ])
  })

  test('from a column of its own back to the first one', () => {
    expect(mayGo({ stage: 'applied', columnId: 7 }, { stage: 'applied', columnId: null })).toBe(true)
    expect(mayGo({ stage: 'saved', columnId: null }, { stage: 'accepted', columnId: null })).toBe(false)
  })

  test('of several the places that one of them may go to', () => {
    const cards = [
      { stage: 'saved', columnId: null },
      { stage: 'offered', columnId: null },
    ] as const
    const found = goalsOfMany(cards, [])
    expect(found.find(({ spot }) => spot.stage === 'accepted')?.kind).toBe('close')
    expect(found.find(({ spot }) => spot.stage === 'interviewing')?.kind).toBeNull()
    expect(found.some(({ spot }) => spot.stage === 'ghosted')).toBe(false)
  })
})
