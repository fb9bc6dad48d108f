import { describe, expect, it } from 'vitest'
import type { QuotaRule } from '#main/infra/http/http.ts'
import { createBench, createMeter, json, problemOf, serve } from './loopback.ts'

describe('retry', () => {
  it('asks again after a 500, with a pause that grows and is left partly to chance', async () => {
    const host = await serve((_request, response, number) => {
      if (number < 4) response.writeHead(500).end('oops')
      else json(response, { ok: true })
    })
    const { ask, clock, client } = createBench()
    const meter = createMeter()
    const answer = await ask(host, '/jobs', { meter })
    expect(answer.text).toBe('{"ok":true}')
    expect(clock.sleeps).toEqual([375, 750, 1500])
    expect(meter.requests).toBe(4)
    expect(client.stats()).toMatchObject({ requests: 4, retries: 3, failures: 0, active: 0, waiting: 0 })
  })

  it('gives up after three retries and says what the server said', async () => {
    const host = await serve((_request, response) => response.writeHead(503).end())
    const { ask } = createBench()
    expect(await problemOf(ask(host, '/'))).toMatchObject({ code: 'server_error', status: 503, retryAt: null })
    expect(host.seen).toHaveLength(4)
  })

  it('asks again when the connection breaks, before and in the middle of the answer', async () => {
    const host = await serve((request, response, number) => {
      if (number === 1) request.socket.destroy()
      else if (number === 2) {
        response.writeHead(200, { 'content-length': '100' }).write('{"half":')
        setImmediate(() => request.socket.destroy())
      } else json(response, [1])
    })
    const { ask } = createBench()
    expect((await ask(host, '/')).text).toBe('[1]')
    expect(host.seen).toHaveLength(3)
  })

  it.each([400, 401, 403, 404, 410, 422, 501])('never repeats a request answered %i', async (status) => {
    const host = await serve((_request, response) => response.writeHead(status).end())
    const { ask } = createBench()
    expect((await problemOf(ask(host, '/'))).status).toBe(status)
    expect(host.seen).toHaveLength(1)
  })

  it('repeats nothing when the caller forbids it', async () => {
    const host = await serve((_request, response) => response.writeHead(500).end())
    const { ask } = createBench()
    await problemOf(ask(host, '/', { method: 'POST', json: { once: true }, maxRetries: 0 }))
    expect(host.seen).toEqual(['POST /'])
  })

  it('calls a refused connection a network problem', async () => {
    const host = await serve(() => undefined)
    await host.close()
    const { ask } = createBench()
    expect(await problemOf(ask(host, '/'))).toMatchObject({ code: 'network', status: null })
  })
})

describe('Retry-After', () => {
  it('waits the seconds that the server asks for', async () => {
    const host = await serve((_request, response, number) => {
      if (number === 1) response.writeHead(429, { 'retry-after': '7' }).end()
      else json(response, [])
    })
    const { ask, clock } = createBench()
    await ask(host, '/')
    expect(clock.sleeps).toEqual([7000])
  })

  it('waits until the date that the server names', async () => {
    const { ask, clock } = createBench()
    const date = new Date(clock.now() + 12_000).toUTCString()
    const host = await serve((_request, response, number) => {
      if (number === 1) response.writeHead(503, { 'retry-after': date }).end()
      else json(response, [])
    })
    await ask(host, '/')
    expect(clock.sleeps).toEqual([12_000])
  })

  it('gives up at once when the pause is longer than a minute, and leaves the host alone until then', async () => {
    const host = await serve((_request, response) => response.writeHead(429, { 'retry-after': '3600' }).end())
    const { ask, clock } = createBench()
    const retryAt = clock.now() + 3_600_000
    expect(await problemOf(ask(host, '/'))).toMatchObject({ code: 'rate_limited', status: 429, retryAt })
    expect(await problemOf(ask(host, '/other'))).toMatchObject({ code: 'rate_limited', status: null, retryAt })
    expect(host.seen).toEqual(['GET /'])
    expect(clock.sleeps).toEqual([])
  })

  it('holds back every other request to the host during the pause', async () => {
    const host = await serve((_request, response, number) => {
      if (number === 1) response.writeHead(429, { 'retry-after': '30' }).end()
      else json(response, [])
    })
    const { ask, clock } = createBench({ autoAdvance: false })
    const both = Promise.all([ask(host, '/a'), ask(host, '/b')])
    await clock.whenSleeping(2)
    await clock.advance(29_999)
    expect(host.seen).toEqual(['GET /a'])
    await clock.advance(1)
    await both
    expect(host.seen.toSorted()).toEqual(['GET /a', 'GET /a', 'GET /b'])
  })
})

describe('breaker', () => {
  it('opens after five requests that failed for good, then lets one probe decide', async () => {
    let isUp = false
    const host = await serve((_request, response) => (isUp ? json(response, []) : response.writeHead(500).end()))
    const { ask, clock, client } = createBench({ maxRetries: 0 })
    for (let index = 0; index < 5; index += 1) {
      expect((await problemOf(ask(host, '/'))).code).toBe('server_error')
    }
    const retryAt = clock.now() + 60_000
    expect(await problemOf(ask(host, '/'))).toMatchObject({ code: 'breaker_open', retryAt })
    expect(client.stats().openBreakers).toEqual([{ origin: host.origin, retryAt }])
    expect(host.seen).toHaveLength(5)

    await clock.advance(60_000)
    expect((await problemOf(ask(host, '/', { maxRetries: 3 }))).code).toBe('server_error')
    expect(host.seen).toHaveLength(6)
    expect((await problemOf(ask(host, '/'))).code).toBe('breaker_open')

    await clock.advance(60_000)
    isUp = true
    await ask(host, '/')
    await ask(host, '/')
    expect(client.stats().openBreakers).toEqual([])
  })

  it('does not open because of answers that are the caller’s fault', async () => {
    const host = await serve((_request, response, number) => response.writeHead(number % 2 === 0 ? 404 : 400).end())
    const { ask } = createBench({ maxRetries: 0 })
    for (let index = 0; index < 8; index += 1) {
      expect((await problemOf(ask(host, '/'))).code).toMatch(/^(not_found|server_error)$/)
    }
  })

  it('lets the next request probe when a probe is cancelled', async () => {
    const host = await serve((_request, response, number) => {
      if (number <= 2) response.writeHead(500).end()
      else if (number > 3) json(response, [])
      else probing.resolve()
    })
    const probing = Promise.withResolvers<void>()
    const { ask, clock } = createBench({ maxRetries: 0, failuresToOpen: 2 })
    await problemOf(ask(host, '/'))
    await problemOf(ask(host, '/'))
    await clock.advance(60_000)
    const controller = new AbortController()
    const probe = problemOf(ask(host, '/', { signal: controller.signal }))
    await probing.promise
    controller.abort()
    expect((await probe).code).toBe('cancelled')
    expect((await ask(host, '/')).status).toBe(200)
  })

  it('keeps one failing host from touching another', async () => {
    const bad = await serve((_request, response) => response.writeHead(500).end())
    const good = await serve((_request, response) => json(response, []))
    const { ask } = createBench({ maxRetries: 0, failuresToOpen: 1 })
    await problemOf(ask(bad, '/'))
    expect((await problemOf(ask(bad, '/'))).code).toBe('breaker_open')
    expect((await ask(good, '/')).status).toBe(200)
  })
})

describe('quota', () => {
  const rule: QuotaRule = { key: 'board', limit: 2, window: 'day' }

  it('sends nothing once the day is used up, and says when the next one begins', async () => {
    const host = await serve((_request, response) => json(response, []))
    const { ask, clock } = createBench()
    const meter = createMeter()
    await ask(host, '/', { quotas: [rule], meter })
    await ask(host, '/', { quotas: [rule], meter })
    const problem = await problemOf(ask(host, '/', { quotas: [rule], meter }))
    expect(problem).toMatchObject({ code: 'quota_used', retryAt: Date.UTC(2026, 2, 3) })
    expect(host.seen).toHaveLength(2)
    expect(meter.requests).toBe(2)
    await clock.advance(Date.UTC(2026, 2, 3) - clock.now())
    expect((await ask(host, '/', { quotas: [rule] })).status).toBe(200)
  })

  it('counts retries', async () => {
    const host = await serve((_request, response) => response.writeHead(500).end())
    const { ask } = createBench()
    expect((await problemOf(ask(host, '/', { quotas: [rule] }))).code).toBe('quota_used')
    expect(host.seen).toHaveLength(2)
  })
})
