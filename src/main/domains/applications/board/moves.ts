import type { ApplicationEventData } from '#shared/applications.ts'
import { AppError } from '#shared/errors.ts'
import { moveKind, movesFrom, type Mover, type Stage } from '#shared/stages.ts'
import type { PlaceBefore } from '#main/infra/db/schema/applications.ts'
import type { ApplicationContext } from '../application-context.ts'
import type { ApplicationRow } from '../application-rows.ts'
import { appliedAfter, hasApplied } from '../applied.ts'
import type { ColumnPlace } from './column-order.ts'
import type { Columns } from './columns.ts'

export interface MoveWish {
  readonly id: number
  readonly version: number
  readonly to: Stage
  readonly columnId: number | null
  readonly before: number | null
}

/** What came of a move. `eventId` 0: only the order within a column is another one. `isFirst`: it reached a stage that one has to apply for. */
export interface MoveDone {
  readonly id: number
  readonly eventId: number
  readonly isFirst: boolean
}

export interface Refusal {
  readonly id: number
  readonly stage: Stage
  readonly allowed: Stage[]
}

/** Every method is one write transaction. */
export interface Moves {
  /** Throws NOT_FOUND, STALE and STAGE_NOT_ALLOWED. */
  readonly move: (wish: MoveWish) => MoveDone
  /** What is gone is passed over, and what stands there already. Throws NOT_FOUND for the column. */
  readonly moveMany: (wish: Pick<MoveWish, 'to' | 'columnId'> & { readonly ids: readonly number[] }) => {
    moved: MoveDone[]
    refused: Refusal[]
  }
}

interface Placed extends ColumnPlace {
  readonly id: number
  readonly rank: string
  readonly stageSince: number
  readonly appliedAt: number | null
}

export function createMoves(context: ApplicationContext, columns: Pick<Columns, 'require'>): Moves {
  const { database, clock, rows, order, timeline, noteNextStep, tellApplied } = context
  const place = database.raw.prepare<[Placed]>(
    `update application set stage = @stage, column_id = @columnId, rank = @rank, stage_since = @stageSince, applied_at = @appliedAt,
       version = version + 1 where id = @id`,
  )
  const reorder = database.raw.prepare<[string, number]>(
    'update application set rank = ?, version = version + 1 where id = ?',
  )

  function rankIn(column: ColumnPlace, { row, before }: { row: ApplicationRow; before: number | null }): string {
    if (before === row.id) return row.rank
    return before === null ? order.atEnd(column) : order.before(column, { other: before, moved: row.id })
  }

  function moveInto(
    row: ApplicationRow,
    { column, rank, by }: { column: ColumnPlace; rank: string; by: Mover },
  ): MoveDone {
    const now = clock.now()
    const isStaying = row.stage === column.stage
    const { stageSince, appliedAt: appliedBefore, lastEventAt } = row
    const appliedAt = appliedAfter({ from: row.stage, to: column.stage }, { appliedAt: appliedBefore, now })
    const placeBefore: PlaceBefore = { stageSince, rank: row.rank, appliedAt: appliedBefore, lastEventAt }
    place.run({ ...column, id: row.id, rank, appliedAt, stageSince: isStaying ? stageSince : now })
    const data: ApplicationEventData = {
      type: 'moved',
      from: row.stage,
      to: column.stage,
      fromColumn: row.columnId,
      toColumn: column.columnId,
      by,
    }
    const eventId = timeline.add(row.id, data, { at: now, placeBefore })
    noteNextStep(row.id)
    tellApplied(row, appliedAt)
    return { id: row.id, eventId, isFirst: hasApplied(column.stage) && !hasApplied(row.stage) }
  }

  function move({ id, version, to, columnId, before }: MoveWish): MoveDone {
    const row = rows.current(id, version)
    const mayGo = row.stage === to || moveKind(row.stage, to) !== null
    if (!mayGo) throw new AppError('STAGE_NOT_ALLOWED', { from: row.stage, to, allowed: movesFrom(row.stage) })
    const column = { stage: to, columnId: columnId === null ? null : columns.require(columnId, to) }
    const isThere = row.stage === to && row.columnId === column.columnId
    const rank = rankIn(column, { row, before })
    if (!isThere) return moveInto(row, { column, rank: before === id ? order.atEnd(column) : rank, by: 'user' })
    if (rank !== row.rank) reorder.run(rank, id)
    return { id, eventId: 0, isFirst: false }
  }

  return {
    move: (wish) => database.write(() => move(wish)),
    moveMany: ({ ids, to, columnId }) =>
      database.write(() => {
        const moved: MoveDone[] = []
        const refused: Refusal[] = []
        const column = { stage: to, columnId: columnId === null ? null : columns.require(columnId, to) }
        for (const id of new Set(ids)) {
          const row = rows.find(id)
          if (row === null || row.removedAt !== null) continue
          if (row.stage === to && row.columnId === column.columnId) continue
          const mayGo = row.stage === to || moveKind(row.stage, to) !== null
          if (mayGo) moved.push(moveInto(row, { column, rank: order.atEnd(column), by: 'user' }))
          else refused.push({ id, stage: row.stage, allowed: movesFrom(row.stage) })
        }
        return { moved, refused }
      }),
  }
}
