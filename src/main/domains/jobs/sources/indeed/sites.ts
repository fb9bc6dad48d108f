import table from './sites.json' with { type: 'json' }

const SITES = new Map<string, string>(Object.entries(table.byCountry))

/** The countries that have a site of their own here. */
export const COUNTRIES: readonly string[] = [...SITES.keys()]

/** The address of each site by its country; `main` is the one of the United States. */
export const HOSTS: { readonly main: string; readonly [country: string]: string } = {
  main: originOf('www'),
  ...Object.fromEntries([...SITES].map(([country, name]) => [country, originOf(name)])),
}

/** The country whose site an address is on; null for another host. Pure. */
export function countryOfAddress(address: string): string | null {
  const name = /^(?:https?:\/\/)?([a-z]+)\.indeed\.com(?=[/:?#]|$)/i.exec(address)?.[1]?.toLowerCase()
  return [...SITES].find(([, site]) => site === name)?.[0] ?? null
}

/** Where a posting is for everybody. Pure. */
export function postingAddress(country: string | null, key: string): string {
  return (HOSTS[country ?? 'main'] ?? HOSTS.main) + postingPath(key)
}

/** Of the page of a posting, on any of the sites. Pure. */
export function postingPath(key: string): string {
  return `/viewjob?${new URLSearchParams({ jk: key }).toString()}`
}

function originOf(name: string): string {
  return `https://${name}.indeed.com`
}
