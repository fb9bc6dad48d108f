/** Jobs asked for at once. */
export const PAGE_SIZE = 100

/** Page (from 1) that holds the row at `index` (from 0). Pure. */
export function pageOf(index: number): number {
  return Math.floor(index / PAGE_SIZE) + 1
}

export function placeInPage(index: number): number {
  return index % PAGE_SIZE
}

/** Every page from one to another, both included. Pure. */
export function pagesBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => from + offset)
}

/** Where a cursor goes from `index` by `step` in a list of `total` rows; from nowhere (null) the first step enters the list. Pure. */
export function moveCursor(index: number | null, step: number, total: number): number | null {
  if (total === 0) return null
  if (index === null) return step > 0 ? 0 : total - 1
  return Math.min(total - 1, Math.max(0, index + step))
}
