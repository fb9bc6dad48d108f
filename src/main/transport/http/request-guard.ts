import type { IncomingHttpHeaders } from 'node:http'

/** Largest body of a call. Job searches and settings are a few kB. */
const MAX_BODY_BYTES = 1024 * 1024
/** A posting that is added by hand is up to a million characters, of up to four bytes each. */
const MAX_INTAKE_BYTES = 4 * MAX_BODY_BYTES
/** A sponsor register of up to 30 MB, as base64. */
const MAX_REGISTER_BYTES = 41 * MAX_BODY_BYTES
/** A file of an application of up to 20 MB, as base64, and its name. */
const MAX_FILE_BYTES = 27 * MAX_BODY_BYTES
/** A document of up to 2 million signs, of up to three bytes each. */
const MAX_DOCUMENT_BYTES = 7 * MAX_BODY_BYTES
/** A table of applications of up to 20 million signs, of up to three bytes each, and its mapping. */
const MAX_TABLE_BYTES = 61 * MAX_BODY_BYTES
/** The calls that carry one. */
const TABLE_PATHS: ReadonlySet<string> = new Set([
  '/rpc/applicationTransfer/previewImport',
  '/rpc/applicationTransfer/import',
])
/** A header that no form and no plain cross-site request can carry. */
const CLIENT_HEADER = 'x-career-copilot'

export interface RequestFacts {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly port: number
}

export interface Refusal {
  readonly status: number
  readonly reason: string
}

const OWN_NAMES = ['127.0.0.1', 'localhost']

/** Why this request is refused before anything is done for it, or null. The session is checked after this. Pure.
 *  Keeps out other sites' pages (Origin, Fetch metadata, the client header), names that were made to point here (Host), and
 *  methods, types and sizes that no client of ours sends. */
export function refuseRequest(request: RequestFacts): Refusal | null {
  const { headers, port } = request
  const hosts = OWN_NAMES.map((name) => `${name}:${port}`)
  if (!hosts.includes(headers.host ?? '')) return { status: 421, reason: 'This host answers only to its own address.' }
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) {
    return { status: 403, reason: 'Requests from other sites are refused.' }
  }
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return { status: 403, reason: 'Requests from other sites are refused.' }
  }
  return isCall(request.path) ? refuseCall(request) : refuseRead(request)
}

export function isCall(path: string): boolean {
  return path === '/rpc' || path.startsWith('/rpc/')
}

function refuseCall({ method, path, headers }: RequestFacts): Refusal | null {
  if (method !== 'POST') return { status: 405, reason: 'Calls are made with POST.' }
  if (headers[CLIENT_HEADER] === undefined) return { status: 403, reason: `Calls carry the header ${CLIENT_HEADER}.` }
  const type = headers['content-type']
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  if (hasBody && !/^application\/json(;|$)/i.test(type ?? '')) {
    return { status: 415, reason: 'Calls carry JSON.' }
  }
  const length = Number(headers['content-length'] ?? 0)
  if (!Number.isFinite(length) || length > mostBytesOf(path))
    return { status: 413, reason: 'The request is too large.' }
  if (headers['transfer-encoding'] !== undefined) return { status: 411, reason: 'Calls state their length.' }
  return null
}

function mostBytesOf(path: string): number {
  if (path === '/rpc/sponsors/import') return MAX_REGISTER_BYTES
  if (TABLE_PATHS.has(path)) return MAX_TABLE_BYTES
  if (path === '/rpc/applicationFiles/add') return MAX_FILE_BYTES
  if (path.startsWith('/rpc/documents/')) return MAX_DOCUMENT_BYTES
  return path.startsWith('/rpc/intake/') ? MAX_INTAKE_BYTES : MAX_BODY_BYTES
}

function refuseRead({ method }: RequestFacts): Refusal | null {
  return method === 'GET' || method === 'HEAD' ? null : { status: 405, reason: 'Pages are read with GET.' }
}
