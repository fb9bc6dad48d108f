import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Clock } from '../time/clock.ts'
import { isTrusted } from './address-guard.ts'
import type { Breakers } from './breaker.ts'
import { withDeadline } from './deadline.ts'
import { exchange, type Agents } from './exchange.ts'
import {
  HttpProblem,
  type HttpRequest,
  type HttpResponse,
  type HttpStreamAnswer,
  type HttpStreamRequest,
  type QuotaStore,
} from './http.ts'
import type { Lanes } from './lanes.ts'
import { openStream } from './open-stream.ts'
import { guardDestination, pinnedLookup, type Resolve } from './pinned-address.ts'
import { takeFromQuotas } from './quota.ts'
import { followingHop, type Hop } from './redirects.ts'
import { backoffMs } from './retry.ts'
import { judge, type Answer } from './verdict.ts'

const DEFAULT_MAX_BYTES = 20_000_000
const IDLE_SOCKET_MS = 15_000

/** One request with all its attempts. */
export interface Job {
  readonly request: HttpRequest
  readonly trustedOrigin: string | null
  readonly signal: AbortSignal
  retries: number
  /** whether the current question is the one that decides about an open breaker */
  isProbe: boolean
  /** the origin that is being asked; null while nothing is under way */
  origin: string | null
}

export interface Visit {
  readonly job: Job
  readonly hop: Hop
  /** the hops made so far in this attempt, the current one last */
  readonly trail: readonly Hop[]
  /** real time left for this attempt */
  readonly leftMs: number
}

/** An origin's answer: what was asked for, or where to ask next and how much time it took to be told. */
export type Visited = { readonly response: HttpResponse } | { readonly next: Hop; readonly tookMs: number }

export interface CourierOptions {
  readonly clock: Clock
  readonly lanes: Lanes
  readonly breakers: Breakers
  readonly quota: QuotaStore
  readonly resolve: Resolve
}

/** Puts one question to one origin at a time, and keeps the sockets. */
export interface Courier {
  visit(visit: Visit): Promise<Visited>
  /** The head of an answer whose body is still coming. */
  open(opening: {
    hop: Hop
    request: HttpStreamRequest
    signal: AbortSignal
    onEnd: () => void
  }): Promise<HttpStreamAnswer>
  counts(): { readonly requests: number; readonly bytes: number; readonly active: number }
  close(): void
}

export function createCourier(options: CourierOptions): Courier {
  const { clock, lanes, breakers } = options
  // A socket to a trusted private address must never be handed to a request that may not go there.
  const agents = { trusted: createAgents(), others: createAgents() }
  const counts = { requests: 0, bytes: 0, active: 0 }

  async function visit({ job, hop, trail, leftMs }: Visit): Promise<Visited> {
    const { origin } = hop.url
    const { accept, validators = null, gapMs = 0, isRedirectFollowed: isFollowed } = job.request
    job.origin = null
    const leave = await lanes.enter(origin, { gapMs, signal: job.signal })
    try {
      job.isProbe = breakers.admit(origin)
      job.origin = origin
      const startedAt = performance.now()
      const answer = await ask({ job, hop, trail, leftMs })
      const redirect = { status: answer.status, location: answer.headers['location'] }
      const next = followingHop(hop, { ...redirect, isFollowed, trustedOrigin: job.trustedOrigin, trail })
      const visited: Visited =
        next === null
          ? { response: judge(answer, { accept, validators, now: clock.now() }) }
          : { next, tookMs: performance.now() - startedAt }
      breakers.record(origin, null)
      return visited
    } catch (error) {
      const until = error instanceof HttpProblem ? pauseUntil(error, job) : null
      if (until !== null) lanes.coolDown(origin, until)
      throw error
    } finally {
      leave()
    }
  }

  async function ask({ job, hop, leftMs }: Visit): Promise<Answer> {
    const { meter, quotas = [], maxBytes = DEFAULT_MAX_BYTES } = job.request
    const { trustedOrigin } = job
    const onTimeout = (): HttpProblem => new HttpProblem('timeout', `${hop.url.host} did not answer in time`)
    const onBytes = (bytes: number): void => {
      counts.bytes += bytes
      meter?.onBytes(bytes)
    }
    // Loaded at the first request: the command line's --version does not wait for it.
    const { default: got } = await import('got')
    return withDeadline({ ms: leftMs, signal: job.signal, onTimeout }, async (signal) => {
      const lookup = await pinnedLookup({ url: hop.url, written: hop.written, trustedOrigin }, options.resolve)
      signal.throwIfAborted()
      takeFromQuotas(options.quota, quotas, clock.now())
      counts.requests += 1
      counts.active += 1
      try {
        meter?.onRequest()
        const pool = isTrusted(hop.url, trustedOrigin) ? agents.trusted : agents.others
        return await exchange({ got, hop, signal, lookup, agents: pool, maxBytes, onBytes })
      } finally {
        counts.active -= 1
      }
    })
  }

  const open: Courier['open'] = async ({ hop, request, signal, onEnd }) => {
    const destination = { url: hop.url, written: hop.written, trustedOrigin: request.trustedOrigin }
    guardDestination(destination)
    const { default: got } = await import('got')
    const startedAt = performance.now()
    const onTimeout = (): HttpProblem =>
      new HttpProblem('timeout', `The name ${hop.url.hostname} could not be found in time`, { isUnsent: true })
    const lookup = await withDeadline({ ms: request.headTimeoutMs, signal, onTimeout }, () =>
      pinnedLookup(destination, options.resolve),
    )
    signal.throwIfAborted()
    const tookMs = performance.now() - startedAt
    const { headTimeoutMs, timeoutMs } = request
    counts.requests += 1
    counts.active += 1
    return openStream({
      got,
      hop,
      lookup,
      request: { ...request, headTimeoutMs: headTimeoutMs - tookMs, timeoutMs: timeoutMs - tookMs },
      signal,
      agents: isTrusted(hop.url, request.trustedOrigin) ? agents.trusted : agents.others,
      onBytes: (bytes) => {
        counts.bytes += bytes
      },
      onEnd: () => {
        counts.active -= 1
        onEnd()
      },
    })
  }

  /** A server that asks for fewer requests gets its pause from everybody, not only from the request that was told. */
  function pauseUntil(problem: HttpProblem, job: Job): number | null {
    if (problem.status === null) return null
    return problem.retryAt ?? (problem.code === 'rate_limited' ? clock.now() + backoffMs(job.retries, 0) : null)
  }

  return {
    visit,
    open,
    counts: () => counts,
    close() {
      for (const { http, https } of [agents.trusted, agents.others]) {
        http.destroy()
        https.destroy()
      }
    },
  }
}

function createAgents(): Agents {
  const settings = { keepAlive: true, timeout: IDLE_SOCKET_MS }
  return { http: new HttpAgent(settings), https: new HttpsAgent(settings) }
}
