import table from './known-boards.json' with { type: 'json' }

/** Second-level labels under which countries register names ("co.uk", "com.au"). */
const SHARED_LABELS = new Set(['co', 'com', 'org', 'net', 'ac', 'gov', 'edu', 'or', 'ne'])

/** Whether an address is on the same site as a careers page (its host, another one under the same registered name), or on a board
 *  where employers show their postings. Pure. */
export function isOnOwnSite(address: string, pageUrl: string): boolean {
  const host = URL.parse(address)?.hostname
  const page = URL.parse(pageUrl)?.hostname
  if (host === undefined) return false
  if (table.hosts.some((board) => host === board || host.endsWith(`.${board}`))) return true
  return page !== undefined && siteOf(host) === siteOf(page)
}

/** The registered name of a host, by the usual forms; the host itself for an IP address. */
function siteOf(host: string): string {
  if (/^[\d.]+$|:/.test(host)) return host
  const labels = host.replace(/\.$/, '').split('.')
  const [second = '', first = ''] = labels.slice(-2)
  const isShared = first.length === 2 && SHARED_LABELS.has(second)
  return labels.slice(isShared ? -3 : -2).join('.')
}
