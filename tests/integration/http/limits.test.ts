import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createBench, createMeter, json, problemOf, serve } from './loopback.ts'

describe('time', () => {
  it('ends a request that is never answered, and asks again as for any passing fault', async () => {
    const host = await serve(() => undefined)
    const { ask, clock } = createBench()
    const meter = createMeter()
    const problem = await problemOf(ask(host, '/', { timeoutMs: 60, maxRetries: 1, meter }))
    expect(problem).toMatchObject({ code: 'timeout', status: null })
    expect(meter.requests).toBe(2)
    expect(clock.sleeps).toEqual([375])
  })

  it('ends a body that drips for ever', async () => {
    const host = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const drip = setInterval(() => response.write(' '), 5)
      response.on('close', () => clearInterval(drip))
    })
    const { ask } = createBench()
    expect((await problemOf(ask(host, '/', { timeoutMs: 120, maxRetries: 0 }))).code).toBe('timeout')
  })

  it('spends one time limit on all redirects of an attempt together', async () => {
    const host = await serve((_request, response, number) => {
      const answer = (): void => {
        if (number > 5) json(response, [])
        else response.writeHead(302, { location: `/${number}` }).end()
      }
      setTimeout(answer, 60)
    })
    const { ask } = createBench()
    expect((await problemOf(ask(host, '/', { timeoutMs: 200, maxRetries: 0 }))).code).toBe('timeout')
  })

  it('ends a name server that never answers', async () => {
    const { client } = createBench({ resolve: () => new Promise(() => undefined) })
    const request = client.request({ url: 'https://board.test/', accept: 'any', timeoutMs: 30, maxRetries: 0 })
    expect((await problemOf(request)).code).toBe('timeout')
  })
})

describe('size', () => {
  it('drops the socket of a 50 MB body soon after the limit', async () => {
    const closed = Promise.withResolvers<boolean>()
    const host = await serve((_request, response) => {
      response.on('close', () => closed.resolve(response.writableFinished))
      response.writeHead(200, { 'content-type': 'application/json' })
      const piece = Buffer.alloc(1_000_000, 'a')
      let left = 50
      const pump = (): void => {
        while (left > 0 && !response.destroyed) {
          left -= 1
          if (!response.write(piece)) return void response.once('drain', pump)
        }
        response.end()
      }
      pump()
    })
    const { ask } = createBench()
    const meter = createMeter()
    expect((await problemOf(ask(host, '/', { meter }))).code).toBe('too_large')
    expect(await closed.promise).toBe(false)
    expect(meter.bytes).toBeLessThan(21_000_000)
    expect(host.seen).toHaveLength(1)
  })

  it('does not begin to read a body that announces itself as too large', async () => {
    const host = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '30000000' }).write('x')
    })
    const { ask } = createBench()
    const meter = createMeter()
    expect((await problemOf(ask(host, '/', { meter }))).code).toBe('too_large')
    expect(meter.bytes).toBe(0)
  })

  it.each([
    ['once', 'gzip', (plain: Buffer) => gzipSync(plain)],
    ['twice', 'gzip, gzip', (plain: Buffer) => gzipSync(gzipSync(plain))],
  ])('counts a body compressed %s as it unpacks, so that a small bomb does not grow', async (_times, coding, pack) => {
    const bomb = pack(Buffer.alloc(60_000_000))
    expect(bomb.length).toBeLessThan(100_000)
    const host = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': coding }).end(bomb)
    })
    const { ask } = createBench()
    const meter = createMeter()
    expect((await problemOf(ask(host, '/', { maxBytes: 1_000_000, meter }))).code).toBe('too_large')
    expect(meter.bytes).toBeLessThan(1_200_000)
  })

  it('refuses a body that is packed over and over, or in a way it does not know', async () => {
    const host = await serve((request, response) => {
      const coding = request.url === '/over' ? 'gzip, gzip, gzip' : 'constructor'
      response.writeHead(200, { 'content-encoding': coding }).end('x')
    })
    const { ask } = createBench()
    expect((await problemOf(ask(host, '/over'))).code).toBe('unreadable')
    expect((await problemOf(ask(host, '/unknown'))).code).toBe('unreadable')
  })

  it('reads a compressed body that is in order', async () => {
    const host = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"größe":1}'))
    })
    const { ask } = createBench()
    expect(await ask(host, '/')).toMatchObject({ text: '{"größe":1}', bytes: 13 })
    expect(host.requests[0]?.headers['accept-encoding']).toBe('gzip, br')
  })

  it('calls a broken compression unreadable and a cut one a broken connection', async () => {
    const whole = gzipSync(JSON.stringify(Array.from({ length: 2000 }, (_value, index) => index * 7919)))
    const host = await serve((request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' })
      response.end(request.url === '/cut' ? whole.subarray(0, whole.length / 2) : Buffer.from('not packed at all'))
    })
    const { ask } = createBench({ maxRetries: 0 })
    expect((await problemOf(ask(host, '/broken'))).code).toBe('unreadable')
    expect((await problemOf(ask(host, '/cut'))).code).toBe('network')
  })

  it('stops at headers beyond measure', async () => {
    const host = await serve((_request, response) => {
      response.writeHead(200, { 'x-long': 'a'.repeat(40_000) }).end('[]')
    })
    const { ask } = createBench()
    expect((await problemOf(ask(host, '/'))).code).toBe('too_large')
  })

  it('survives an answer that is not HTTP', async () => {
    const host = await serve((request) => {
      request.socket.end('SSH-2.0-OpenSSH_9.6\r\n')
    })
    const { ask } = createBench({ maxRetries: 0 })
    expect((await problemOf(ask(host, '/'))).code).toBe('unreadable')
  })
})
