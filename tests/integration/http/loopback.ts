import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { createHttpClient, type HttpClientOptions } from '#main/infra/http/client.ts'
import { HttpProblem, type HttpClient, type HttpRequest, type RequestMeter } from '#main/infra/http/http.ts'
import { createFakeClock, type FakeClock } from '../../fakes/fake-clock.ts'

export interface Loopback {
  readonly origin: string
  readonly port: number
  /** what arrived, in order: "GET /path" */
  readonly seen: readonly string[]
  readonly requests: readonly IncomingMessage[]
  readonly close: () => Promise<void>
}

export type Handler = (request: IncomingMessage, response: ServerResponse, number: number) => void

/** A real server on a free port of 127.0.0.1 that closes with the test. A handler's `number` counts requests from 1. */
export async function serve(handler: Handler): Promise<Loopback> {
  const requests: IncomingMessage[] = []
  const server: Server = createServer((request, response) => {
    requests.push(request)
    // A client that hangs up is what several tests are about.
    response.on('error', () => response.destroy())
    handler(request, response, requests.length)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async (): Promise<void> => {
    if (!server.listening) return
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  onTestFinished(close)
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    requests,
    get seen() {
      return requests.map((request) => `${request.method} ${request.url}`)
    },
    close,
  }
}

export interface Bench {
  readonly clock: FakeClock
  readonly client: HttpClient
  /** asks a trusted loopback server, as JSON unless said otherwise */
  readonly ask: (server: Loopback, path: string, more?: Partial<HttpRequest>) => ReturnType<HttpClient['request']>
}

export const USER_AGENT = 'CareerCopilot/0.1.0 (+https://example.org/career-copilot)'

/** A client whose pauses take no time, unless `autoAdvance` is switched off. */
export function createBench(options: Partial<HttpClientOptions> & { autoAdvance?: boolean } = {}): Bench {
  const { autoAdvance = true, ...more } = options
  const clock = createFakeClock({ autoAdvance })
  const silent = { debug: () => undefined, warn: () => undefined }
  const client = createHttpClient({ clock, log: silent, userAgent: USER_AGENT, random: () => 0.5, ...more })
  onTestFinished(() => client.close())
  return {
    clock,
    client,
    ask: (server, path, request = {}) =>
      client.request({ url: server.origin + path, accept: 'json', trustedOrigin: server.origin, ...request }),
  }
}

/** The problem that a request ends in; fails when it succeeds or throws something uncoded. */
export async function problemOf(request: Promise<unknown>): Promise<HttpProblem> {
  const outcome: unknown = await request.then(
    () => 'the request succeeded',
    (error: unknown) => error,
  )
  if (outcome instanceof HttpProblem) return outcome
  throw new Error('no coded problem', { cause: outcome })
}

export interface CountingMeter extends RequestMeter {
  requests: number
  bytes: number
}

export function createMeter(onFirstBytes: () => void = () => undefined): CountingMeter {
  return {
    requests: 0,
    bytes: 0,
    onRequest() {
      this.requests += 1
    },
    onBytes(bytes) {
      if (this.bytes === 0) onFirstBytes()
      this.bytes += bytes
    },
  }
}

export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
