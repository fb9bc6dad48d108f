/** A page of the newest file, and what stands in its place on the screen. */
export interface Place {
  readonly number: number
  /** On screen, or so close that it soon may be. */
  readonly isNear: boolean
  /** What was last drawn there; null: nothing yet. */
  readonly drawn: { readonly file: number; readonly widthPx: number } | null
}

/** The page to be drawn next: the first one near the screen that does not show `wanted`; of those further away only when there is time
 *  (`isCalm`). Null: every one that counts shows it. Pure. */
export function nextPage(
  places: readonly Place[],
  wanted: { readonly file: number; readonly widthPx: number; readonly isCalm: boolean },
): number | null {
  const stale = places
    .filter(({ drawn }) => drawn?.file !== wanted.file || drawn.widthPx !== wanted.widthPx)
    .toSorted((a, b) => a.number - b.number)
  const next = stale.find(({ isNear }) => isNear) ?? (wanted.isCalm ? stale[0] : undefined)
  return next?.number ?? null
}
