import type { SavedSearch } from '#shared/searches.ts'
import { savedSearchView, toSearch } from '../features/jobs/view/jobs-url.ts'

/** Where a saved search opens. */
export function addressOf(search: SavedSearch) {
  return { to: '/jobs', search: toSearch(savedSearchView(search, null)) } as const
}
