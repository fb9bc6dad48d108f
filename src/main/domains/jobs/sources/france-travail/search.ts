import { roleQueries } from '../plan/role-queries.ts'
import table from './role-queries.json' with { type: 'json' }

/** The most that it gives at once. */
export const PAGE_SIZE = 150
/** Of a search it gives about the first 1,150 ads. */
export const MOST_PAGES = 7
const DAY_MS = 86_400_000
/** Days back that it takes; it refuses any other number. */
const DAYS_BACK = [1, 3, 7, 14, 31] as const

/** What to search for; one empty query without roles. Pure; the words are in role-queries.json. */
export function queriesFor(roles: readonly string[]): readonly string[] {
  return roles.length === 0 ? [''] : roleQueries(roles, { byFamily: table.byFamily, ownQuery: (role) => role })
}

/** How many days back to ask: since the last reading with a day of overlap, a month without one. Pure. */
export function daysBack(since: number | null, now: number): number {
  const wanted = since === null ? Infinity : (now - since) / DAY_MS + 1
  return DAYS_BACK.find((days) => days >= wanted) ?? 31
}

/** The address of one page (from 0) of a search, newest first. Pure. */
export function searchAddress(
  base: string,
  { query, page, days }: { query: string; page: number; days: number },
): string {
  const first = page * PAGE_SIZE
  const parameters = new URLSearchParams({
    ...(query === '' ? {} : { motsCles: query }),
    range: `${first}-${first + PAGE_SIZE - 1}`,
    sort: '1',
    publieeDepuis: String(days),
  })
  return `${base}/partenaire/offresdemploi/v2/offres/search?${parameters.toString()}`
}
