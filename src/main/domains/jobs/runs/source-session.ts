import type { SourceId } from '#shared/ids.ts'
import type { HttpClient, QuotaRule, Validators } from '../../../infra/http/http.ts'
import type { SearchPlan, Source, SourceAnswer, SourceContext, SourceRequest } from '../sources/source.ts'

/** Where the validators of an earlier answer are kept. */
export interface ValidatorStore {
  readonly read: (url: string) => Validators | null
  readonly write: (url: string, validators: Validators) => void
}

export interface SessionOptions {
  readonly source: Source
  readonly http: HttpClient
  readonly plan: SearchPlan
  /** An address that the user put in place of the manifest's; the only way to reach a private address. */
  readonly baseUrlOverride: string | null
  readonly validators: ValidatorStore
  readonly signal: AbortSignal
  readonly now: number
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
  let traffic = { requests: 0, bytes: 0 }
  let fresh = new Map<string, Validators>()
  let unchanged = 0

  async function get(request: SourceRequest): Promise<SourceAnswer> {
    const response = await http.request({
      url: request.url,
      accept: request.accept,
      signal: options.signal,
      gapMs: manifest.minGapMs,
      quotas: quotaRules(manifest.id, manifest.quota),
      validators: request.isConditional === true ? validators.read(request.url) : null,
      trustedOrigin: baseUrlOverride === null ? null : new URL(baseUrlOverride).origin,
      meter: {
        onRequest: () => {
          traffic.requests += 1
        },
        onBytes: (bytes) => {
          traffic.bytes += bytes
        },
      },
      ...(request.headers === undefined ? {} : { headers: request.headers }),
    })
    if (response.notModified) unchanged += 1
    else if (request.isConditional === true) fresh.set(request.url, response.validators)
    return { url: response.url, text: response.text, isNotModified: response.notModified }
  }

  return {
    context: {
      baseUrl: (baseUrlOverride ?? manifest.baseUrl ?? '').replace(/\/+$/, ''),
      plan: options.plan,
      now: options.now,
      get,
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

function quotaRules(sourceId: SourceId, quota: Source['manifest']['quota']): QuotaRule[] {
  return quota === null ? [] : [{ key: sourceId, limit: quota.requests, window: quota.per }]
}
