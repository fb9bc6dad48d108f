import type { HttpClient, HttpStreamRequest } from '../http/http.ts'
import { HttpProblem } from '../http/http.ts'
import { parseRetryAfter } from '../http/retry.ts'

export interface WireLimits {
  readonly headTimeoutMs: number
  readonly idleTimeoutMs: number
  readonly timeoutMs: number
}

/** A model that is loaded first, or thinks first, lets wait for its first word; once it speaks it goes on. */
export const WIRE_LIMITS: WireLimits = { headTimeoutMs: 90_000, idleTimeoutMs: 90_000, timeoutMs: 300_000 }

/** More than any answer that was asked for. */
const MAX_BYTES = 8_000_000
/** Of a refusal so much is looked at, to tell why. */
const EXCERPT_CHARS = 2000

/** What came over the wire, whatever an SDK makes of it. */
export interface Seen {
  status: number | null
  /** UTC ms, by the provider's own word */
  retryAt: number | null
  problem: HttpProblem | null
  /** How the body of a refusal begins. For telling refusals apart: never logged, shown or kept. */
  excerpt: string
}

export interface Wire {
  readonly fetch: typeof fetch
  readonly seen: Seen
}

export interface WireOptions {
  readonly http: Pick<HttpClient, 'stream'>
  readonly baseUrl: string
  readonly trustedOrigin: string | null
  /** All that are sent beside the type of the body, the key among them. */
  readonly headers: Readonly<Record<string, string>>
  readonly limits: WireLimits
  readonly signal: AbortSignal
  readonly now: () => number
}

/** A `fetch` for an SDK that goes our own way out: through the address guard, with our limits, and with our headers alone. Those of an
 *  SDK say what machine this is, and take keys, accounts and more from the environment of this process. */
export function createWire(options: WireOptions): Wire {
  const { http, baseUrl, trustedOrigin, limits, signal, now } = options
  const seen: Seen = { status: null, retryAt: null, problem: null, excerpt: '' }
  const note = (error: unknown): void => {
    if (error instanceof HttpProblem) seen.problem ??= error
  }
  const ask: typeof fetch = async (input, init) => {
    const body = bodyOf(init?.body)
    const request: HttpStreamRequest = {
      url: input instanceof Request ? input.url : String(input),
      method: init?.method?.toUpperCase() === 'POST' ? 'POST' : 'GET',
      headers: { ...options.headers, ...(body !== null && { 'content-type': 'application/json' }) },
      body,
      ...limits,
      maxBytes: MAX_BYTES,
      signal: init?.signal ? AbortSignal.any([signal, init.signal]) : signal,
      trustedOrigin,
    }
    try {
      if (URL.parse(request.url)?.origin !== URL.parse(baseUrl)?.origin) throw elsewhere()
      const answer = await http.stream(request)
      seen.status = answer.status
      const headers = plainHeaders(answer.headers)
      if (answer.status < 200 || answer.status > 299) {
        seen.retryAt = parseRetryAfter(answer.headers['retry-after'], now())
        const text = await beginningOf(answer.body)
        seen.excerpt = text.slice(0, EXCERPT_CHARS)
        // Statuses under 200 never get here; one that allows no body must not be given one.
        const isBare = answer.status === 304
        return new Response(isBare ? null : text, { status: answer.status, headers })
      }
      return new Response(webStream(answer.body, note), { status: answer.status, headers })
    } catch (error) {
      note(error)
      throw error
    }
  }
  return { fetch: ask, seen }
}

function elsewhere(): HttpProblem {
  return new HttpProblem('address_refused', 'It would have gone to another address than the one that is set')
}

function bodyOf(body: RequestInit['body']): string | null {
  if (body === null || body === undefined) return null
  if (typeof body !== 'string') throw new TypeError('an SDK sent something else than text')
  return body
}

/** The body is unpacked already. */
function plainHeaders(headers: Readonly<Record<string, string>>): Headers {
  const { 'content-type': type } = headers
  return new Headers(type === undefined ? {} : { 'content-type': type })
}

async function beginningOf(body: AsyncIterable<unknown>): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of body) {
    if (chunk instanceof Uint8Array) text += decoder.decode(chunk, { stream: true })
    if (text.length > 65_536) break
  }
  return text
}

function webStream(
  body: AsyncIterable<unknown> & { destroy: () => unknown },
  onError: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const pieces = body[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const { done, value } = await pieces.next()
        if (done === true) controller.close()
        else if (value instanceof Uint8Array) controller.enqueue(new Uint8Array(value))
      } catch (error) {
        onError(error)
        controller.error(error)
      }
    },
    cancel: () => {
      body.destroy()
    },
  })
}
