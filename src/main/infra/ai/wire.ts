import type { HttpClient, HttpStreamRequest } from '../http/http.ts'
import { HttpProblem } from '../http/http.ts'
import { type Allowance, readAllowance } from './allowance.ts'
import { retryAtOf } from './retry-at.ts'

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

/** Statuses that allow no body: a Response of them may not be given one; nor 304, which is a refusal here. */
const BARE: ReadonlySet<number> = new Set([204, 205])

/** What came over the wire, whatever an SDK makes of it. */
export interface Seen {
  /** A question may have gone out. */
  isAsked: boolean
  status: number | null
  /** UTC ms, by the provider's own word */
  retryAt: number | null
  problem: HttpProblem | null
  /** What broke on our side of the wire. */
  fault: { readonly thrown: unknown } | null
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
  /** What it still lets through, as soon as its answer begins. */
  readonly onAllowance?: (allowance: Allowance) => void
}

/** A `fetch` for an SDK that goes our own way out: through the address guard, with our limits, and with our headers alone. Those of an
 *  SDK say what machine this is, and take keys, accounts and more from the environment of this process. */
export function createWire(options: WireOptions): Wire {
  const { http, baseUrl, trustedOrigin, limits, signal, now } = options
  const requestOf = (
    input: Parameters<typeof fetch>[0],
    init: RequestInit | undefined,
  ): Omit<HttpStreamRequest, 'signal'> => {
    const body = bodyOf(init?.body)
    return {
      url: input instanceof Request ? input.url : String(input),
      method: init?.method?.toUpperCase() === 'POST' ? 'POST' : 'GET',
      headers: { ...options.headers, ...(body !== null && { 'content-type': 'application/json' }) },
      body,
      ...limits,
      maxBytes: MAX_BYTES,
      trustedOrigin,
    }
  }
  const seen: Seen = {
    isAsked: false,
    status: null,
    retryAt: null,
    problem: null,
    fault: null,
    excerpt: '',
  }
  const noteWith =
    (ended: AbortSignal) =>
    (thrown: unknown): void => {
      if (thrown instanceof HttpProblem) seen.problem ??= thrown
      // Whoever ends a request gets what it was ended with.
      else if (!ended.aborted) seen.fault ??= { thrown }
    }
  const ask: typeof fetch = async (input, init) => {
    const ended = init?.signal ? AbortSignal.any([signal, init.signal]) : signal
    const note = noteWith(ended)
    try {
      ended.throwIfAborted()
      const request = requestOf(input, init)
      if (URL.parse(request.url)?.origin !== URL.parse(baseUrl)?.origin) throw elsewhere()
      seen.isAsked = true
      const answer = await http.stream({ ...request, signal: ended })
      seen.status = answer.status
      options.onAllowance?.(readAllowance(answer.headers, now()))
      const headers = plainHeaders(answer.headers)
      if (answer.status < 200 || answer.status > 299) {
        const text = await beginningOf(answer.body)
        seen.retryAt = retryAtOf({ headers: answer.headers, body: text }, now())
        seen.excerpt = text.slice(0, EXCERPT_CHARS)
        return new Response(answer.status === 304 ? null : text, { status: statusFor(answer.status), headers })
      }
      const isBare = BARE.has(answer.status)
      return new Response(isBare ? null : webStream(answer.body, note), { status: answer.status, headers })
    } catch (error) {
      note(error)
      throw error
    }
  }
  return { fetch: ask, seen }
}

/** What a Response can hold: one that is no status at all is a fault of the server. */
function statusFor(status: number): number {
  return status >= 200 && status <= 599 ? status : 502
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
