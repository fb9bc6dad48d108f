import type { Clock } from '../time/clock.ts'
import { createBreakers } from './breaker.ts'
import { createCourier, type Job } from './courier.ts'
import { firstHop, streamHop } from './first-hop.ts'
import {
  HttpProblem,
  type HttpClient,
  type HttpLog,
  type HttpRequest,
  type HttpResponse,
  type HttpStreamAnswer,
  type HttpStreamRequest,
  type QuotaStore,
} from './http.ts'
import { createLanes } from './lanes.ts'
import { guardDestination, systemResolve, type Resolve } from './pinned-address.ts'
import { createMemoryQuotaStore } from './quota.ts'
import type { Hop } from './redirects.ts'
import { retryDelayMs } from './retry.ts'

const DEFAULT_TIMEOUT_MS = 30_000

export interface HttpClientOptions {
  readonly clock: Clock
  readonly log: HttpLog
  /** says honestly who asks: `CareerCopilot/<version> (+https://…)` */
  readonly userAgent: string
  /** all addresses of a host; the system's resolver by default */
  readonly resolve?: Resolve
  /** request counters; forgotten with the process by default */
  readonly quota?: QuotaStore
  /** in [0, 1), for jitter */
  readonly random?: () => number
  /** attempts after the first one, unless a request says otherwise; 3 by default */
  readonly maxRetries?: number
  /** requests that fail for good in a row before an origin is left alone; 5 by default */
  readonly failuresToOpen?: number
  /** how long it is left alone; 60 s by default */
  readonly breakerOpenMs?: number
}

/** The only way out to the internet. Every request goes through the address guard, waits for its origin's turn, is counted against
 *  its quotas and the origin's breaker, is capped in time and size, and is retried when waiting may help. Opens nothing before the
 *  first request. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { clock, log } = options
  const random = options.random ?? Math.random
  const lanes = createLanes(clock)
  const breakers = createBreakers({
    clock,
    failuresToOpen: options.failuresToOpen ?? 5,
    openMs: options.breakerOpenMs ?? 60_000,
  })
  const courier = createCourier({
    clock,
    lanes,
    breakers,
    quota: options.quota ?? createMemoryQuotaStore(),
    resolve: options.resolve ?? systemResolve,
  })
  const live = new Set<AbortController>()
  const counts = { retries: 0, failures: 0 }
  let isClosed = false

  async function request(asked: HttpRequest): Promise<HttpResponse> {
    const controller = new AbortController()
    const { signal } = controller
    const cancel = (): void => controller.abort(cancelled(asked.signal?.reason))
    asked.signal?.addEventListener('abort', cancel, { once: true })
    if (isClosed || asked.signal?.aborted === true) cancel()
    live.add(controller)
    try {
      const trustedOrigin = asked.trustedOrigin ?? null
      return await withRetries({ request: asked, trustedOrigin, signal, retries: 0, isProbe: false, origin: null })
    } catch (error) {
      counts.failures += 1
      throw error
    } finally {
      live.delete(controller)
      asked.signal?.removeEventListener('abort', cancel)
    }
  }

  async function stream(asked: HttpStreamRequest): Promise<HttpStreamAnswer> {
    const controller = new AbortController()
    const cancel = (): void => controller.abort(asked.signal.reason)
    asked.signal.addEventListener('abort', cancel, { once: true })
    if (asked.signal.aborted) cancel()
    if (isClosed) controller.abort(cancelled(undefined))
    live.add(controller)
    const onEnd = (): void => {
      live.delete(controller)
      asked.signal.removeEventListener('abort', cancel)
    }
    try {
      const hop = streamHop(asked, options.userAgent)
      return await courier.open({ hop, request: asked, signal: controller.signal, onEnd })
    } catch (error) {
      onEnd()
      counts.failures += 1
      const origin = URL.parse(asked.url)?.origin ?? null
      if (error instanceof HttpProblem) log.warn({ origin, code: error.code, status: error.status }, 'request failed')
      throw error
    }
  }

  async function withRetries(job: Job): Promise<HttpResponse> {
    for (;;) {
      try {
        return await attempt(job)
      } catch (error) {
        if (!(error instanceof HttpProblem)) throw error
        await pauseOrThrow(job, error)
        job.retries += 1
        counts.retries += 1
      }
    }
  }

  /** Waits until the failed attempt may be repeated; throws the problem when it may not. */
  async function pauseOrThrow(job: Job, problem: HttpProblem): Promise<void> {
    const { origin, retries } = job
    const about = { origin, code: problem.code, status: problem.status, retries }
    // A probe is a single question: a server that is still down is not asked four times.
    const maxRetries = job.isProbe ? 0 : (job.request.maxRetries ?? options.maxRetries ?? 3)
    const delayMs = retryDelayMs({ problem, retries, maxRetries, now: clock.now(), random: random() })
    if (delayMs === null || origin === null || breakers.isOpen(origin)) {
      if (origin !== null) breakers.record(origin, problem)
      if (problem.code !== 'cancelled') log.warn(about, 'request failed')
      throw problem
    }
    log.debug({ ...about, delayMs }, 'request is tried again')
    await clock.sleep(delayMs, job.signal)
  }

  /** One attempt: the request and the redirects it leads to, within one time limit. */
  async function attempt(job: Job): Promise<HttpResponse> {
    const trail: Hop[] = []
    let hop = firstHop(job.request, options.userAgent)
    let leftMs = job.request.timeoutMs ?? DEFAULT_TIMEOUT_MS
    for (;;) {
      trail.push(hop)
      job.origin = null
      guardDestination({ url: hop.url, written: hop.written, trustedOrigin: job.trustedOrigin })
      const visited = await courier.visit({ job, hop, trail, leftMs })
      if ('response' in visited) return visited.response
      hop = visited.next
      leftMs -= visited.tookMs
    }
  }

  return {
    request,
    stream,
    stats: () => ({ ...courier.counts(), ...counts, waiting: lanes.waiting(), openBreakers: breakers.open() }),
    close() {
      isClosed = true
      for (const controller of live) controller.abort(cancelled(undefined))
      courier.close()
    },
  }
}

function cancelled(cause: unknown): HttpProblem {
  return new HttpProblem('cancelled', 'The request was cancelled', cause === undefined ? {} : { cause })
}
