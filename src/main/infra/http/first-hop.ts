import type { Expectation, HttpRequest, HttpStreamRequest } from './http.ts'
import { parseAddress } from './pinned-address.ts'
import type { Hop } from './redirects.ts'

const ACCEPT: Readonly<Record<Expectation, string>> = {
  json: 'application/json',
  xml: 'application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9',
  html: 'text/html, application/xhtml+xml;q=0.9',
  any: '*/*',
  file: '*/*',
}

/** Headers that are the client's own business: who we are, where it goes, and how the body is framed. */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'host',
  'transfer-encoding',
  'user-agent',
])

/** What goes out first for a request. Throws a TypeError for a call that contradicts itself: a header that the client owns, a body
 *  on a GET, two bodies. Throws 'address_refused' for what is no address; the guard is the caller's. Pure. */
export function firstHop(request: HttpRequest, userAgent: string): Hop {
  const method = request.method ?? 'GET'
  const body = bodyOf(request)
  if (body !== null && method === 'GET') throw new TypeError('a GET carries no body')
  const url = parseAddress(request.url)
  url.hash = ''
  const headers: Record<string, string> = { accept: ACCEPT[request.accept], ...body?.headers, 'user-agent': userAgent }
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    const lower = name.toLowerCase()
    if (OWN_HEADERS.has(lower)) throw new TypeError(`the header ${lower} is set by the client`)
    headers[lower] = value
  }
  const { etag = null, lastModified = null } = request.validators ?? {}
  if (etag !== null) headers['if-none-match'] = etag
  if (lastModified !== null) headers['if-modified-since'] = lastModified
  return { url, written: request.url, method, headers, body: body?.text ?? null }
}

/** The same for an answer that is read while it comes. Pure. */
export function streamHop(request: HttpStreamRequest, userAgent: string): Hop {
  const url = parseAddress(request.url)
  url.hash = ''
  const headers: Record<string, string> = { 'user-agent': userAgent }
  for (const [name, value] of Object.entries(request.headers)) {
    const lower = name.toLowerCase()
    if (OWN_HEADERS.has(lower)) throw new TypeError(`the header ${lower} is set by the client`)
    headers[lower] = value
  }
  return { url, written: request.url, method: request.method, headers, body: request.body }
}

function bodyOf(request: HttpRequest): { text: string; headers: Record<string, string> } | null {
  if (request.json !== undefined && request.form !== undefined) throw new TypeError('a request has one body')
  if (request.json !== undefined) {
    return { text: JSON.stringify(request.json), headers: { 'content-type': 'application/json' } }
  }
  if (request.form !== undefined) {
    const text = new URLSearchParams(request.form).toString()
    return { text, headers: { 'content-type': 'application/x-www-form-urlencoded' } }
  }
  return null
}
