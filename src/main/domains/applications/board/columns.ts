import type { BoardColumn } from '#shared/applications.ts'
import { AppError } from '#shared/errors.ts'
import type { Stage } from '#shared/stages.ts'
import type { ApplicationContext } from '../application-context.ts'
import { between, evenRanks, isRank, RANK_MAX_CHARS } from './rank.ts'

/** The user's own columns. Every change is one write transaction; all but `add` throw NOT_FOUND. */
export interface Columns {
  /** In the order of their stages' columns. */
  readonly all: () => BoardColumn[]
  /** The id of a column that stands for the stage; throws NOT_FOUND for any other. */
  readonly require: (id: number, stage: Stage) => number
  readonly fits: (id: number, stage: Stage) => boolean
  readonly add: (wish: { readonly name: string; readonly stage: Stage }) => BoardColumn
  /** `before`: null is at the end, undefined where it is. */
  readonly update: (wish: {
    readonly id: number
    readonly name: string
    readonly before?: number | null | undefined
  }) => BoardColumn
  readonly remove: (id: number) => { column: BoardColumn; cardIds: number[] }
  readonly restore: (wish: { readonly id: number; readonly cardIds: readonly number[] }) => BoardColumn
}

interface ColumnRow extends BoardColumn {
  readonly removedAt: number | null
}

export function createColumns(context: ApplicationContext): Columns {
  const { database, clock, order } = context
  const { raw } = database
  const COLUMNS = 'id, name, stage, rank'
  const all = raw.prepare<[], BoardColumn>(
    `select ${COLUMNS} from board_column where removed_at is null order by rank, id`,
  )
  const byId = raw.prepare<[number], ColumnRow>(
    `select ${COLUMNS}, removed_at as removedAt from board_column where id = ?`,
  )
  const insert = raw.prepare<[string, Stage, string, number]>(
    'insert into board_column (name, stage, rank, created_at) values (?, ?, ?, ?)',
  )
  const write = raw.prepare<[string, string, number]>('update board_column set name = ?, rank = ? where id = ?')
  const setRemoved = raw.prepare<[number | null, number]>('update board_column set removed_at = ? where id = ?')
  const cardsOf = raw
    .prepare<[number], number>(
      'select id from application where column_id = ? and removed_at is null order by rank, id',
    )
    .pluck()
  const isLeft = raw
    .prepare<[number, Stage], number>(
      'select 1 from application where id = ? and stage = ? and column_id is null and removed_at is null',
    )
    .pluck()
  const put = raw.prepare<[number | null, string, number]>(
    'update application set column_id = ?, rank = ?, version = version + 1 where id = ?',
  )

  function find(id: number): ColumnRow {
    const row = byId.get(id)
    if (row === undefined) throw new AppError('NOT_FOUND', { entity: 'column', id: String(id) })
    return row
  }

  function live(id: number): ColumnRow {
    const row = find(id)
    if (row.removedAt !== null) throw new AppError('NOT_FOUND', { entity: 'column', id: String(id) })
    return row
  }

  function fits(id: number, stage: Stage): boolean {
    const row = byId.get(id)
    return row !== undefined && row.removedAt === null && row.stage === stage
  }

  function viewOf(id: number): BoardColumn {
    const { removedAt: _, ...column } = find(id)
    return column
  }

  /** The rank before another column of the stage, or after all of them. */
  function rankAt(column: { id: number | null; stage: Stage }, before: number | null): string {
    const others = all.all().filter(({ id, stage }) => stage === column.stage && id !== column.id)
    const found = others.findIndex(({ id }) => id === before)
    const index = found === -1 ? others.length : found
    const low = others[index - 1]?.rank ?? null
    const high = others[index]?.rank ?? null
    const isRoom =
      [low, high].every((rank) => rank === null || isRank(rank)) && (low === null || high === null || low < high)
    const rank = isRoom ? between(low, high) : null
    if (rank !== null && rank.length <= RANK_MAX_CHARS) return rank
    const ranks = evenRanks(others.length + 1)
    const mine = ranks.splice(index, 1)[0] ?? between(null, null)
    others.forEach(({ id, name }, at) => write.run(name, ranks[at] ?? mine, id))
    return mine
  }

  return {
    all: () => all.all(),
    fits,
    require: (id, stage) => {
      if (!fits(id, stage)) throw new AppError('NOT_FOUND', { entity: 'column', id: String(id) })
      return id
    },
    add: ({ name, stage }) =>
      database.write(() => {
        const rank = rankAt({ id: null, stage }, null)
        return viewOf(Number(insert.run(name, stage, rank, clock.now()).lastInsertRowid))
      }),
    update: ({ id, name, before }) =>
      database.write(() => {
        const row = live(id)
        write.run(name, before === undefined || before === id ? row.rank : rankAt(row, before), id)
        return viewOf(id)
      }),
    remove: (id) =>
      database.write(() => {
        const { stage } = live(id)
        const cardIds = cardsOf.all(id)
        for (const cardId of cardIds) put.run(null, order.atEnd({ stage, columnId: null }), cardId)
        setRemoved.run(clock.now(), id)
        return { column: viewOf(id), cardIds }
      }),
    restore: ({ id, cardIds }) =>
      database.write(() => {
        const { stage, removedAt } = find(id)
        if (removedAt === null) return viewOf(id)
        setRemoved.run(null, id)
        for (const cardId of cardIds) {
          if (isLeft.get(cardId, stage) !== undefined) put.run(id, order.atEnd({ stage, columnId: id }), cardId)
        }
        return viewOf(id)
      }),
  }
}
