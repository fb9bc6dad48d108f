import type { TokenUse } from './provider.ts'

/** What a provider says it lets through: a bucket that fills up steadily. Read from the headers of its answers, so that a question that it
 *  would refuse waits here. */
export interface Bucket {
  readonly limit: number
  readonly left: number
  /** UTC ms of that word, and when the bucket is full again if nothing is asked */
  readonly at: number
  readonly fullAt: number
}

/** Null where it says nothing. */
export interface Allowance {
  readonly requests: Bucket | null
  readonly tokens: Bucket | null
}

export type Headers = Readonly<Record<string, string | undefined>>

/** Tokens are let through by the minute, requests by the day at the longest. */
const LONGEST_SPAN_MS = { requests: 86_400_000, tokens: 60_000 } as const

/** OpenAI's and Groq's "x-ratelimit-remaining-tokens" with "6m0s", Anthropic's "anthropic-ratelimit-tokens-remaining" with an instant of
 *  its own clock. `now` is UTC ms. Pure. */
export function readAllowance(headers: Headers, now: number): Allowance {
  const told = Date.parse(headers['date'] ?? '')
  const theirNow = Number.isNaN(told) ? now : told
  const of = (what: 'requests' | 'tokens'): Bucket | null => {
    const [limit, left] = ['limit', 'remaining'].map((name) =>
      countOf(headers[`x-ratelimit-${name}-${what}`] ?? headers[`anthropic-ratelimit-${what}-${name}`]),
    )
    const resetAt = instantOf(headers[`anthropic-ratelimit-${what}-reset`])
    const spanMs = durationMs(headers[`x-ratelimit-reset-${what}`]) ?? (resetAt === null ? null : resetAt - theirNow)
    if (typeof limit !== 'number' || typeof left !== 'number' || spanMs === null) return null
    return { limit, left, at: now, fullAt: now + Math.min(Math.max(0, spanMs), LONGEST_SPAN_MS[what]) }
  }
  return { requests: of('requests'), tokens: of('tokens') }
}

/** When so much is let through, UTC ms; `now` or before: at once. More than the bucket holds is let through when it is full: only the
 *  provider can refuse it. Pure. */
export function readyAt({ limit, left, at, fullAt }: Bucket, need: number): number {
  const wanted = Math.min(need, limit)
  if (wanted <= left || limit <= left) return at
  return at + Math.ceil(((wanted - left) * Math.max(0, fullAt - at)) / (limit - left))
}

/** The bucket when so much was taken out of it at `now`. Pure. */
export function taken(bucket: Bucket, { need, now }: { need: number; now: number }): Bucket {
  const { limit, left, at, fullAt } = bucket
  const spanMs = Math.max(1, fullAt - at)
  const filled = limit <= left || now >= fullAt ? limit : left + ((limit - left) * Math.max(0, now - at)) / spanMs
  const perMs = (limit - left) / spanMs
  const next = Math.max(0, filled - need)
  return { limit, left: next, at: now, fullAt: perMs > 0 ? now + (limit - next) / perMs : fullAt }
}

/** What the providers let through, as this process heard last. */
export function createAllowances() {
  const known = new Map<string, Allowance>()

  /** What was noted later than now was noted before the clock was put back: nobody knows for how long it holds. */
  function heldAt(name: string, now: number): Allowance | undefined {
    const allowance = known.get(name)
    const isLater = [allowance?.requests, allowance?.tokens].some((bucket) => bucket && bucket.at > now)
    if (isLater) known.delete(name)
    return isLater ? undefined : allowance
  }

  return {
    /** UTC ms; null: nothing is known against asking now. */
    readyAt: (name: string, { tokens, now }: { tokens: number; now: number }): number | null => {
      const allowance = heldAt(name, now)
      const ready = [
        allowance?.requests ? readyAt(allowance.requests, 1) : now,
        allowance?.tokens ? readyAt(allowance.tokens, tokens) : now,
      ]
      const at = Math.max(...ready)
      return at > now ? at : null
    },
    /** Until its answer says more, what was asked counts as taken: two quick questions are not both sent for the same tokens. */
    take: (name: string, { tokens, now }: { tokens: number; now: number }): void => {
      const allowance = heldAt(name, now)
      if (allowance === undefined) return
      known.set(name, {
        requests: allowance.requests && taken(allowance.requests, { need: 1, now }),
        tokens: allowance.tokens && taken(allowance.tokens, { need: tokens, now }),
      })
    },
    note: (name: string, allowance: Allowance): void => {
      if (allowance.requests !== null || allowance.tokens !== null) known.set(name, allowance)
    },
  }
}

/** What a provider counts for a question when it lets it through: all that may come back. Pure. */
export function tokensAsked({ inputTokens, outputTokens }: Pick<TokenUse, 'inputTokens' | 'outputTokens'>): number {
  return inputTokens + outputTokens
}

const PARTS = /(\d+(?:\.\d+)?)(ms|s|m|h|d)/g
const WHOLE = /^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/
const MS_OF: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** "2m59.56s", "12ms", "6m0s"; null for anything else. */
export function durationMs(text: string | undefined): number | null {
  const written = text?.trim() ?? ''
  if (!WHOLE.test(written)) return null
  return [...written.matchAll(PARTS)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (MS_OF[unit ?? ''] ?? 0),
    0,
  )
}

/** Some say -1 where they do not count. */
function countOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}$/.test(text.trim()) ? Number(text) : null
}

function instantOf(text: string | undefined): number | null {
  if (text === undefined || !/^\d{4}-\d\d-\d\dT/.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : at
}
