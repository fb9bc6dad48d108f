import { describe, expect, test } from 'vitest'
import { moveKind, movesFrom, OPEN_STAGES, type Stage, STAGES } from './stages.ts'

describe('moves of an application', () => {
  test.each<[Stage, Stage[]]>([
    ['saved', ['applied', 'interviewing', 'offered', 'withdrawn']],
    ['applied', ['saved', 'interviewing', 'offered', 'rejected', 'withdrawn', 'ghosted']],
    ['interviewing', ['applied', 'offered', 'rejected', 'withdrawn', 'ghosted']],
    ['offered', ['interviewing', 'accepted', 'declined', 'rejected']],
    ['accepted', ['offered', 'declined']],
    ['declined', ['offered', 'accepted']],
    ['rejected', ['applied', 'interviewing', 'offered']],
    ['withdrawn', ['saved', 'applied', 'interviewing']],
    ['ghosted', ['applied', 'interviewing', 'offered', 'rejected', 'withdrawn']],
  ])('from %s', (from, to) => {
    expect(movesFrom(from)).toEqual(to)
  })

  test('nothing moves to where it stands', () => {
    for (const stage of STAGES) expect(moveKind(stage, stage)).toBeNull()
  })

  test('every stage can be left, and every closed one leads back to an open one', () => {
    for (const stage of STAGES) expect(movesFrom(stage)).not.toEqual([])
    for (const stage of STAGES.filter((one) => !OPEN_STAGES.includes(one))) {
      expect(movesFrom(stage).some((to) => OPEN_STAGES.includes(to))).toBe(true)
    }
  })

  test('the app goes one stage further by itself, and does nothing else', () => {
    expect(movesFrom('saved', 'app')).toEqual(['applied'])
    expect(movesFrom('applied', 'app')).toEqual(['interviewing'])
    expect(movesFrom('interviewing', 'app')).toEqual(['offered'])
    for (const stage of STAGES.slice(3)) expect(movesFrom(stage, 'app')).toEqual([])
  })
})
