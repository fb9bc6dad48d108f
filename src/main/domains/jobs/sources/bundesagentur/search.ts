import { roleQueries } from '../plan/role-queries.ts'
import table from './role-queries.json' with { type: 'json' }

/** The most that it gives at once. */
export const LIST_SIZE = 100
const DAY_MS = 86_400_000
/** Of the days that one may ask to go back, it heeds only these. */
const DAYS_BACK = [1, 7, 14, 28] as const

/** What to search for, with the query that is `turn`'s first: requests may not do for all of them. One empty query without roles.
 *  Pure; the words are in role-queries.json. */
export function queriesFor(roles: readonly string[], turn: number): readonly string[] {
  if (roles.length === 0) return ['']
  const queries = roleQueries(roles, { byFamily: table.byFamily, ownQuery: (role) => role })
  const start = turn % queries.length
  return [...queries.slice(start), ...queries.slice(0, start)]
}

/** How many days back to ask: all that was published since the last reading with a day of overlap, four weeks without one. Pure. */
export function daysBack(since: number | null, now: number): number {
  const wanted = since === null ? Infinity : Math.floor(now / DAY_MS) - Math.floor(since / DAY_MS) + 1
  return DAYS_BACK.find((days) => days >= wanted) ?? 28
}

/** The address of one page (from 0) of a search. Pure. */
export function listAddress(
  base: string,
  { query, page, days }: { query: string; page: number; days: number },
): string {
  const parameters = new URLSearchParams({
    ...(query === '' ? {} : { was: query }),
    angebotsart: '1',
    veroeffentlichtseit: String(days),
    page: String(page + 1),
    size: String(LIST_SIZE),
  })
  return `${base}/pc/v6/jobs?${parameters.toString()}`
}

/** The address of one posting, which it looks up by its reference number in Base64. Pure. */
export function detailAddress(base: string, id: string): string {
  return `${base}/pc/v4/jobdetails/${encodeURIComponent(Buffer.from(id).toString('base64'))}`
}
