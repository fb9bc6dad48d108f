import { roleQueries } from '../plan/role-queries.ts'
import table from './role-queries.json' with { type: 'json' }

/** The most that it gives at once. */
export const PAGE_SIZE = 100
/** It refuses to leave out more than 2,000 ads. */
export const MOST_PAGES = 21
const DAY_MS = 86_400_000
const DAYS_BACK = 30

/** The parameters that ask for these roles, one query each; one without any for no roles. Pure; the words are in role-queries.json. */
export function queriesFor(roles: readonly string[]): readonly string[] {
  return roles.length === 0 ? [''] : roleQueries(roles, { byFamily: table.byFamily, ownQuery: (role) => `q=${role}` })
}

/** The address of one page (from 0) of a query, newest first, of what was published since the last reading with a day of overlap. */
export function searchAddress(
  base: string,
  wish: { query: string; page: number; since: number | null; now: number },
): string {
  const [name = '', ...value] = wish.query.split('=')
  const after = wish.since === null ? wish.now - DAYS_BACK * DAY_MS : wish.since - DAY_MS
  const parameters = new URLSearchParams({
    ...(name === '' ? {} : { [name]: value.join('=') }),
    'published-after': new Date(after).toISOString().slice(0, 19),
    sort: 'pubdate-desc',
    limit: String(PAGE_SIZE),
    offset: String(wish.page * PAGE_SIZE),
  })
  return `${base}/search?${parameters.toString()}`
}

/** A query in words means all of its words, not any of them, and nothing that the service reads into them. */
export function headersFor(query: string): Readonly<Record<string, string>> {
  if (!query.startsWith('q=')) return {}
  return { 'x-feature-disable-smart-freetext': 'true', 'x-feature-freetext-bool-method': 'and' }
}
