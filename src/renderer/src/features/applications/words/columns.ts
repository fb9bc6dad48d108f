import type { BoardColumn } from '#shared/applications.ts'
import { STAGES, moveKind, type MoveKind, type Stage } from '#shared/stages.ts'
import { STAGE_WORDS } from './stage-words.ts'

/** Where a card can lie: the first column of a stage (`columnId` null) or one of the user's own. */
export interface Spot {
  readonly stage: Stage
  readonly columnId: number | null
}

export interface NamedSpot extends Spot {
  readonly name: string
}

/** Every column in the order of the board: a stage's first column, then the user's own beside it. Pure. */
export function spotsOf(columns: readonly BoardColumn[]): NamedSpot[] {
  return STAGES.flatMap((stage) => [
    { stage, columnId: null, name: STAGE_WORDS[stage] },
    ...columns
      .filter((column) => column.stage === stage)
      .toSorted((one, other) => (one.rank < other.rank ? -1 : Number(one.rank > other.rank)))
      .map(({ id, name }) => ({ stage, columnId: id, name })),
  ])
}

/** A key of a column for lists and for the dragging library: 'applied', 'applied:7'. Pure. */
export function spotKey({ stage, columnId }: Spot): string {
  return columnId === null ? stage : `${stage}:${columnId}`
}

/** Whether a card may go from one column to another; within a stage it always may. Pure. */
export function mayGo(from: Spot, to: Spot): boolean {
  return from.stage === to.stage || moveKind(from.stage, to.stage) !== null
}

/** The columns that a card may go to, with the kind of the move; null: the stage stays. Pure. */
export function goals(
  from: Spot,
  columns: readonly BoardColumn[],
): { readonly spot: NamedSpot; readonly kind: MoveKind | null }[] {
  return spotsOf(columns)
    .filter((spot) => spotKey(spot) !== spotKey(from) && mayGo(from, spot))
    .map((spot) => ({ spot, kind: moveKind(from.stage, spot.stage) }))
}

/** The columns that at least one of several cards may go to; where all would go by the same kind of move, with it. Pure. */
export function goalsOfMany(
  cards: readonly Spot[],
  columns: readonly BoardColumn[],
): { readonly spot: NamedSpot; readonly kind: MoveKind | null }[] {
  return spotsOf(columns).flatMap((spot) => {
    const going = cards.filter((card) => spotKey(card) !== spotKey(spot) && mayGo(card, spot))
    if (going.length === 0) return []
    const kinds = new Set(going.map((card) => moveKind(card.stage, spot.stage)))
    const [kind = null] = kinds
    return [{ spot, kind: kinds.size === 1 ? kind : null }]
  })
}
