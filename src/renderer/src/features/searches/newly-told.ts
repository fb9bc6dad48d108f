import type { SavedSearch } from '#shared/searches.ts'

/** Searches whose alert told of more jobs since they were seen last, with how many. Pure. */
export function newlyTold(
  before: readonly Pick<SavedSearch, 'id' | 'alerted'>[],
  after: readonly SavedSearch[],
): { readonly search: SavedSearch; readonly jobs: number }[] {
  const known = new Map(before.map(({ id, alerted }) => [id, alerted]))
  return after.flatMap((search) => {
    const jobs = search.alerted - (known.get(search.id) ?? search.alerted)
    return jobs > 0 ? [{ search, jobs }] : []
  })
}
