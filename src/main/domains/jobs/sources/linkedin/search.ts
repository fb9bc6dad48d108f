import type { SearchPlan } from '../source.ts'

/** Roles in one search, joined by OR. Source: LinkedIn Help, "Use Boolean search on LinkedIn". */
const ROLES_PER_SEARCH = 5
const DAY_SECONDS = 86_400
const [FEWEST_DAYS, USUAL_DAYS, MOST_DAYS] = [1, 7, 30]
const NAMES = new Intl.DisplayNames(['en'], { type: 'region' })

/** The searches of a plan: each country with a few roles at a time. Pure. */
export function searchesFor({ roles, countries }: Pick<SearchPlan, 'roles' | 'countries'>): readonly string[] {
  const places = countries.length > 0 ? countries.map((code) => NAMES.of(code) ?? code) : ['Worldwide']
  const words: string[] = []
  for (let at = 0; at < roles.length; at += ROLES_PER_SEARCH) {
    const some = roles.slice(at, at + ROLES_PER_SEARCH).map((role) => role.replace(/["\s]+/g, ' ').trim())
    words.push(some.map((role) => (role.includes(' ') ? `"${role}"` : role)).join(' OR '))
  }
  return places.flatMap((place) => (words.length > 0 ? words : ['']).map((keywords) => `${place}|${keywords}`))
}

export interface ListWish {
  /** One of `searchesFor`. */
  readonly search: string
  /** How many results come before; 0 for the first page. */
  readonly start: number
  /** As in SourceContext. */
  readonly since: number | null
  readonly now: number
}

/** Path and query of a page of results, the newest first. Pure. */
export function listPath({ search, start, since, now }: ListWish): string {
  const [location = '', keywords = ''] = search.split('|')
  const query = new URLSearchParams({
    ...(keywords === '' ? {} : { keywords }),
    location,
    f_TPR: `r${daysBack(since, now) * DAY_SECONDS}`,
    sortBy: 'DD',
    start: String(start),
  })
  return `/jobs-guest/jobs/api/seeMoreJobPostings/search?${query.toString()}`
}

/** Since the last reading with a day of overlap; a week when there was none. */
function daysBack(since: number | null, now: number): number {
  if (since === null) return USUAL_DAYS
  const days = Math.ceil((now - since) / (DAY_SECONDS * 1000)) + 1
  return Math.min(Math.max(days, FEWEST_DAYS), MOST_DAYS)
}
