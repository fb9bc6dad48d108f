import type { SearchPlan } from '../source.ts'
import { roleQueries } from '../plan/role-queries.ts'
import { manifest } from './manifest.ts'
import table from './searches.json' with { type: 'json' }

export const PAGE_SIZE = 50
const DAY_MS = 86_400_000
const SEARCHES = new Map<string, readonly string[]>(Object.entries(table.searches))
const PERIODS = [
  [3, 'LAST_THREE_DAYS'],
  [7, 'LAST_WEEK'],
] as const

/** The searches for these roles, by name; all that there are without roles, because EURES refuses a search without words. Pure; the
 *  words are in searches.json. */
export function searchesFor(roles: readonly string[]): readonly string[] {
  return roles.length === 0
    ? [...SEARCHES.keys()]
    : roleQueries(roles, { byFamily: table.byFamily, ownQuery: (role) => role })
}

/** The countries as EURES writes them: in lower case, Greece as "el". All of them when it is asked for none. Pure. */
export function locationCodesOf({ countries }: Pick<SearchPlan, 'countries'>): readonly string[] {
  return countries
    .filter((country) => manifest.countries?.includes(country))
    .map((country) => (country === 'GR' ? 'el' : country.toLowerCase()))
}

/** How far back to ask: since the last reading with a day of overlap, a month when there was none. Pure; UTC ms. */
export function periodSince(since: number | null, now: number): string {
  const days = since === null ? Infinity : (now - since) / DAY_MS + 1
  return PERIODS.find(([most]) => days <= most)?.[1] ?? 'LAST_MONTH'
}

export interface SearchWish {
  readonly search: string
  /** From 0. */
  readonly page: number
  readonly locationCodes: readonly string[]
  readonly period: string
}

/** The body of a search: the service refuses one in which a field is missing. By best match: sorted by date it does not look at the
 *  words. Pure. */
export function searchBody({ search, page, locationCodes, period }: SearchWish): object {
  const keywords = SEARCHES.get(search) ?? search.split(' ')
  return {
    resultsPerPage: PAGE_SIZE,
    page: page + 1,
    sortSearch: 'BEST_MATCH',
    keywords: keywords.map((keyword) => ({ keyword, specificSearchCode: 'TITLE' })),
    publicationPeriod: period,
    occupationUris: [],
    skillUris: [],
    requiredExperienceCodes: [],
    positionScheduleCodes: [],
    sectorCodes: [],
    educationAndQualificationLevelCodes: [],
    positionOfferingCodes: [],
    locationCodes,
    euresFlagCodes: [],
    otherBenefitsCodes: [],
    requiredLanguages: [],
    minNumberPost: null,
    sessionId: 'career-copilot',
    userPreferredLanguage: null,
    requestLanguage: 'en',
  }
}
