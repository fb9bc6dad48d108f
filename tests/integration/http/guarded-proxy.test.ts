import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startGuardedProxy, type GuardedProxy, type Pass } from '#main/infra/http/guarded-proxy.ts'
import type { HttpProblem } from '#main/infra/http/http.ts'
import { serve } from './loopback.ts'

async function proxyWith(
  resolve: (host: string) => Promise<string[]> = () => Promise.reject(new Error('no names here')),
): Promise<GuardedProxy> {
  const proxy = await startGuardedProxy({ resolve })
  onTestFinished(() => proxy.close())
  return proxy
}

const pass = (trustedOrigin: string | null, more: Partial<Pass> = {}): Pass => ({
  trustedOrigin,
  maxBytes: 1_000_000,
  onTooMuch: () => undefined,
  ...more,
})

const NO_ANSWER = /socket hang up|ECONNRESET|aborted/

interface Ask {
  readonly method?: string
  readonly path: string
  readonly login?: string | null
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** What a browser would send to its proxy. */
async function ask(proxy: GuardedProxy, { method = 'GET', path, login, headers = {}, body = '' }: Ask) {
  const known = Buffer.from(login ?? `${proxy.username}:${proxy.password}`).toString('base64')
  const sent = request({
    port: Number(new URL(proxy.server).port),
    host: '127.0.0.1',
    method,
    path,
    headers: { ...headers, ...(login === null ? {} : { 'proxy-authorization': `Basic ${known}` }) },
  })
  sent.end(body)
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: answer.statusCode, headers: answer.headers, text: await text(answer) }
}

async function tunnel(proxy: GuardedProxy, authority: string, login = `${proxy.username}:${proxy.password}`) {
  const socket = connect(Number(new URL(proxy.server).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  const known = Buffer.from(login).toString('base64')
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\nProxy-Authorization: Basic ${known}\r\n\r\n`)
  const [first] = (await once(socket, 'data')) as [Buffer]
  return { socket, status: first.toString().split('\r\n')[0] }
}

async function echo(): Promise<{ port: number; sockets: Socket[] }> {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => socket.destroy())
    socket.pipe(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return { port: (server.address() as AddressInfo).port, sockets }
}

describe('the way out for a browser', () => {
  test('passes on requests for plain addresses as they are, without what is between neighbours', async () => {
    const server = await serve((incoming, response) => {
      response.writeHead(201, ['Set-Cookie', 'a=1', 'Set-Cookie', 'b=2', 'Connection', 'close', 'X-Own', 'yes'])
      void text(incoming).then((body) => response.end(`${incoming.method} ${incoming.url} ${body}`))
    })
    const proxy = await proxyWith()
    proxy.open(pass(server.origin))
    const headers = { host: new URL(server.origin).host, 'x-asked': 'yes', te: 'trailers', 'content-length': '2' }
    const answer = await ask(proxy, { method: 'POST', path: `${server.origin}/a?b=1`, headers, body: 'hi' })
    expect(answer).toMatchObject({
      status: 201,
      text: 'POST /a?b=1 hi',
      headers: { 'set-cookie': ['a=1', 'b=2'], 'x-own': 'yes' },
    })
    expect(server.requests[0]?.headers).toMatchObject({ 'x-asked': 'yes', host: new URL(server.origin).host })
    expect(Object.keys(server.requests[0]?.headers ?? {})).not.toContain('te')
    expect(Object.keys(server.requests[0]?.headers ?? {})).not.toContain('proxy-authorization')
  })

  test('passes bytes of https on without looking into them', async () => {
    const { port } = await echo()
    const proxy = await proxyWith()
    proxy.open(pass(`https://127.0.0.1:${port}`))
    const { socket, status } = await tunnel(proxy, `127.0.0.1:${port}`)
    expect(status).toBe('HTTP/1.1 200 Connection Established')
    socket.write('\x16\x03\x01 hello')
    expect(String((await once(socket, 'data'))[0])).toBe('\x16\x03\x01 hello')
  })

  test('is closed to everybody who does not know its words, and while no page is open', async () => {
    const server = await serve((_incoming, response) => response.end('secret'))
    const { port, sockets } = await echo()
    const proxy = await proxyWith()
    await expect(ask(proxy, { path: server.origin })).rejects.toThrow(NO_ANSWER)
    const way = proxy.open(pass(server.origin))
    expect((await ask(proxy, { path: server.origin, login: null })).status).toBe(407)
    expect((await ask(proxy, { path: server.origin, login: 'browser:guess' })).status).toBe(407)
    expect((await tunnel(proxy, `127.0.0.1:${port}`, 'browser:guess')).status).toMatch(/407/)
    way.shut()
    await expect(ask(proxy, { path: server.origin })).rejects.toThrow(NO_ANSWER)
    expect([server.seen, sockets]).toEqual([[], []])
  })

  test.each([
    ['a private address', 'http://10.0.0.1/', '10.0.0.1'],
    ['this machine', 'http://127.0.0.1:1/', '127.0.0.1:1'],
    ['a private name', 'http://router.local/', 'router.local'],
    ['another scheme', 'ftp://example.com/', 'example.com'],
    ['an unusual port', 'http://93.184.215.14:22/', '93.184.215.14:22'],
    ['no address', '/etc/passwd', ''],
  ])('refuses %s', async (_name, path, host) => {
    const proxy = await proxyWith()
    const way = proxy.open(pass('http://127.0.0.1:2'))
    await expect(ask(proxy, { path })).rejects.toThrow(NO_ANSWER)
    expect(way.problemAt(host)?.code).toBe('address_refused')
  })

  test('refuses a name that leads to a private address, in the middle of its addresses, too', async () => {
    const proxy = await proxyWith((host) =>
      Promise.resolve(host === 'a.example' ? ['93.184.215.14', '192.168.1.1'] : ['::1']),
    )
    const way = proxy.open(pass(null))
    expect((await tunnel(proxy, 'a.example:443')).status).toMatch(/403/)
    expect((await tunnel(proxy, 'b.example:443')).status).toMatch(/403/)
    expect([way.problemAt('a.example')?.code, way.problemAt('b.example')?.code]).toEqual([
      'address_refused',
      'address_refused',
    ])
  })

  test('tells why nothing came from a host', async () => {
    const broken = await serve((incoming) => incoming.socket.destroy())
    const proxy = await proxyWith()
    const way = proxy.open(pass(broken.origin))
    await expect(ask(proxy, { path: broken.origin })).rejects.toThrow(NO_ANSWER)
    expect(way.problemAt(new URL(broken.origin).host)?.code).toBe('network')
    await expect(ask(proxy, { path: 'http://nowhere.example/' })).rejects.toThrow(NO_ANSWER)
    expect(way.problemAt('nowhere.example')?.code).toBe('network')
    expect(way.problemAt('example.com')).toBeNull()
  })

  test('ends when more comes than a page may need, over all its connections', async () => {
    const server = await serve((_incoming, response) => response.end('x'.repeat(600_000)))
    const proxy = await proxyWith()
    const told: HttpProblem[] = []
    proxy.open(pass(server.origin, { onTooMuch: (problem) => told.push(problem) }))
    expect((await ask(proxy, { path: `${server.origin}/1` })).text).toHaveLength(600_000)
    await expect(ask(proxy, { path: `${server.origin}/2` })).rejects.toThrow(NO_ANSWER)
    await expect(ask(proxy, { path: `${server.origin}/3` })).rejects.toThrow(NO_ANSWER)
    expect(told.map(({ code }) => code)).toEqual(['too_large'])
  })

  test('drops what is open when the page is closed or another one is opened', async () => {
    const { port, sockets } = await echo()
    const proxy = await proxyWith()
    const way = proxy.open(pass(`https://127.0.0.1:${port}`))
    const first = await tunnel(proxy, `127.0.0.1:${port}`)
    way.shut()
    await once(first.socket, 'close')
    proxy.open(pass(`https://127.0.0.1:${port}`))
    const second = await tunnel(proxy, `127.0.0.1:${port}`)
    proxy.open(pass(null))
    await once(second.socket, 'close')
    expect((await tunnel(proxy, `127.0.0.1:${port}`)).status).toMatch(/403/)
    expect(sockets).toHaveLength(2)
  })
})
