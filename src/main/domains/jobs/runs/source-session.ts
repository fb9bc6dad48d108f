import { createHash } from 'node:crypto'
import type { SourceId } from '#shared/ids.ts'
import { HttpProblem, type HttpClient, type QuotaRule, type Validators } from '../../../infra/http/http.ts'
import type {
  BrowserRequest,
  SearchPlan,
  Source,
  SourceAnswer,
  SourceContext,
  SourceManifest,
  SourceRequest,
} from '../sources/source.ts'

/** Where the validators of an earlier answer are kept. */
export interface ValidatorStore {
  readonly read: (url: string) => Validators | null
  readonly write: (url: string, validators: Validators) => void
}

/** Reads a page in a browser on this machine, with the pauses and allowances of its source. Throws HttpProblem. */
export type BrowsePage = (
  page: BrowserRequest & {
    readonly signal: AbortSignal
    readonly trustedOrigin: string | null
    readonly gapMs: number
    readonly quotas: readonly QuotaRule[]
  },
) => Promise<SourceAnswer>

export interface SessionOptions {
  readonly source: Source
  readonly http: HttpClient
  readonly browsePage: BrowsePage
  readonly plan: SearchPlan
  /** An address that the user put in place of the manifest's; the only way to reach a private address. */
  readonly baseUrlOverride: string | null
  readonly validators: ValidatorStore
  readonly secret: (name: string) => string | null
  readonly isStored: (sourcePostingId: string) => boolean
  readonly signal: AbortSignal
  readonly now: number
  readonly since: number | null
  readonly turn: number
  /** Requests that the source's allowance gives this session; null without an allowance. */
  readonly plannedRequests: number | null
}

/** One source's way to the outside for one run: its context, what it used, and the validators to store with its next batch. */
export interface SourceSession {
  readonly context: SourceContext
  /** Requests and bytes since the last call. */
  readonly takeTraffic: () => { requests: number; bytes: number }
  /** Validators of answers since the last call. Store them with what those answers contained, or not at all. */
  readonly takeValidators: () => ReadonlyMap<string, Validators>
  /** Answers "not modified" since the last call. */
  readonly takeUnchanged: () => number
}

export function openSourceSession(options: SessionOptions): SourceSession {
  const { source, http, baseUrlOverride, validators } = options
  const { manifest } = source
  const trustedOrigin = baseUrlOverride === null ? null : new URL(baseUrlOverride.replaceAll('{slug}', 'x')).origin
  const wishes = wishesKey(options.plan)
  let traffic = { requests: 0, bytes: 0 }
  let requestsMade = 0
  let fresh = new Map<string, Validators>()
  let unchanged = 0
  // What was left out of an answer may be wanted after the wishes have changed: then the answer has to come again whole.
  const versionKey = (url: string) => `${wishes} ${url}`
  const meter = {
    onRequest: () => {
      traffic.requests += 1
      requestsMade += 1
    },
    onBytes: (bytes: number) => {
      traffic.bytes += bytes
    },
  }
  const requestsLeft = () =>
    options.plannedRequests === null ? Infinity : Math.max(0, options.plannedRequests - requestsMade)

  function refuseBeyondPlan(): void {
    if (requestsLeft() > 0) return
    throw new HttpProblem('quota_used', `The requests that this run may make to ${manifest.name} are used up`)
  }

  async function get(request: SourceRequest): Promise<SourceAnswer> {
    refuseBeyondPlan()
    const { url, isConditional = false, ...rest } = request
    const { timeoutMs, maxBytes } = manifest.pace
    const response = await http.request({
      ...rest,
      url,
      signal: options.signal,
      gapMs: gapOf(manifest.pace),
      quotas: quotaRules(manifest),
      validators: isConditional ? validators.read(versionKey(url)) : null,
      trustedOrigin,
      meter,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      ...(maxBytes === undefined ? {} : { maxBytes }),
      // Retries are requests, too: they may not go beyond what the run was given.
      ...retriesWithin(request.maxRetries, requestsLeft()),
    })
    if (response.notModified) unchanged += 1
    else if (isConditional) fresh.set(versionKey(url), response.validators)
    return { url: response.url, text: response.text, isNotModified: response.notModified }
  }

  async function browse(page: BrowserRequest): Promise<SourceAnswer> {
    refuseBeyondPlan()
    meter.onRequest()
    const { signal } = options
    const [gapMs, quotas] = [gapOf(manifest.pace), quotaRules(manifest)]
    const answer = await options.browsePage({ ...page, signal, trustedOrigin, gapMs, quotas })
    meter.onBytes(Buffer.byteLength(answer.text))
    return answer
  }

  return {
    context: {
      base: (host = 'main') => (baseUrlOverride ?? manifest.hosts?.[host] ?? '').replace(/\/+$/, ''),
      plan: options.plan,
      now: options.now,
      since: options.since,
      turn: options.turn,
      requestsLeft,
      secret: options.secret,
      isStored: options.isStored,
      get,
      browse,
    },
    takeTraffic: () => {
      const taken = traffic
      traffic = { requests: 0, bytes: 0 }
      return taken
    },
    takeValidators: () => {
      const taken = fresh
      fresh = new Map()
      return taken
    },
    takeUnchanged: () => {
      const taken = unchanged
      unchanged = 0
      return taken
    },
  }
}

function wishesKey({ roles, countries }: SearchPlan): string {
  return createHash('sha256')
    .update(JSON.stringify([roles, countries]))
    .digest('hex')
    .slice(0, 12)
}

/** The pause before the next request of a source, its part of chance included. */
function gapOf({ minGapMs, gapSpreadMs = 0 }: SourceManifest['pace']): number {
  return minGapMs + Math.round(Math.random() * gapSpreadMs)
}

function retriesWithin(asked: number | undefined, requestsLeft: number): { maxRetries?: number } {
  if (requestsLeft === Infinity) return asked === undefined ? {} : { maxRetries: asked }
  return { maxRetries: Math.min(asked ?? 1, requestsLeft - 1) }
}

/** The allowances of a source as the client counts them, under the source's id. */
function quotaRules({ id, quotas }: { readonly id: SourceId; readonly quotas: SourceManifest['quotas'] }): QuotaRule[] {
  return quotas.map(({ requests, per }) => ({ key: id, limit: requests, window: per }))
}
