/** Parts of a source that the user listed (boards, feeds), one a page. The cursor is the part itself and not its place in the
 *  list: the list may have changed when an interrupted run goes on. Pure. */
export function partAt(
  parts: readonly string[],
  cursor: string | null,
): { readonly part: string; readonly number: number; readonly nextCursor: string | null } | null {
  const found = cursor === null ? 0 : parts.indexOf(cursor)
  const index = Math.max(found, 0)
  const part = parts[index]
  return part === undefined ? null : { part, number: index + 1, nextCursor: parts[index + 1] ?? null }
}
