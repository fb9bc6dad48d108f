import type { SavedSearch } from '#shared/searches.ts'
import { chipsOf, savedSearchView, toFilter, toSearch, type JobsSearch, type JobsView } from '../jobs/index.ts'
import { formatAgo, formatQuantity } from '../../ui/format.ts'

/** The address under which a saved search opens. */
export function searchAddress(search: Pick<SavedSearch, 'id' | 'filter' | 'sort'>): JobsSearch {
  return toSearch(savedSearchView(search, null))
}

/** The address under which its filter is changed: no look is noted. */
export function editAddress(search: Pick<SavedSearch, 'id' | 'filter' | 'sort' | 'lookedAt'>): JobsSearch {
  return toSearch(savedSearchView(search, search.lookedAt))
}

/** Whether the screen asks for something else than the search does. The order of a list's items means nothing. Pure. */
export function isChanged(view: JobsView, search: Pick<SavedSearch, 'id' | 'filter' | 'sort'>): boolean {
  return asText(view) !== asText(savedSearchView(search, null))
}

function asText(view: JobsView): string {
  const filter = Object.entries(toFilter(view)).map(([field, value]): [string, unknown] => [
    field,
    Array.isArray(value) ? value.map(String).toSorted() : value,
  ])
  return JSON.stringify([view.sort, filter.toSorted(([a], [b]) => (a < b ? -1 : 1))])
}

const MARK_ONLY = {
  saved: 'Saved jobs only',
  applied: 'Only jobs you applied for',
  hidden: 'Hidden jobs only',
} as const

/** "Python · Germany · Visa Offered", or that it has no filter. */
export function filterWords(search: SavedSearch, sourceNames: ReadonlyMap<string, string>): string {
  const words = chipsOf(savedSearchView(search, null), sourceNames).map(({ kind, word }) => {
    if (kind === 'Visa') return `Visa: ${word.toLowerCase()}`
    return kind === 'Any skill' ? `Any skill: ${word}` : word
  })
  const { mark } = search.filter
  if (mark !== 'visible') words.push(MARK_ONLY[mark])
  return words.length === 0 ? 'No filter: every open job' : words.join(' · ')
}

/** "128 jobs · 3 new since you looked 2 h ago". */
export function countWords({ total, fresh, lookedAt }: SavedSearch, now: number): string {
  const jobs = formatQuantity(total, ['job', 'jobs'])
  const looked = `you looked ${formatAgo(lookedAt, now)}`
  return fresh === 0 ? `${jobs} · none new since ${looked}` : `${jobs} · ${looked}`
}
