import type { Stage } from '#shared/stages.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { between, evenRanks, isRank, RANK_MAX_CHARS } from './rank.ts'

/** A column of the board: a stage's first one (`columnId` null), or one of the user's own that stands for it. */
export interface ColumnPlace {
  readonly stage: Stage
  readonly columnId: number | null
}

/** Gives out places in columns. Every method belongs into a write transaction. */
export interface ColumnOrder {
  /** The rank after all cards of the column. */
  readonly atEnd: (column: ColumnPlace) => string
  /** The rank before another card of the column, for a card that may be in it already; at the end when that other is not there. */
  readonly before: (column: ColumnPlace, cards: { readonly other: number; readonly moved: number }) => string
}

interface Neighbour {
  readonly id: number
  readonly rank: string
}

export function createColumnOrder({ raw }: Database): ColumnOrder {
  const IN_COLUMN = 'from application where stage = ? and column_id is ? and removed_at is null'
  const last = raw
    .prepare<[Stage, number | null], string>(`select rank ${IN_COLUMN} order by rank desc limit 1`)
    .pluck()
  const all = raw.prepare<[Stage, number | null], Neighbour>(`select id, rank ${IN_COLUMN} order by rank, id`)
  const setRank = raw.prepare<[string, number]>('update application set rank = ? where id = ?')

  function numberAnew(cards: readonly Neighbour[]): Neighbour[] {
    const ranks = evenRanks(cards.length)
    return cards.map(({ id }, index) => {
      const rank = ranks[index] ?? between(null, null)
      setRank.run(rank, id)
      return { id, rank }
    })
  }

  function cardsOf({ stage, columnId }: ColumnPlace): Neighbour[] {
    return all.all(stage, columnId)
  }

  function atEnd(column: ColumnPlace): string {
    const highest = last.get(column.stage, column.columnId) ?? null
    if (highest === null || isRank(highest)) return between(highest, null)
    return between(numberAnew(cardsOf(column)).at(-1)?.rank ?? null, null)
  }

  return {
    atEnd,
    before: (column, { other, moved }) => {
      const cards = cardsOf(column).filter(({ id }) => id !== moved)
      const index = cards.findIndex(({ id }) => id === other)
      if (index === -1) return atEnd(column)
      const found = roomAt(cards, index)
      if (found !== null && found.length <= RANK_MAX_CHARS) return found
      return roomAt(numberAnew(cards), index) ?? atEnd(column)
    },
  }
}

/** Null when the ranks there leave none: two cards with the same. */
function roomAt(cards: readonly Neighbour[], index: number): string | null {
  const low = cards[index - 1]?.rank ?? null
  const high = cards[index]?.rank ?? null
  const isOrdered = (low === null || isRank(low)) && high !== null && isRank(high) && (low === null || low < high)
  return isOrdered ? between(low, high) : null
}
