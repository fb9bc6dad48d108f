import { randomBytes } from 'node:crypto'
import { createServer, request as requestFrom, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { HttpProblem } from './http.ts'
import { networkProblem } from './network-problem.ts'
import { guardDestination, parseAddress, pinnedLookup, type Destination, type Resolve } from './pinned-address.ts'

export interface Pass {
  /** As in HttpRequest: this exact origin, and no other, may be a private address. */
  readonly trustedOrigin: string | null
  /** Most bytes that may come in, as they are on the wire. */
  readonly maxBytes: number
  /** Hears of it when they are too many. The way is shut then. */
  readonly onTooMuch: (problem: HttpProblem) => void
}

/** What a browser may reach while it shows one page. */
export interface Way {
  /** Why nothing came from this host ("example.com:8443", without the usual ports); null when nothing is wrong with it. */
  problemAt(host: string): HttpProblem | null
  /** Drops every connection. Nothing goes out any more. */
  shut(): void
}

/** The only way out for a browser. Every connection that it asks for, redirects, frames and scripts' own included, goes through the
 *  address guard and to the address that was looked at, whatever a name server says a moment later. */
export interface GuardedProxy {
  /** `http://127.0.0.1:<port>` */
  readonly server: string
  /** Other programs on this machine do not know them. */
  readonly username: string
  readonly password: string
  /** Opens the way for a page; the one before is shut. */
  open(pass: Pass): Way
  close(): Promise<void>
}

/** Headers that are a matter between two neighbours on the way (RFC 9110, 7.6.1), and the proxy's own. */
const NOT_PASSED_ON: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

interface OpenWay extends Way {
  readonly pass: Pass
  isShut(): boolean
  /** Destroys the connection together with the way; at once when that is shut. */
  hold(connection: Duplex): void
  count(bytes: number, host: string): void
  fail(host: string, error: unknown): void
}

/** Starts on a free port of the loopback address. */
export async function startGuardedProxy({ resolve }: { readonly resolve: Resolve }): Promise<GuardedProxy> {
  const [username, password] = ['browser', randomBytes(24).toString('base64url')]
  const expected = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  let way: OpenWay | null = null
  const server = createServer()
  const clients = new Set<Duplex>()
  server.on('connection', (socket) => {
    clients.add(socket)
    socket.on('close', () => clients.delete(socket))
    socket.on('error', () => socket.destroy())
  })
  server.on('request', (incoming, outgoing) => {
    if (incoming.headers['proxy-authorization'] !== expected) {
      outgoing.writeHead(407, { 'proxy-authenticate': 'Basic realm="browser"' }).end()
      return
    }
    if (way === null) outgoing.destroy()
    else void forward({ incoming, outgoing, way, resolve })
  })
  server.on('connect', (incoming: IncomingMessage, client: Duplex, head: Buffer) => {
    client.on('error', () => client.destroy())
    if (incoming.headers['proxy-authorization'] !== expected) {
      client.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="browser"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
      )
      return
    }
    if (way === null) client.destroy()
    else void tunnel({ authority: incoming.url ?? '', client, head, way, resolve })
  })
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(0, '127.0.0.1', done)
  })
  const { port } = server.address() as AddressInfo

  return {
    server: `http://127.0.0.1:${port}`,
    username,
    password,
    open: (pass) => {
      way?.shut()
      const opened = createWay(pass)
      way = opened
      return {
        ...opened,
        shut: () => {
          opened.shut()
          if (way === opened) way = null
          // A connection that the browser keeps must not serve a page that may not use it.
          for (const client of clients) client.destroy()
        },
      }
    },
    close: async () => {
      way?.shut()
      way = null
      for (const client of clients) client.destroy()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}

function createWay(pass: Pass): OpenWay {
  const problems = new Map<string, HttpProblem>()
  const connections = new Set<Duplex>()
  let bytesLeft = pass.maxBytes
  let isShut = false
  const shut = (): void => {
    isShut = true
    for (const connection of connections) connection.destroy()
  }
  return {
    pass,
    isShut: () => isShut,
    hold: (connection) => {
      connections.add(connection)
      connection.on('close', () => connections.delete(connection))
      if (isShut) connection.destroy()
    },
    count: (bytes, host) => {
      bytesLeft -= bytes
      if (bytesLeft >= 0 || isShut) return
      const limit = (pass.maxBytes / 1_000_000).toLocaleString('en')
      pass.onTooMuch(new HttpProblem('too_large', `The page of ${host} needs more than ${limit} MB`))
      shut()
    },
    fail: (host, error) => void problems.set(host, networkProblem(error, host)),
    problemAt: (host) => problems.get(host) ?? null,
    shut,
  }
}

interface Forwarding {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
  readonly way: OpenWay
  readonly resolve: Resolve
}

/** A request for a plain http address. What is refused gets no answer at all: an answer would be a page. */
async function forward({ incoming, outgoing, way, resolve }: Forwarding): Promise<void> {
  const written = incoming.url ?? ''
  const host = URL.parse(written)?.host ?? ''
  try {
    const { url, lookup } = await admitted({ written, way, resolve })
    const passedOn = requestFrom({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? 80 : Number(url.port),
      path: url.pathname + url.search,
      method: incoming.method ?? 'GET',
      headers: withoutNeighbours(incoming.rawHeaders),
      setHost: false,
      lookup,
      agent: false,
    })
    passedOn.on('socket', (socket) => way.hold(socket))
    passedOn.on('error', (error) => {
      way.fail(host, error)
      outgoing.destroy()
    })
    passedOn.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, withoutNeighbours(answer.rawHeaders))
      answer.on('data', (chunk: Buffer) => way.count(chunk.length, host))
      answer.on('error', () => outgoing.destroy())
      answer.pipe(outgoing)
    })
    outgoing.on('close', () => passedOn.destroy())
    incoming.pipe(passedOn)
  } catch (error) {
    way.fail(host, error)
    outgoing.destroy()
  }
}

interface Tunnelling {
  /** host:port */
  readonly authority: string
  readonly client: Duplex
  readonly head: Buffer
  readonly way: OpenWay
  readonly resolve: Resolve
}

/** A connection for an https address: its bytes are not looked into. */
async function tunnel({ authority, client, head, way, resolve }: Tunnelling): Promise<void> {
  const written = `https://${authority}/`
  const host = URL.parse(written)?.host ?? authority
  try {
    const { url, lookup } = await admitted({ written, way, resolve })
    const far = connect({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? 443 : Number(url.port),
      lookup,
    })
    way.hold(far)
    way.hold(client)
    far.on('error', (error) => {
      way.fail(host, error)
      client.destroy()
    })
    far.once('connect', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      far.write(head)
      far.on('data', (chunk: Buffer) => way.count(chunk.length, host))
      far.pipe(client)
      client.pipe(far)
    })
    far.on('close', () => client.destroy())
    client.on('close', () => far.destroy())
  } catch (error) {
    way.fail(host, error)
    client.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
  }
}

/** The address with a look-up that knows nothing but what was checked. Throws HttpProblem for one that must not be reached. */
async function admitted(asked: { written: string; way: OpenWay; resolve: Resolve }) {
  const { written, way, resolve } = asked
  const destination: Destination = { url: parseAddress(written), written, trustedOrigin: way.pass.trustedOrigin }
  guardDestination(destination)
  const lookup = await pinnedLookup(destination, resolve)
  if (way.isShut()) throw new HttpProblem('cancelled', 'The page is closed')
  return { url: destination.url, lookup }
}

function withoutNeighbours(rawHeaders: readonly string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2)
    if (!NOT_PASSED_ON.has(name.toLowerCase())) kept.push(name, value)
  }
  return kept
}
