import type { ApplicationEventData } from '#shared/applications.ts'
import { AppError } from '#shared/errors.ts'
import type { Stage } from '#shared/stages.ts'
import type { PlaceBefore } from '#main/infra/db/schema/applications.ts'
import type { ApplicationContext } from '../application-context.ts'
import { appliedAfter } from '../applied.ts'
import type { Columns } from './columns.ts'

interface MoveRow {
  readonly id: number
  readonly applicationId: number
  readonly at: number
  readonly data: string
  readonly placeBefore: string | null
  readonly undoneAt: number | null
}

interface Restored {
  readonly id: number
  readonly stage: Stage
  readonly stageSince: number
  readonly columnId: number | null
  readonly rank: string
  readonly appliedAt: number | null
  readonly lastEventAt: number
  readonly now: number
}

/** Takes moves back, all or none, in one write transaction; returns the applications. Throws NOT_FOUND for what is no move, and STALE for
 *  one that was taken back already or after which the application moved again. */
export function createUndoMoves(
  context: ApplicationContext,
  columns: Pick<Columns, 'fits'>,
): (eventIds: readonly number[]) => number[] {
  const { database, clock, rows, noteNextStep, tellApplied } = context
  const { raw } = database
  const IS_MOVE = `data ->> 'type' = 'moved'`
  const event = raw.prepare<[number], MoveRow>(
    `select id, application_id as applicationId, at, data, place_before as placeBefore, undone_at as undoneAt
     from application_event where id = ? and ${IS_MOVE} and place_before is not null`,
  )
  const lastMove = raw
    .prepare<[number], number>(
      `select id from application_event where application_id = ? and undone_at is null and ${IS_MOVE} order by id desc limit 1`,
    )
    .pluck()
  const restore = raw.prepare<[Restored]>(
    `update application set stage = @stage, stage_since = @stageSince, column_id = @columnId, rank = @rank, applied_at = @appliedAt,
       last_event_at = @lastEventAt, updated_at = @now, version = version + 1 where id = @id`,
  )
  const setUndone = raw.prepare<[number, number]>('update application_event set undone_at = ? where id = ?')

  function undo(eventId: number): number {
    const move = event.get(eventId)
    const data = move === undefined ? null : (JSON.parse(move.data) as ApplicationEventData)
    if (move === undefined || move.placeBefore === null || data?.type !== 'moved') {
      throw new AppError('NOT_FOUND', { entity: 'event', id: String(eventId) })
    }
    const row = rows.live(move.applicationId)
    const isLast = move.undoneAt === null && lastMove.get(row.id) === eventId
    if (!isLast) throw new AppError('STALE', { id: row.id, version: row.version })
    const before = JSON.parse(move.placeBefore) as PlaceBefore
    const now = clock.now()
    const { from: stage, fromColumn } = data
    // A day that the user wrote since then is their word and stays.
    const written = appliedAfter(data, { appliedAt: before.appliedAt, now: move.at })
    const appliedAt = row.appliedAt === written ? before.appliedAt : row.appliedAt
    restore.run({
      id: row.id,
      stage,
      stageSince: before.stageSince,
      columnId: fromColumn !== null && columns.fits(fromColumn, stage) ? fromColumn : null,
      rank: before.rank,
      appliedAt,
      lastEventAt: row.lastEventAt > move.at ? row.lastEventAt : before.lastEventAt,
      now,
    })
    setUndone.run(now, eventId)
    noteNextStep(row.id)
    tellApplied(row, appliedAt)
    return row.id
  }

  return (eventIds) =>
    database.write(() => {
      const latestFirst = [...new Set(eventIds)].toSorted((a, b) => b - a)
      return [...new Set(latestFirst.map(undo))]
    })
}
