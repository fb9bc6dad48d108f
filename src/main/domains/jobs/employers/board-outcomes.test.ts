import { describe, expect, test } from 'vitest'
import { createLog } from '#main/infra/log/log.ts'
import { createFakeClock } from '../../../../../tests/fakes/fake-clock.ts'
import { type BoardOutcomesOptions, createBoardOutcomes } from './board-outcomes.ts'

const SEEN = { sourceId: 'lever', slug: 'acme', state: 'gone', postings: null, message: 'gone' } as const

function outcomes(checkMoved: BoardOutcomesOptions['employers']['checkMoved'], mayHaveMoved = true) {
  const recorded: unknown[] = []
  const logged: unknown[] = []
  const log = createLog({ dir: null, level: 'silent' })
  log.error = (details: unknown) => logged.push(details)
  const boards = createBoardOutcomes({
    employers: {
      record: (outcome) => {
        recorded.push(outcome)
        return { mayHaveMoved }
      },
      wasEmpty: ({ kind, slug }) => kind === 'lever' && slug === 'empty',
      checkMoved,
    },
    clock: createFakeClock({ now: 5 }),
    log,
  })
  return { boards, recorded, logged }
}

describe('what runs see of boards', () => {
  test('goes to the list of employers at once, the look where a board went begins later', async () => {
    const looks: unknown[] = []
    const { boards, recorded } = outcomes((board) => {
      looks.push(board)
      return Promise.resolve()
    })
    boards.record(SEEN)
    expect([recorded, looks]).toEqual([
      [{ kind: 'lever', slug: 'acme', state: 'gone', postings: null, message: 'gone', now: 5 }],
      [],
    ])
    await boards.settled()
    expect(looks).toEqual([{ kind: 'lever', slug: 'acme' }])
  })

  test('begins no look for a board that cannot have moved', async () => {
    const { boards, logged } = outcomes(() => Promise.reject(new Error('it was looked for')), false)
    boards.record(SEEN)
    await boards.settled()
    expect(logged).toEqual([])
  })

  test('a look that fails is logged and disturbs nothing', async () => {
    const { boards, logged } = outcomes(() => Promise.reject(new Error('broken')))
    boards.record(SEEN)
    await boards.settled()
    expect(logged).toMatchObject([{ kind: 'lever', slug: 'acme', err: new Error('broken') }])
  })

  test('stopping cuts a look short and waits for its end', async () => {
    let end = 'none'
    const { boards } = outcomes(async (_board, signal) => {
      await new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => resolve())
      })
      end = 'cut short'
    })
    boards.record(SEEN)
    await Promise.resolve()
    await Promise.resolve()
    await boards.stop()
    expect(end).toBe('cut short')
  })

  test('only lists of boards were ever empty', () => {
    const { boards } = outcomes(() => Promise.resolve())
    expect(['lever', 'ashby', 'arbeitnow'].map((source) => boards.wasEmpty(source, 'empty'))).toEqual([
      true,
      false,
      false,
    ])
  })
})
