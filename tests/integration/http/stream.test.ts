import { once } from 'node:events'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { HttpProblem, type HttpStreamRequest } from '#main/infra/http/http.ts'
import { createBench, problemOf, serve, type Handler, type Loopback, USER_AGENT } from './loopback.ts'

function bench(more: Parameters<typeof createBench>[0] = {}) {
  const { client } = createBench(more)
  const open = (server: Pick<Loopback, 'origin'>, request: Partial<HttpStreamRequest> = {}) =>
    client.stream({
      url: `${server.origin}/stream`,
      method: 'GET',
      headers: {},
      body: null,
      headTimeoutMs: 5000,
      idleTimeoutMs: 5000,
      timeoutMs: 10_000,
      maxBytes: 100_000,
      signal: new AbortController().signal,
      trustedOrigin: server.origin,
      ...request,
    })
  return { client, open }
}

async function textOf(body: AsyncIterable<unknown>): Promise<string> {
  let text = ''
  for await (const chunk of body) text += String(chunk)
  return text
}

const drip =
  (pieces: readonly string[], then: 'end' | 'destroy' | 'wait'): Handler =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' })
    for (const piece of pieces) response.write(piece)
    if (then === 'end') response.end()
    if (then === 'destroy') setTimeout(() => response.destroy(), 20)
  }

test('the head is there before the body ends, and the body comes piece by piece', async () => {
  let finish: () => void = () => undefined
  const server = await serve((_request, response) => {
    response.writeHead(200, { 'x-mark': 'yes' }).write('one ')
    finish = () => void response.end('two')
  })
  const { open, client } = bench()
  const answer = await open(server)
  expect(answer).toMatchObject({ status: 200, headers: { 'x-mark': 'yes' } })
  expect(client.stats().active).toBe(1)
  const pieces = answer.body[Symbol.asyncIterator]()
  expect(String((await pieces.next()).value)).toBe('one ')
  finish()
  expect(String((await pieces.next()).value)).toBe('two')
  expect((await pieces.next()).done).toBe(true)
  await expect.poll(() => client.stats()).toMatchObject({ active: 0, requests: 1, bytes: 7 })
})

test('who asks is said by us, a body is posted, and any status is the caller’s to judge', async () => {
  const server = await serve((request, response) => {
    request.on('data', (chunk: Buffer) => void response.writeHead(503).end(`got ${chunk.toString()}`))
  })
  const { open } = bench()
  const answer = await open(server, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: 'hello' })
  expect(answer.status).toBe(503)
  expect(await textOf(answer.body)).toBe('got hello')
  expect(server.requests[0]?.headers).toMatchObject({ 'user-agent': USER_AGENT, 'content-type': 'text/plain' })
  await expect(open(server, { headers: { host: 'elsewhere' } })).rejects.toThrow(TypeError)
})

test('compression is undone', async () => {
  const server = await serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed '.repeat(100)))
  })
  expect(await textOf((await bench().open(server)).body)).toBe('packed '.repeat(100))
})

test('a redirect is handed over and not followed', async () => {
  const server = await serve((_request, response) => void response.writeHead(302, { location: '/elsewhere' }).end())
  const answer = await bench().open(server)
  expect(answer.status).toBe(302)
  answer.body.resume()
  await once(answer.body, 'close')
  expect(server.seen).toEqual(['GET /stream'])
})

test('private addresses are refused unless that exact origin is trusted; nothing is sent', async () => {
  const server = await serve(drip(['secret'], 'end'))
  const { open } = bench()
  expect((await problemOf(open(server, { trustedOrigin: null }))).code).toBe('address_refused')
  expect((await problemOf(open(server, { trustedOrigin: 'http://127.0.0.1:1' }))).code).toBe('address_refused')
  const rebound = bench({ resolve: () => Promise.resolve(['10.0.0.7']) })
  const named = { url: 'https://models.example/v1', trustedOrigin: null }
  expect((await problemOf(rebound.open(server, named))).code).toBe('address_refused')
  expect(server.seen).toEqual([])
})

test.each([
  ['no head', drip([], 'wait'), { headTimeoutMs: 100, idleTimeoutMs: 100 }, 'timeout'],
  ['silence in the middle', drip(['one'], 'wait'), { idleTimeoutMs: 100 }, 'timeout'],
  ['too long as a whole', drip(['one'], 'wait'), { timeoutMs: 150 }, 'timeout'],
  ['broken in the middle', drip(['one'], 'destroy'), {}, 'network'],
  ['too much', drip(['x'.repeat(2000)], 'end'), { maxBytes: 1000 }, 'too_large'],
] as const)('%s ends in a code', async (_name, handler, limits, code) => {
  const server = await serve(handler)
  const { open, client } = bench()
  const whole = async () => textOf((await open(server, limits)).body)
  expect((await problemOf(whole())).code).toBe(code)
  await expect.poll(() => client.stats().active).toBe(0)
})

test('a head that never comes', async () => {
  const server = await serve(() => undefined)
  expect((await problemOf(bench().open(server, { headTimeoutMs: 100 }))).code).toBe('timeout')
})

test('a name server that never answers holds nothing up, neither the head’s time nor the caller’s stop', async () => {
  const { open, client } = bench({ resolve: () => new Promise(() => undefined) })
  const server = { origin: 'https://models.example' }
  const late = await problemOf(open(server, { headTimeoutMs: 100 }))
  expect([late.code, late.isUnsent]).toEqual(['timeout', true])
  const stop = new AbortController()
  const opening = open(server, { signal: stop.signal })
  stop.abort(new Error('enough'))
  await expect(opening).rejects.toThrow('enough')
  expect(client.stats()).toMatchObject({ active: 0, requests: 0 })
})

test('what certainly never went out says so; what may have gone out does not', async () => {
  const gone = await serve(() => undefined)
  await gone.close()
  const rude = await serve((_request, response) => void response.destroy())
  const nameless = bench({ resolve: () => Promise.reject(new Error('no such name')) })
  const { open } = bench()
  const problems = [
    open(gone),
    open({ origin: rude.origin.replace('http:', 'https:') }),
    nameless.open({ origin: 'https://models.example' }),
    open(rude, { trustedOrigin: null }),
    open(rude, { headers: { 'x-key': 'a\nb' } }),
    open(rude),
    open(await serve(() => undefined), { headTimeoutMs: 100 }),
  ]
  const unsent = await Promise.all(problems.map(async (problem) => (await problemOf(problem)).isUnsent))
  expect(unsent).toEqual([true, true, true, true, true, false, false])
})

test('the caller’s stop ends it with the caller’s reason, and the server notices', async () => {
  const server = await serve(drip(['one'], 'wait'))
  const stop = new AbortController()
  const { open } = bench()
  const answer = await open(server, { signal: stop.signal })
  const closed = new Promise((resolve) => {
    server.requests[0]?.on('error', () => undefined).once('close', resolve)
  })
  const reading = textOf(answer.body)
  stop.abort(new Error('enough'))
  await expect(reading).rejects.toThrow('enough')
  await closed
  await expect(open(server, { signal: stop.signal })).rejects.toThrow('enough')
})

test('closing the client ends what is under way; afterwards nothing goes out', async () => {
  const server = await serve(drip(['one'], 'wait'))
  const { open, client } = bench()
  const answer = await open(server)
  const reading = textOf(answer.body)
  client.close()
  expect((await problemOf(reading)).code).toBe('cancelled')
  const after: unknown = await open(server).catch((error: unknown) => error)
  expect(after).toBeInstanceOf(HttpProblem)
  expect(server.seen).toHaveLength(1)
})
