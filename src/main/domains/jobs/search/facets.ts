import type { JobFacets } from '#shared/jobs.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { parseFacts } from '../facts-json.ts'
import type { ColumnHits } from './column-hits.ts'
import { cityToken, skillToken, valueOfToken } from './filter-tokens.ts'

/** Skills and cities are many: the most frequent ones are told. */
const VALUES_MAX = 60

/** Each facet, and how its tokens begin. */
const STARTS: Readonly<Record<keyof JobFacets, string>> = {
  countries: '#c',
  visa: '#v',
  workplaces: '#w',
  seniorities: '#l',
  roleFamilies: '#f',
  sources: '#o',
  skills: '#k',
  cities: '#t',
  salaries: '#s',
}

export type FacetCounter = (hits: ColumnHits) => JobFacets

/** Counts by the tokens of the index: a job in several countries, or from several sources, counts for each of them, just as the filter
 *  for it would find it. */
export function createFacetCounter(db: Database): FacetCounter {
  const nameOf = createNames(db)
  return (hits) => {
    const counts = hits.counts(Object.values(STARTS))
    const facet = (key: keyof JobFacets, valueOf: (token: string) => string, most = Infinity): JobFacets['countries'] =>
      [...counts]
        .filter(([token]) => token.startsWith(STARTS[key]))
        .sort(([a, aCount], [b, bCount]) => bCount - aCount || (a < b ? -1 : 1))
        .slice(0, most)
        .map(([token, count]) => ({ value: valueOf(token), count }))
    const named = (token: string): string => nameOf(hits, token)
    return {
      countries: facet('countries', (token) => valueOfToken(token).toUpperCase()),
      visa: facet('visa', valueOfToken),
      workplaces: facet('workplaces', valueOfToken),
      seniorities: facet('seniorities', valueOfToken),
      roleFamilies: facet('roleFamilies', valueOfToken),
      sources: facet('sources', valueOfToken),
      skills: facet('skills', named, VALUES_MAX),
      cities: facet('cities', named, VALUES_MAX),
      salaries: facet('salaries', eurOfStep).sort((a, b) => Number(a.value) - Number(b.value)),
    }
  }
}

/** A pay step holds thousands. */
function eurOfStep(token: string): string {
  return String(Number(token.slice(STARTS.salaries.length)) * 1000)
}

/** A token holds a skill or city in lower case; how it is written stands in the facts of a job that carries it. */
function createNames(db: Database): (hits: ColumnHits, token: string) => string {
  const factsOf = db.raw.prepare<[number], string>('select facts from job_text where job_id = ?').pluck()
  const known = new Map<string, string>()
  return (hits, token) => {
    const before = known.get(token)
    if (before !== undefined) return before
    const id = hits.carrierOf(token)
    const text = id === null ? undefined : factsOf.get(id)
    if (text === undefined) return valueOfToken(token)
    const { skills, places } = parseFacts(text)
    const name =
      skills.find((skill) => skillToken(skill.name) === token)?.name ??
      places.find(({ city }) => city !== null && cityToken(city) === token)?.city ??
      valueOfToken(token)
    known.set(token, name)
    return name
  }
}
