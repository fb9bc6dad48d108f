/** Rows drawn above and below those in sight. */
const OVERSCAN_ROWS = 4
/** What goes by faster than so many rows a frame is not read. */
const READ_ROWS_A_FRAME = 6

/** Where the list stands, and whether it is flung: what then goes by is neither written nor asked for. */
export interface Motion {
  readonly first: number
  readonly isMoving: boolean
  readonly isFlung: boolean
}

/** The rows that show their jobs, `to` not among them. */
export interface Filled {
  readonly from: number
  readonly to: number
}

/** To write a whole page of rows into the screen takes longer than a frame: so many are written in each. */
const FILLED_ROWS_A_FRAME = 8

export const NONE_FILLED: Filled = { from: 0, to: 0 }
export const AT_REST: Motion = { first: 0, isMoving: false, isFlung: false }

export interface DrawnRow {
  readonly index: number
  /** Which of the kept rows shows it: one that scrolls out of sight shows the next that comes into sight. */
  readonly slot: number
}

/** How many rows are kept for a list of `heightPx`. Pure. */
export function keptRows(heightPx: number, rowHeightPx: number): number {
  return Math.ceil(heightPx / rowHeightPx) + 1 + 2 * OVERSCAN_ROWS
}

/** The indexes of the rows to draw around the first in sight: always as many as are kept, so that none is made or thrown away
 *  while the list scrolls; and the row under the cursor wherever it is, since the list points at it. Pure. */
export function drawnIndexes(options: {
  readonly first: number
  readonly kept: number
  readonly total: number
  readonly cursor: number | null
}): number[] {
  const { first, kept, total, cursor } = options
  const start = Math.max(0, Math.min(first - OVERSCAN_ROWS, total - kept))
  const length = Math.min(kept, total - start)
  const indexes = Array.from({ length }, (_, offset) => start + offset)
  return cursor === null || cursor >= total || indexes.includes(cursor) ? indexes : [...indexes, cursor]
}

/** The drawn rows in the order in which they stand in the page: by index at rest, as a screen reader reads them; by slot while the
 *  list moves, since a part of the page that is moved is laid out anew. The row under the cursor has a slot of its own when it is
 *  out of sight. Pure. */
export function inPageOrder(options: {
  readonly indexes: readonly number[]
  readonly kept: number
  readonly isMoving: boolean
}): DrawnRow[] {
  const { indexes, kept, isMoving } = options
  const rows = indexes.map((index, place) => ({ index, slot: place < kept ? index % kept : kept }))
  return rows.toSorted((one, other) => (isMoving ? one.slot - other.slot : one.index - other.index))
}

/** The rows that show their jobs in this frame: those of the frame before that are still drawn and a few more, from the first in sight
 *  downwards, then upwards, as far as the jobs are there. The same object when nothing changed. Pure. */
export function filledAfter(
  before: Filled,
  now: { readonly first: number; readonly drawn: Filled; readonly isThere: (index: number) => boolean },
): Filled {
  const { first, drawn, isThere } = now
  let from = Math.max(before.from, drawn.from)
  let to = Math.min(before.to, drawn.to)
  if (from >= to) from = to = Math.min(Math.max(first, drawn.from), drawn.to)
  let left = FILLED_ROWS_A_FRAME
  for (; left > 0 && to < drawn.to && isThere(to); left -= 1) to += 1
  for (; left > 0 && from > drawn.from && isThere(from - 1); left -= 1) from -= 1
  return from === before.from && to === before.to ? before : { from, to }
}

/** The motion after the list came to `first`; the same one when nothing changed. A single leap out of rest is no fling: a key made it,
 *  and what it leads to is shown at once. Pure. */
export function motionAfter(before: Motion, now: { readonly first: number; readonly isMoving: boolean }): Motion {
  const { first, isMoving } = now
  if (before.first === first && before.isMoving === isMoving) return before
  const isFlung = isMoving && before.isMoving && Math.abs(first - before.first) > READ_ROWS_A_FRAME
  return { first, isMoving, isFlung }
}
