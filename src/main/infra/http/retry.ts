import type { HttpProblem } from './http.ts'

const BACKOFF_BASE_MS = 500
const BACKOFF_CAP_MS = 30_000
/** A server that wants a longer pause gets it, but not from a caller that stands and waits. */
export const LONGEST_WAIT_MS = 60_000
/** A Retry-After beyond this is a fault of the server. */
export const LONGEST_RETRY_AFTER_MS = 31 * 86_400_000

const RETRIED_SERVER_ERRORS: ReadonlySet<number> = new Set([500, 502, 503, 504])

/** Pause before attempt `retry + 1`: doubles from 0.5 s to 30 s, and half of it is left to chance so that callers drift apart.
 *  `retry` counts from 0, `random` is in [0, 1). Pure. */
export function backoffMs(retry: number, random: number): number {
  const fullMs = Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** retry)
  return Math.round(fullMs / 2 + (fullMs / 2) * random)
}

export interface RetryQuestion {
  readonly problem: HttpProblem
  /** retries made so far */
  readonly retries: number
  readonly maxRetries: number
  readonly now: number
  readonly random: number
}

/** How long to wait before trying again, in ms; null when trying again is pointless: the fault will not pass by itself, the
 *  attempts are used up, or the server asked for more than 60 s. A server's Retry-After comes before our own backoff. Pure. */
export function retryDelayMs(question: RetryQuestion): number | null {
  const { problem, retries, now } = question
  if (retries >= question.maxRetries || !mayPass(problem)) return null
  if (problem.retryAt === null) return backoffMs(retries, question.random)
  const askedMs = problem.retryAt - now
  return askedMs > LONGEST_WAIT_MS ? null : Math.max(askedMs, 0)
}

/** A Retry-After header as UTC ms: seconds, or one of the three HTTP date forms (RFC 9110, 5.6.7). Null when absent, unreadable,
 *  or already over. Pure. */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  const text = value?.trim() ?? ''
  const at = /^\d+(\.\d+)?$/.test(text) ? now + Math.ceil(Number(text) * 1000) : parseHttpDate(text)
  if (at === null || at <= now) return null
  return Math.min(at, now + LONGEST_RETRY_AFTER_MS)
}

function parseHttpDate(text: string): number | null {
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /.test(text)) return null
  // The asctime form has no zone; it means UTC, where Date.parse would take the machine's.
  const at = Date.parse(/(GMT|UTC|[+-]\d{4})$/.test(text) ? text : `${text} GMT`)
  return Number.isNaN(at) ? null : at
}

function mayPass(problem: HttpProblem): boolean {
  if (problem.code === 'server_error') return problem.status !== null && RETRIED_SERVER_ERRORS.has(problem.status)
  return problem.code === 'network' || problem.code === 'timeout' || problem.code === 'rate_limited'
}
