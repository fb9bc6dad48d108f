import { foldLetters } from '#main/infra/text/fold.ts'
import table from './endpoints.json' with { type: 'json' }

export interface Endpoint {
  /** As it stands in the address. */
  readonly code: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** ISO 4217; what the endpoint's salaries are in. */
  readonly currency: string
}

const ENDPOINTS: readonly Endpoint[] = Object.entries(table.endpoints).map(([code, rest]) => ({ code, ...rest }))
const ROLE_NOUNS = new Set(table.roleNouns)

/** The countries that Adzuna has. */
export const COUNTRIES: readonly string[] = ENDPOINTS.map(({ country }) => country)

/** The endpoint of a country, by its code in any case; null for a country that Adzuna does not have. Pure. */
export function endpointOf(country: string | undefined): Endpoint | null {
  const code = country?.trim().toLowerCase() ?? ''
  return ENDPOINTS.find((endpoint) => endpoint.code === (code === 'uk' ? 'gb' : code)) ?? null
}

/** The endpoint of the country on whose site a posting stands (adzuna.de, adzuna.co.uk, adzuna.com); null for any other address.
 *  Pure. */
export function endpointOfSite(address: string | null): Endpoint | null {
  const host = address === null ? undefined : URL.parse(address)?.hostname
  const country = /(?:^|\.)adzuna\.(com$|(?:com?\.)?[a-z]{2}$)/.exec(host ?? '')?.[1]
  return country === undefined ? null : endpointOf(country === 'com' ? 'us' : country.slice(-2))
}

/** The endpoints to ask for these countries, in their order; all of them for no country in particular. Pure. */
export function endpointsFor(countries: readonly string[]): readonly Endpoint[] {
  return countries.length === 0 ? ENDPOINTS : countries.flatMap((country) => endpointOf(country) ?? [])
}

/** Roles as one query: `what_or` finds postings with any of its words, so words that every role has are left out where others remain.
 *  '' without roles. Pure. */
export function anyWordOf(roles: readonly string[]): string {
  const words = roles.flatMap((role) => {
    const all = foldLetters(role.slice(0, 100)).match(/[\p{L}\p{N}+#.]+/gu) ?? []
    const telling = all.filter((word) => !ROLE_NOUNS.has(word))
    return telling.length > 0 ? telling : all
  })
  return [...new Set(words)].slice(0, 40).join(' ')
}
