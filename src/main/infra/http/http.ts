import type { Readable } from 'node:stream'
import type { SourceProblem } from '#shared/discovery.ts'

/** What the caller expects to get. An HTML login page where JSON was expected is a coded failure, never data. A 'file' is handed over
 *  as its bytes, whatever it is; only a bot check in its place is a failure. */
export type Expectation = 'json' | 'html' | 'xml' | 'any' | 'file'

/** Why a request brought nothing usable. All but 'cancelled' are words of the contract (`SourceProblem`). */
export type HttpProblemCode =
  | Exclude<SourceProblem, 'not_configured' | 'key_missing' | 'not_due' | 'drift' | 'internal'>
  /** the caller's signal or `close()` ended it */
  | 'cancelled'

/** Who asks. Counts every attempt that goes out (retries and redirects too) and every body byte that comes in. */
export interface RequestMeter {
  onRequest(): void
  onBytes(bytes: number): void
}

/** What an API allows: at most `limit` requests per window. Several may hold at once (250 a day and 2,500 a month). */
export interface QuotaRule {
  /** names the counter, usually the source; the window's name is added to it */
  readonly key: string
  readonly limit: number
  readonly window: QuotaWindow
}
/** Calendar windows in UTC; a week starts on Monday. */
export type QuotaWindow = 'minute' | 'hour' | 'day' | 'week' | 'month'

/** Where quota counters live. Synchronous, so that nothing slips in between the check and the count. */
export interface QuotaStore {
  read(key: string): QuotaUse | null
  /** Adds to the counter of the window that began at `windowStartedAt`; a counter of an earlier window starts again from zero. */
  add(key: string, requests: number, windowStartedAt: number): void
}
export interface QuotaUse {
  readonly windowStartedAt: number
  readonly used: number
}

/** What the server said about its version of a document, to be sent back next time. */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

export interface HttpRequest {
  readonly url: string
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  /** sent as the JSON body of a POST */
  readonly json?: unknown
  /** sent as the form-encoded body of a POST */
  readonly form?: Readonly<Record<string, string>>
  readonly accept: Expectation
  readonly meter?: RequestMeter
  readonly quotas?: readonly QuotaRule[]
  /** Time for one attempt: name look-up, connection, redirects and the whole body. Waiting for one's turn is not counted.
   *  Default 30 s. */
  readonly timeoutMs?: number
  /** Most body bytes after decompression. Default 20 MB. */
  readonly maxBytes?: number
  /** Least pause between the end of the previous request to this origin and the start of this one. Default 0. */
  readonly gapMs?: number
  /** Attempts after the first one. Set 0 for a POST that must not happen twice. */
  readonly maxRetries?: number
  /** False: an answer that redirects is a 'redirect' problem, and what was sent goes nowhere else. Default true. */
  readonly isRedirectFollowed?: boolean
  readonly signal?: AbortSignal
  readonly validators?: Validators | null
  /** An origin that the user configured (a base-url override): this exact origin, and no other, may be a private address, an
   *  unusual port or plain http after https. */
  readonly trustedOrigin?: string | null
}

export interface HttpResponse {
  readonly status: number
  /** the address that answered, after redirects */
  readonly url: string
  /** lower-case names; several values of one name are joined by ', ' */
  readonly headers: Readonly<Record<string, string>>
  /** the body, decoded by its charset; '' when not modified, and for a 'file' */
  readonly text: string
  /** the body of a 'file' as it came; null for everything else */
  readonly file: Uint8Array | null
  /** body bytes after decompression */
  readonly bytes: number
  readonly notModified: boolean
  readonly validators: Validators
}

/** A question whose answer is read while it comes: a language model that writes. Times are real, in ms. */
export interface HttpStreamRequest {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /** until the head of the answer is there */
  readonly headTimeoutMs: number
  /** between two pieces of the body */
  readonly idleTimeoutMs: number
  readonly timeoutMs: number
  /** most body bytes after decompression */
  readonly maxBytes: number
  readonly signal: AbortSignal
  /** as in {@link HttpRequest} */
  readonly trustedOrigin: string | null
}

export interface HttpStreamAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly url: string
  /** Fails with an {@link HttpProblem}, or with the reason of the signal. Has to be read to its end or destroyed. */
  readonly body: Readable
}

export interface HttpStats {
  readonly requests: number
  readonly retries: number
  readonly bytes: number
  readonly failures: number
  /** requests on the wire and requests waiting for their turn */
  readonly active: number
  readonly waiting: number
  /** origins that are left alone for now, with the instant they are tried again */
  readonly openBreakers: readonly { readonly origin: string; readonly retryAt: number }[]
}

export interface HttpClient {
  /** Resolves only with a usable answer: a 2xx whose body is what `accept` says, or a 304 to a conditional request.
   *  Everything else is an {@link HttpProblem}. */
  request(options: HttpRequest): Promise<HttpResponse>
  /** One attempt, without a queue, a retry or a redirect, through the same address guard; the caller judges the status. Throws
   *  {@link HttpProblem}, or the reason of the signal. */
  stream(request: HttpStreamRequest): Promise<HttpStreamAnswer>
  stats(): HttpStats
  /** Cancels what is under way and lets go of every socket. Requests afterwards are 'cancelled'. */
  close(): void
}

/** The part of a logger that the client needs; pino's own shape. Addresses are logged as origins: paths and queries may hold keys. */
export interface HttpLog {
  debug(details: object, message: string): void
  warn(details: object, message: string): void
}

export interface HttpProblemDetails {
  readonly status?: number | null
  readonly retryAt?: number | null
  readonly excerpt?: string | null
  readonly isUnsent?: boolean
  readonly cause?: unknown
}

/** A request that brought nothing usable. The message is a sentence for a person; it names the host, never path, query or headers. */
export class HttpProblem extends Error {
  readonly code: HttpProblemCode
  /** the HTTP status, if there was an answer */
  readonly status: number | null
  /** UTC ms before which asking again is pointless, if known */
  readonly retryAt: number | null
  /** it is certain that nothing of the request went out */
  readonly isUnsent: boolean
  // Private, so that nothing that prints or serialises an error takes it along.
  readonly #excerpt: string | null

  constructor(code: HttpProblemCode, message: string, details: HttpProblemDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'HttpProblem'
    this.code = code
    this.status = details.status ?? null
    this.retryAt = details.retryAt ?? null
    this.isUnsent = details.isUnsent ?? false
    this.#excerpt = details.excerpt ?? null
  }

  /** How the body of a refusal begins, on one line; null when there was none. For telling refusals apart in code: it is the server's
   *  word, may hold anything, and is never logged or shown. */
  get excerpt(): string | null {
    return this.#excerpt
  }
}

/** The JSON value of an answer. Throws an {@link HttpProblem} 'unreadable' for anything that is not JSON. */
export function parseJson(response: Pick<HttpResponse, 'text' | 'url' | 'status'>): unknown {
  const host = URL.parse(response.url)?.host ?? 'The server'
  if (response.text.trim() === '') {
    throw new HttpProblem('unreadable', `${host} sent an empty answer instead of JSON`, { status: response.status })
  }
  try {
    return JSON.parse(response.text) as unknown
  } catch {
    // V8's own words quote the text around the fault, which may be anybody's: they are neither told nor kept as a cause.
    throw new HttpProblem('unreadable', `${host} sent something that is not valid JSON`, { status: response.status })
  }
}
