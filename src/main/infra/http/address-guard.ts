import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Where a public job board may reasonably listen. Anything else is more likely to be somebody's inner service. */
const PUBLIC_PORTS: ReadonlySet<string> = new Set(['', '80', '443', '8080', '8443'])

/** Names that never belong to the public internet. Source: IANA Special-Use Domain Names registry (RFC 6761, 6762, 7686, 8375, 9476),
 *  ICANN's reservation of .internal (2024-07), and the customary names of home and office networks. */
const PRIVATE_NAMES = [
  'localhost',
  'local',
  'internal',
  'onion',
  'invalid',
  'alt',
  'home.arpa',
  'intranet',
  'corp',
  'home',
  'lan',
  'private',
  'localdomain',
]

const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR('2000::/3')
const WELL_KNOWN_NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

export interface AddressQuestion {
  readonly url: URL
  /** the address as it was written, before parsing: odd spellings of numbers are only visible there */
  readonly written: string
  readonly trustedOrigin: string | null
}

/** Why this URL must not be visited, as words that complete "is refused: …"; null when it may be.
 *  Only http and https to a public name or address on a usual port pass. The trusted origin, exactly, passes whatever it points at,
 *  but never with credentials in the URL. Names still have to be resolved and each address put to {@link refusedAddress}. Pure. */
export function refusedUrl(question: AddressQuestion): string | null {
  const { url } = question
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `${url.protocol.slice(0, -1)} is not http or https`
  if (url.username !== '' || url.password !== '') return 'it carries a user name or password'
  if (isTrusted(url, question.trustedOrigin)) return null
  if (!PUBLIC_PORTS.has(url.port)) return `port ${url.port} is not a usual web port`
  const literal = addressLiteral(url)
  if (literal === null) return refusedName(url.hostname)
  // The parser turns 0x7f.1, 017700000001 and 2130706433 into dotted decimals: nobody who means well writes them.
  if (!isSpelledOut(question.written, url.hostname)) return 'the number is written in an odd form'
  return refusedAddress(literal)
}

/** Why this IP address must not be connected to; null for public unicast. IPv4 inside IPv6 (mapped, NAT64, 6to4) is judged by the
 *  IPv4 address it leads to. Pure. */
export function refusedAddress(address: string): string | null {
  // ipaddr.js alone would also read 127.1 and 0x7f000001.
  if (isIP(address) === 0) return 'it is not an IP address'
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv4) return refusedRange(parsed)
  if (parsed.zoneId !== undefined) return 'it is bound to a network interface'
  const inner = embeddedV4(parsed)
  if (inner !== null) return refusedRange(inner)
  if (!parsed.match(GLOBAL_UNICAST_V6)) return `it is not a public address (${parsed.range()})`
  return refusedRange(parsed)
}

export function isTrusted(url: URL, trustedOrigin: string | null): boolean {
  return trustedOrigin !== null && URL.parse(trustedOrigin)?.origin === url.origin
}

/** The IP address that a URL names directly, without brackets; null when it names a host. */
export function addressLiteral(url: URL): string | null {
  const bare = url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : url.hostname
  return ipaddr.IPv6.isValid(bare) || ipaddr.IPv4.isValidFourPartDecimal(bare) ? bare : null
}

function refusedName(hostname: string): string | null {
  if (hostname.endsWith('.')) return 'its name ends with a dot'
  if (PRIVATE_NAMES.some((name) => hostname === name || hostname.endsWith(`.${name}`)))
    return 'its name is a private one'
  if (!hostname.includes('.')) return 'its name has no domain'
  return null
}

function isSpelledOut(written: string, hostname: string): boolean {
  const [, afterSlashes = ''] = written.toLowerCase().split('//', 2)
  return afterSlashes.startsWith(hostname) && /^([:/?#]|$)/.test(afterSlashes.slice(hostname.length))
}

function refusedRange(address: ipaddr.IPv4 | ipaddr.IPv6): string | null {
  const range = address.range()
  return range === 'unicast' ? null : `it is not a public address (${range})`
}

function embeddedV4(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  const bytes = address.toByteArray()
  if (address.isIPv4MappedAddress() || address.match(WELL_KNOWN_NAT64)) return new ipaddr.IPv4(bytes.slice(12))
  if (address.range() === '6to4') return new ipaddr.IPv4(bytes.slice(2, 6))
  return null
}
