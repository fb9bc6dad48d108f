import { boardKindSchema } from '#shared/employers.ts'
import type { SourceId } from '#shared/ids.ts'
import type { Log } from '../../../infra/log/log.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import type { SourcePage } from '../sources/source.ts'
import type { BoardName, EmployersService } from './employers.service.ts'

export interface BoardOutcomes {
  /** To be called within the transaction that stores the board; for one that may have moved, a look where to begins after it. */
  readonly record: (seen: NonNullable<SourcePage['board']> & { sourceId: SourceId; message: string | null }) => void
  readonly wasEmpty: (sourceId: SourceId, slug: string) => boolean
  /** Resolves when every look that was begun has ended. */
  readonly settled: () => Promise<void>
  /** Cuts short what is under way. What was not found out is asked again after the next reading of the board. */
  readonly stop: () => Promise<void>
}

export interface BoardOutcomesOptions {
  readonly employers: Pick<EmployersService, 'record' | 'wasEmpty' | 'checkMoved'>
  readonly clock: Clock
  readonly log: Log
}

/** What runs see of boards, told to the list of employers. */
export function createBoardOutcomes({ employers, clock, log }: BoardOutcomesOptions): BoardOutcomes {
  const stopping = new AbortController()
  const looks = new Set<Promise<void>>()

  async function look(board: BoardName): Promise<void> {
    // The transaction is over by then.
    await Promise.resolve()
    try {
      if (!stopping.signal.aborted) await employers.checkMoved(board, stopping.signal)
    } catch (error) {
      log.error({ kind: board.kind, slug: board.slug, err: error }, 'looking where a board went failed')
    }
  }

  const settled = async () => {
    await Promise.all(looks)
  }

  return {
    record: ({ sourceId, ...seen }) => {
      const board = { kind: boardKindSchema.parse(sourceId), slug: seen.slug }
      const { mayHaveMoved } = employers.record({ ...seen, ...board, now: clock.now() })
      if (!mayHaveMoved) return
      const work = look(board).finally(() => looks.delete(work))
      looks.add(work)
    },
    wasEmpty: (sourceId, slug) => {
      const kind = boardKindSchema.safeParse(sourceId)
      return kind.success && employers.wasEmpty({ kind: kind.data, slug })
    },
    settled,
    stop: () => {
      stopping.abort()
      return settled()
    },
  }
}
