import type { SearchPlan } from '../source.ts'
import { COUNTRIES } from './sites.ts'

/** Roles in one search, joined by "or". Source: Indeed's advanced search. */
const ROLES_PER_SEARCH = 5
/** How many days back Indeed can be asked for. */
const DAYS_BACK = [1, 3, 7, 14]
const USUAL_DAYS = 7
const DAY_MS = 86_400_000

/** One search on one country's site. */
export interface Search {
  readonly country: string
  readonly words: string
}

/** The searches of a plan by name: each country's site with a few roles at a time; every site without countries. Pure. */
export function searchesFor({ roles, countries }: Pick<SearchPlan, 'roles' | 'countries'>): readonly string[] {
  const words: string[] = []
  for (let at = 0; at < roles.length; at += ROLES_PER_SEARCH) {
    const some = roles.slice(at, at + ROLES_PER_SEARCH).map((role) => role.replace(/["()\s]+/g, ' ').trim())
    const quoted = some.map((role) => (role.includes(' ') ? `"${role}"` : role))
    words.push(quoted.length > 1 ? `(${quoted.join(' or ')})` : (quoted[0] ?? ''))
  }
  return (countries.length > 0 ? countries : COUNTRIES)
    .filter((country) => COUNTRIES.includes(country))
    .flatMap((country) => (words.length > 0 ? words : ['']).map((query) => `${country} ${query}`))
}

/** What a name of `searchesFor` stands for. Pure. */
export function searchOf(name: string): Search {
  return { country: name.slice(0, 2), words: name.slice(3) }
}

export interface ListWish {
  readonly words: string
  /** As in SourceContext. */
  readonly since: number | null
  readonly now: number
  /** The posting that the page is to show in full beside the list. */
  readonly key?: string
}

/** Path and query of the first page of results, the newest first. Indeed shows the pages behind it to those only who signed in. Pure. */
export function listPath({ words, since, now, key }: ListWish): string {
  const days = since === null ? USUAL_DAYS : Math.ceil((now - since) / DAY_MS) + 1
  const back = DAYS_BACK.find((most) => days <= most) ?? DAYS_BACK.at(-1) ?? USUAL_DAYS
  const query = new URLSearchParams({ q: words, l: '', sort: 'date', fromage: String(back) })
  if (key !== undefined) query.set('vjk', key)
  return `/jobs?${query.toString()}`
}
