import type { SavedSearch } from '#shared/searches.ts'
import { formatQuantity } from '../../ui/format.ts'

interface Told {
  readonly search: Pick<SavedSearch, 'name'>
  readonly jobs: number
}

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

/** '3 new jobs for “Work for me”'; of several searches, how many of them. A job may be in more than one. Pure. */
export function toldWords(told: readonly Told[]): string {
  const [first] = told
  if (first && told.length === 1)
    return `${formatQuantity(first.jobs, ['new job', 'new jobs'])} for “${first.search.name}”`
  return `New jobs in ${told.length} saved searches`
}
