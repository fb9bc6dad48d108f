import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { RPCHandler } from '@orpc/server/node'
import type { AppRouter } from '../../router.ts'
import { SECURITY_HEADERS } from '../security-headers.ts'
import { isCall, refuseRequest } from './request-guard.ts'
import { createHostSession, type HostSession } from './session.ts'
import { readStaticFile } from './static-files.ts'

const LOOPBACK = '127.0.0.1'

/** Where a failure of the host is written down; a pino log fits. */
export interface HttpHostLog {
  readonly error: (details: object, message: string) => void
}

export interface HttpHostOptions {
  readonly router: AppRouter
  readonly log: HttpHostLog
  /** Folder of the built renderer. */
  readonly rendererDir: string
  /** 0 takes any free port. */
  readonly port: number
}

export interface HttpHost {
  readonly port: number
  /** The address to open; works once. */
  readonly launchUrl: string
  readonly close: () => Promise<void>
}

/** Serves the app and its contract on the loopback interface, to whoever opened the launch address. Rejects when the port is taken. */
export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  const rpc = createRpcHandler(options.router)
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 16_384 })
  server.maxConnections = 200
  await listen(server, options.port)
  const { port } = server.address() as AddressInfo
  const session = createHostSession(port)

  server.on('request', (request, response) => {
    handle({ request, response }, { session, rpc, port, rendererDir: options.rendererDir }).catch((error: unknown) => {
      const logId = randomUUID().slice(0, 8)
      // The path without its query: the launch code is in the query of /launch.
      const path = request.url?.split('?', 1)[0]
      options.log.error({ logId, method: request.method, path, err: error }, 'the loopback host could not answer')
      if (response.headersSent) response.destroy()
      else send(response, { status: 500, body: `Something went wrong. The log has it under ${logId}.` })
    })
  })

  return {
    port,
    launchUrl: `http://${LOOPBACK}:${port}/launch?code=${session.launchCode}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

type RpcHandler = ReturnType<typeof createRpcHandler>

function createRpcHandler(router: AppRouter) {
  return new RPCHandler(router)
}

interface HostParts {
  readonly session: HostSession
  readonly rpc: RpcHandler
  readonly port: number
  readonly rendererDir: string
}

async function handle(exchange: Exchange, parts: HostParts): Promise<void> {
  const { request, response } = exchange
  const { method = 'GET', headers } = request
  const url = URL.parse(request.url ?? '/', `http://${LOOPBACK}:${parts.port}`)
  if (url === null) return send(response, { status: 400, body: 'The address cannot be read.' })
  const refusal = refuseRequest({ method, path: url.pathname, headers, port: parts.port })
  if (refusal !== null) return send(response, { status: refusal.status, body: refusal.reason })
  if (url.pathname === '/launch') return launch(response, { code: url.searchParams.get('code') ?? '', parts })
  if (!parts.session.isKnown(headers.cookie)) return send(response, UNKNOWN_SESSION)
  if (isCall(url.pathname)) return call(exchange, parts.rpc)
  const file = await readStaticFile(parts.rendererDir, url.pathname)
  if (file === null) return send(response, { status: 404, body: 'There is no such file.' })
  const caching = file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache'
  send(response, { status: 200, body: method === 'HEAD' ? '' : file.body, type: file.type, caching })
}

const UNKNOWN_SESSION = {
  status: 401,
  body: 'This browser is not connected to Career Copilot. Open the address that the terminal printed; it works once, so start the app again for a new one.',
}

function launch(response: ServerResponse, options: { code: string; parts: HostParts }): void {
  const cookie = options.parts.session.exchange(options.code)
  if (cookie === null) return send(response, UNKNOWN_SESSION)
  response.setHeader('set-cookie', cookie)
  response.setHeader('location', '/')
  send(response, { status: 303, body: '' })
}

async function call({ request, response }: Exchange, rpc: RpcHandler): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
  response.setHeader('cache-control', 'no-store')
  const { matched } = await rpc.handle(request, response, { prefix: '/rpc', context: {} })
  if (!matched) send(response, { status: 404, body: 'There is no such call.' })
}

interface Answer {
  readonly status: number
  readonly body: string | Buffer
  readonly type?: string
  readonly caching?: string
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, {
    ...SECURITY_HEADERS,
    'content-type': answer.type ?? 'text/plain; charset=utf-8',
    'cache-control': answer.caching ?? 'no-store',
    ...(answer.status >= 400 ? { connection: 'close' } : {}),
  })
  response.end(answer.body)
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: LOOPBACK, port }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
