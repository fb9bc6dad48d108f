import { HttpProblem, type HttpProblemCode } from '../http/http.ts'

interface Fault {
  readonly code: HttpProblemCode
  readonly words: (host: string) => string
}

/** Why a browser could not open a page, by its own name for it; the first pattern that fits is taken.
 *  Source: Chromium, net/base/net_error_list.h. */
const FAULTS: readonly (readonly [name: RegExp, fault: Fault])[] = [
  [/^TOO_MANY_REDIRECTS$/, { code: 'redirect', words: (host) => `${host} redirects in a circle` }],
  [/^(UNSAFE_REDIRECT|INVALID_REDIRECT)$/, { code: 'redirect', words: (host) => `${host} redirects to nowhere` }],
  [/^(UNKNOWN_URL_SCHEME|DISALLOWED_URL_SCHEME|UNSAFE_PORT|BLOCKED_BY_CLIENT|INVALID_URL)$/, refused()],
  [/^(TIMED_OUT|CONNECTION_TIMED_OUT)$/, { code: 'timeout', words: (host) => `${host} did not answer in time` }],
  [
    /CERT|SSL|PROTOCOL_ERROR$/,
    { code: 'network', words: (host) => `${host} has no trustworthy certificate or speaks no usable TLS` },
  ],
  [
    /^(INVALID_HTTP_RESPONSE|RESPONSE_HEADERS|CONTENT_DECODING)/,
    { code: 'unreadable', words: (host) => `${host} does not answer in HTTP` },
  ],
  [/^INTERNET_DISCONNECTED$/, { code: 'network', words: () => 'This computer is not connected to the internet' }],
]

function refused(): Fault {
  return { code: 'address_refused', words: (host) => `${host} leads to an address that is refused` }
}

/** The coded problem for whatever the driver threw while it opened a page; problems that are coded already pass through. Pure. */
export function pageProblem(error: unknown, host: string): HttpProblem {
  if (error instanceof HttpProblem) return error
  const words = error instanceof Error ? error.message : ''
  if (/Download is starting/.test(words)) {
    return new HttpProblem('unreadable', `${host} sent a file instead of a page`, { cause: error })
  }
  const name = /\bnet::ERR_([A-Z0-9_]+)/.exec(words)?.[1] ?? ''
  const fault = FAULTS.find(([pattern]) => pattern.test(name))?.[1]
  if (fault !== undefined) return new HttpProblem(fault.code, fault.words(host), { cause: error })
  const named = name === '' ? '' : ` (${name})`
  return new HttpProblem('network', `The browser could not open the page of ${host}${named}`, { cause: error })
}
