/** Where a source is that asks several queries (roles, countries, categories) of several pages each. */
export interface Position {
  readonly query: string
  /** From 0. */
  readonly page: number
}

/** Reads a cursor; the first query's first page without one, and for a cursor whose query is no longer asked (the user changed the
 *  roles while a run was interrupted). Null when there are no queries. Pure. */
export function positionAt(queries: readonly string[], cursor: string | null): Position | null {
  const [first] = queries
  if (first === undefined) return null
  const [pageText = '', ...rest] = cursor?.split(' ') ?? []
  const query = rest.join(' ')
  const page = Number(pageText)
  const isKnown = cursor !== null && queries.includes(query) && Number.isInteger(page) && page >= 0
  return isKnown ? { query, page } : { query: first, page: 0 }
}

/** The cursors after a page: `nextCursor` goes on with the query's next page while `hasNext`, then with the next query;
 *  `cursorWhenAllKnown` skips what is left of this query. Null after the last query. Pure. */
export function cursorsAfter(
  queries: readonly string[],
  { query, page }: Position,
  hasNext: boolean,
): { readonly nextCursor: string | null; readonly cursorWhenAllKnown: string | null } {
  const following = queries[queries.indexOf(query) + 1]
  const skip = following === undefined ? null : `0 ${following}`
  return { nextCursor: hasNext ? `${page + 1} ${query}` : skip, cursorWhenAllKnown: skip }
}

/** The queries of one run when only so many can be asked: all of them in turn, run after run, each as often as any other. Pure. */
export function queriesInTurn(
  queries: readonly string[],
  { turn, count }: { turn: number; count: number },
): readonly string[] {
  if (count >= queries.length) return queries
  const size = Math.max(0, Math.floor(count))
  const start = queries.length === 0 ? 0 : (turn * size) % queries.length
  return Array.from({ length: size }, (_, index) => queries[(start + index) % queries.length] ?? '')
}
