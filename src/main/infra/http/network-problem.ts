import { HttpProblem, type HttpProblemCode } from './http.ts'

interface Fault {
  readonly code: HttpProblemCode
  readonly words: (host: string) => string
  /** It comes before anything of a request goes out. */
  readonly isUnsent?: true
}

/** Faults of the connection by their Node, OpenSSL or zlib code; the first pattern that fits is taken.
 *  Sources: Node.js "Errors", OpenSSL X509_V_ERR_*, zlib return codes, llhttp error names. */
const FAULTS: readonly (readonly [code: RegExp, fault: Fault])[] = [
  [/^(ENOTFOUND|EAI_)/, { code: 'network', words: (host) => `The name ${host} could not be found`, isUnsent: true }],
  [/^(ETIMEDOUT|ESOCKETTIMEDOUT)$/, { code: 'timeout', words: (host) => `${host} did not answer in time` }],
  [/^ECONNREFUSED$/, { code: 'network', words: (host) => `${host} does not accept connections`, isUnsent: true }],
  [
    /^(ENETUNREACH|EHOSTUNREACH|ENETDOWN|EADDRNOTAVAIL)$/,
    { code: 'network', words: (host) => `${host} cannot be reached` },
  ],
  [
    /CERT|SIGNATURE|SELF_SIGNED|ALTNAME|^ERR_TLS|^ERR_SSL|^EPROTO$/,
    {
      code: 'network',
      words: (host) => `${host} has no trustworthy certificate or speaks no usable TLS`,
      isUnsent: true,
    },
  ],
  [/^HPE_HEADER_OVERFLOW$/, { code: 'too_large', words: (host) => `${host} sent headers beyond measure` }],
  [/^HPE_/, { code: 'unreadable', words: (host) => `${host} does not answer in HTTP` }],
  [/^Z_BUF_ERROR$/, { code: 'network', words: (host) => `${host} broke off in the middle of its answer` }],
  [
    /^(Z_|ERR_?_?BROTLI|ERR__ERROR|ERR_PADDING)/,
    { code: 'unreadable', words: (host) => `${host} sent a broken compression` },
  ],
  [/^ERR_INVALID_CHAR$|^ERR_INVALID_HTTP_TOKEN$/, { code: 'unauthorised', words: badHeader, isUnsent: true }],
]

/** The coded problem for whatever a socket, TLS, the HTTP parser or a decompressor threw; problems that are coded already pass
 *  through. Pure. */
export function networkProblem(error: unknown, host: string): HttpProblem {
  if (error instanceof HttpProblem) return error
  const code = codeOf(error)
  const fault = FAULTS.find(([pattern]) => pattern.test(code))?.[1]
  if (fault) {
    return new HttpProblem(fault.code, fault.words(host), { cause: error, isUnsent: fault.isUnsent === true })
  }
  return new HttpProblem('network', `The connection to ${host} broke${code === '' ? '' : ` (${code})`}`, {
    cause: error,
  })
}

/** Only a configured key can put such characters there; its value is not repeated. */
function badHeader(host: string): string {
  return `A key or header for ${host} has characters that HTTP does not allow`
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}
