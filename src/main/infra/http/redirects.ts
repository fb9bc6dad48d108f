import { getDomain } from 'tldts'
import { isTrusted } from './address-guard.ts'
import { HttpProblem } from './http.ts'

const MAX_REDIRECTS = 5

const REDIRECT_STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
/** All that another origin gets to see: whatever else the caller sent may be a key. */
const HEADERS_FOR_STRANGERS: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'if-modified-since',
  'if-none-match',
  'user-agent',
])

/** One request on the wire, as it goes to one origin. */
export interface Hop {
  readonly url: URL
  /** the address as it was written by whoever named it */
  readonly written: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

export interface RedirectAnswer {
  readonly status: number
  readonly location: string | undefined
  readonly trustedOrigin: string | null
  /** true by default */
  readonly isFollowed?: boolean | undefined
  /** the hops made so far in this attempt, the current one last */
  readonly trail: readonly Hop[]
}

/** The request that follows a redirect answer; null when the answer is none. Credentials stay with their origin, a POST becomes a
 *  GET where browsers do that, a body is never handed to another site. Throws 'redirect' where redirects are not followed, for loops,
 *  more than five hops, a missing or unreadable Location, and a step from https down to http. The caller guards the new address. Pure. */
export function followingHop(hop: Hop, answer: RedirectAnswer): Hop | null {
  if (!REDIRECT_STATUSES.has(answer.status)) return null
  const refuse = (why: string): never => {
    throw new HttpProblem('redirect', `${hop.url.host} ${why}`, { status: answer.status })
  }
  if (answer.isFollowed === false) return refuse('redirects to another address')
  const location = readLocation(answer.location)
  const url = location === '' ? null : URL.parse(location, hop.url.href)
  if (url === null) return refuse('redirects to nowhere')
  url.hash = ''
  if (answer.trail.length > MAX_REDIRECTS) return refuse(`redirects more than ${MAX_REDIRECTS} times`)
  if (hop.url.protocol === 'https:' && url.protocol === 'http:' && !isTrusted(url, answer.trustedOrigin)) {
    return refuse('redirects from https to plain http')
  }
  const keepsMethod = hop.method === 'GET' || answer.status === 307 || answer.status === 308
  const isStranger = url.origin !== hop.url.origin
  if (keepsMethod && hop.body !== null && isStranger && !isSameSite(url, hop.url)) {
    return refuse('redirects what was sent to another site')
  }
  const next: Hop = {
    url,
    // A relative Location keeps the host, which was looked at when it was first written.
    written: url.hostname === hop.url.hostname ? url.href : location,
    method: keepsMethod ? hop.method : 'GET',
    headers: headersFor(hop, { isStranger, keepsBody: keepsMethod }),
    body: keepsMethod ? hop.body : null,
  }
  if (answer.trail.some((past) => past.url.href === url.href && past.method === next.method)) {
    return refuse('redirects in a circle')
  }
  return next
}

function headersFor(hop: Hop, { isStranger, keepsBody }: { isStranger: boolean; keepsBody: boolean }): Hop['headers'] {
  return Object.fromEntries(
    Object.entries(hop.headers).filter(([name]) => {
      if (name === 'content-type') return keepsBody
      return !isStranger || HEADERS_FOR_STRANGERS.has(name)
    }),
  )
}

/** Node reads header bytes as Latin-1; servers that put raw UTF-8 into a Location mean UTF-8. */
function readLocation(value: string | undefined): string {
  return Buffer.from(value?.trim() ?? '', 'latin1').toString('utf8')
}

function isSameSite(a: URL, b: URL): boolean {
  return (
    a.hostname === b.hostname || (getDomain(a.hostname) !== null && getDomain(a.hostname) === getDomain(b.hostname))
  )
}
