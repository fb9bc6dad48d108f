import { roleFamiliesOf } from '../plan/role-fit.ts'
import type { SearchPlan } from '../source.ts'
import table from './queries.json' with { type: 'json' }

const INDUSTRIES = new Map<string, readonly string[]>(Object.entries(table.industriesOf))
const EUROPE = new Set(table.europe)

/** What to ask Jobicy for, as the query strings of its filters, each once: the industries of the roles, open to people in Europe
 *  first and to people anywhere after that. Without a filter for what the plan leaves open, for a role that no industry is known
 *  for, and for countries outside Europe. Pure; the tables are in queries.json. */
export function queriesFor(plan: Pick<SearchPlan, 'roles' | 'countries'>): readonly string[] {
  const industries = industriesOf(plan.roles)
  return geosOf(plan.countries).flatMap((geo) =>
    industries.map((industry) =>
      new URLSearchParams({
        ...(geo === '' ? {} : { geo }),
        ...(industry === '' ? {} : { industry }),
      }).toString(),
    ),
  )
}

function industriesOf(roles: readonly string[]): readonly string[] {
  const ofRoles = roles.map((role) => [...roleFamiliesOf(role)].flatMap((family) => INDUSTRIES.get(family) ?? []))
  const isOpen = roles.length === 0 || ofRoles.some((industries) => industries.length === 0)
  return isOpen ? [''] : [...new Set(ofRoles.flat())]
}

function geosOf(countries: readonly string[]): readonly string[] {
  const isEurope = countries.length > 0 && countries.every((country) => EUROPE.has(country))
  return isEurope ? table.geosOfEurope : ['']
}
