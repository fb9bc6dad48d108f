import type { BoardColumn } from '#shared/applications.ts'

/** Where a step to the left or right takes a column among its stage's: before which one (null: behind all). Undefined when there is
 *  nowhere to go. `columns` are the stage's own in their order. Pure. */
export function beforeAfterStep(
  columns: readonly Pick<BoardColumn, 'id'>[],
  id: number,
  step: -1 | 1,
): number | null | undefined {
  const at = columns.findIndex((column) => column.id === id)
  if (at === -1) return undefined
  if (step === -1) return at === 0 ? undefined : columns[at - 1]?.id
  return at === columns.length - 1 ? undefined : (columns[at + 2]?.id ?? null)
}
