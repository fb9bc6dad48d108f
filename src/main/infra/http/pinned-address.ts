import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { addressLiteral, isTrusted, refusedAddress, refusedUrl } from './address-guard.ts'
import { HttpProblem } from './http.ts'

/** All addresses of a host name, most wanted first. */
export type Resolve = (host: string) => Promise<readonly string[]>

export interface Destination {
  readonly url: URL
  readonly written: string
  readonly trustedOrigin: string | null
}

/** The operating system's resolver, hosts file included. */
export const systemResolve: Resolve = async (host) => (await lookup(host, { all: true })).map((entry) => entry.address)

/** Parses an address that came from outside. Throws 'address_refused' when it is none. */
export function parseAddress(written: string): URL {
  const url = URL.parse(written)
  if (url === null) throw new HttpProblem('address_refused', 'This is not a web address')
  return url
}

/** Throws 'address_refused' when the URL must not be visited. */
export function guardDestination(destination: Destination): void {
  const reason = refusedUrl(destination)
  if (reason !== null) throw refusal(destination.url, reason)
}

/** Resolves the host once and returns a look-up that knows only those addresses: the connection goes to what was checked, whatever
 *  the name server says a moment later. One refused address among several refuses the host.
 *  Throws 'address_refused', or 'network' when the name leads nowhere. */
export async function pinnedLookup(destination: Destination, resolve: Resolve): Promise<LookupFunction> {
  const { url } = destination
  const literal = addressLiteral(url)
  const addresses = literal === null ? await resolveName(url, resolve) : [literal]
  if (!isTrusted(url, destination.trustedOrigin)) {
    for (const address of addresses) {
      const reason = refusedAddress(address)
      if (reason !== null) throw refusal(url, reason)
    }
  }
  const [first, ...others] = addresses.map((address) => ({ address, family: isIP(address) }))
  if (first === undefined)
    throw new HttpProblem('network', `The name ${url.hostname} leads nowhere`, { isUnsent: true })
  return (_hostname, options, callback) => {
    if (options.all === true) callback(null, [first, ...others])
    else callback(null, first.address, first.family)
  }
}

async function resolveName(url: URL, resolve: Resolve): Promise<readonly string[]> {
  try {
    return await resolve(url.hostname)
  } catch (error) {
    throw new HttpProblem('network', `The name ${url.hostname} could not be found`, { cause: error, isUnsent: true })
  }
}

function refusal(url: URL, reason: string): HttpProblem {
  return new HttpProblem(
    'address_refused',
    `The address ${url.host === '' ? url.protocol : url.host} is refused: ${reason}`,
    { isUnsent: true },
  )
}
