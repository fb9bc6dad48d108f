import { type HttpClient, HttpProblem, type HttpRequest } from '#main/infra/http/http.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { failedForGood, failedForNow, type Outcome } from './channel.ts'

/** One try of ours; the outbox counts and spaces them, so that a message is never repeated unseen. What redirects has not taken the
 *  message, and another address gets neither its words nor its signature. */
const ONE_TRY = {
  method: 'POST',
  accept: 'any',
  maxRetries: 0,
  maxBytes: 1_000_000,
  isRedirectFollowed: false,
} as const

/** Answers that will be others later, though they are the asker's fault by their number: too early, and a conflict with itself. */
const PASSING_STATUSES: ReadonlySet<number> = new Set([409, 425])
/** A gateway answers so when it does not know what became of the request. */
const UNKNOWING_STATUSES: ReadonlySet<number> = new Set([502, 504])
const NEVER_ARRIVED =
  /^(ENOTFOUND|EAI_|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ENETDOWN|EADDRNOTAVAIL)|CERT|^ERR_TLS|^ERR_SSL|^EPROTO/

const TIMEOUT_MS = 15_000
/** A host that asked for a pause is not waited for longer: other messages would wait with this one. */
const TURN_MS = 15_000

/** Hands a message over by HTTP; resolves when the other side took it, throws HttpProblem. */
export type Post = (
  message: Pick<HttpRequest, 'url' | 'json' | 'form' | 'headers'> & {
    trustedOrigin: string | null
    signal: AbortSignal
  },
) => Promise<void>

export interface PostParts {
  readonly http: HttpClient
  readonly clock: Clock
  /** For one try, 15 s by default. */
  readonly timeoutMs?: number | undefined
}

export function createPost({ http, clock, timeoutMs = TIMEOUT_MS }: PostParts): Post {
  return async ({ signal, ...message }) => {
    const patience = AbortSignal.timeout(timeoutMs + TURN_MS)
    const meter = { isOut: false, onRequest: () => void (meter.isOut = true), onBytes: () => undefined }
    try {
      await http.request({ ...ONE_TRY, ...message, timeoutMs, meter, signal: AbortSignal.any([signal, patience]) })
    } catch (error) {
      if (signal.aborted || !patience.aborted) throw error
      const host = URL.parse(message.url)?.host ?? 'The server'
      if (meter.isOut) throw new HttpProblem('timeout', `${host} did not answer in time`)
      const retryAt = clock.now() + TURN_MS
      throw new HttpProblem('rate_limited', `${host} asked not to be called for a while`, { retryAt })
    }
  }
}

/** The origin of an address of the user's, which may be a private one. */
export function originOf(url: string): string | null {
  return URL.parse(url)?.origin ?? null
}

export interface HttpWords {
  /** What to do about a refused key. */
  readonly unauthorised: string
  /** What to do about an address that leads nowhere. */
  readonly notFound: string
}

/** What a failed request means for the message. The words of the server are not repeated. Throws what is no problem of the wire. Pure. */
export function httpOutcome(error: unknown, words: HttpWords): Outcome {
  if (!(error instanceof HttpProblem)) throw error
  const { code, status, retryAt } = error
  const said = `${error.message}.`
  if (code === 'cancelled') return { kind: 'cut' }
  const isUnsent = code === 'breaker_open' || (code === 'rate_limited' && status === null)
  if (isUnsent && retryAt !== null) return { kind: 'held', reason: said, until: retryAt }
  // The status was a success; only the rest of the answer is of no use.
  if (code === 'too_large' || (code === 'unreadable' && isSuccess(status))) return { kind: 'sent' }
  if (code === 'unauthorised') return failedForGood(`${said} ${words.unauthorised}`)
  if (code === 'not_found') return failedForGood(`${said} ${words.notFound}`)
  if (code === 'address_refused') return failedForGood(`${said} ${words.notFound}`)
  if (code === 'redirect') return failedForGood(`${said} Enter the address it redirects to.`)
  if (code === 'server_error' && status !== null && status < 500 && !PASSING_STATUSES.has(status)) {
    return failedForGood(said)
  }
  return failedForNow(said, { mayHaveArrived: mayHaveArrived(error), notBefore: retryAt })
}

function mayHaveArrived({ code, status, cause }: HttpProblem): boolean {
  if (code === 'timeout') return true
  if (code === 'server_error') return status !== null && UNKNOWING_STATUSES.has(status)
  const fault = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return code === 'network' && !NEVER_ARRIVED.test(fault)
}

function isSuccess(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300
}
