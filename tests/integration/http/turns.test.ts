import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createBench, createMeter, json, problemOf, serve, type Handler } from './loopback.ts'

describe('turns', () => {
  it('asks a host one thing at a time in the order of asking, and other hosts meanwhile', async () => {
    const held: (() => void)[] = []
    const arrivals: string[] = []
    let arrived = Promise.withResolvers<void>()
    const hold: Handler = (request, response) => {
      arrivals.push(request.url ?? '')
      held.push(() => json(response, []))
      arrived.resolve()
    }
    const one = await serve(hold)
    const other = await serve(hold)
    const { ask, client } = createBench()
    const asked = Promise.all(['/1', '/2', '/3'].map((path) => ask(one, path)))
    const elsewhere = ask(other, '/elsewhere')
    while (arrivals.length < 2) {
      await arrived.promise
      arrived = Promise.withResolvers<void>()
    }
    expect(arrivals.toSorted()).toEqual(['/1', '/elsewhere'])
    expect(client.stats()).toMatchObject({ active: 2, waiting: 2 })
    for (const count of [3, 4]) {
      held.splice(0).forEach((release) => release())
      while (arrivals.length < count) {
        await arrived.promise
        arrived = Promise.withResolvers<void>()
      }
    }
    held.splice(0).forEach((release) => release())
    await Promise.all([asked, elsewhere])
    expect(one.seen).toEqual(['GET /1', 'GET /2', 'GET /3'])
  })

  it('keeps the gap that a caller wants between two requests to a host', async () => {
    const host = await serve((_request, response) => json(response, []))
    const { ask, clock } = createBench()
    await ask(host, '/1', { gapMs: 250 })
    await ask(host, '/2', { gapMs: 250 })
    expect(clock.sleeps).toEqual([250])
  })
})

describe('cancelling', () => {
  it('does not send what is cancelled before it begins', async () => {
    const host = await serve((_request, response) => json(response, []))
    const { ask } = createBench()
    expect((await problemOf(ask(host, '/', { signal: AbortSignal.abort() }))).code).toBe('cancelled')
    expect(host.seen).toEqual([])
  })

  it('leaves the queue at once, and the others keep their places', async () => {
    const first = Promise.withResolvers<() => void>()
    const host = await serve((_request, response, number) => {
      if (number === 1) first.resolve(() => json(response, []))
      else json(response, [])
    })
    const { ask, client } = createBench()
    const controller = new AbortController()
    const one = ask(host, '/1')
    const two = problemOf(ask(host, '/2', { signal: controller.signal }))
    const three = ask(host, '/3')
    const release = await first.promise
    controller.abort()
    expect((await two).code).toBe('cancelled')
    release()
    await Promise.all([one, three])
    expect(host.seen).toEqual(['GET /1', 'GET /3'])
    expect(client.stats()).toMatchObject({ active: 0, waiting: 0 })
  })

  it('does not wait out a pause', async () => {
    const host = await serve((_request, response) => response.writeHead(500).end())
    const { ask, clock } = createBench({ autoAdvance: false })
    const controller = new AbortController()
    const request = problemOf(ask(host, '/', { signal: controller.signal }))
    await clock.whenSleeping()
    controller.abort()
    expect((await request).code).toBe('cancelled')
    expect(host.seen).toHaveLength(1)
    expect(clock.pending()).toBe(0)
  })

  it('hangs up in the middle of a body', async () => {
    const hungUp = Promise.withResolvers<void>()
    const host = await serve((_request, response) => {
      response.on('close', () => hungUp.resolve())
      response.writeHead(200).write('{"half":')
    })
    const { ask } = createBench()
    const controller = new AbortController()
    const meter = createMeter(() => controller.abort())
    expect((await problemOf(ask(host, '/', { signal: controller.signal, meter }))).code).toBe('cancelled')
    await hungUp.promise
  })

  it('ends everything when the client closes, and sends nothing afterwards', async () => {
    const arrived = Promise.withResolvers<void>()
    const host = await serve(() => arrived.resolve())
    const { ask, client } = createBench()
    const running = problemOf(ask(host, '/1'))
    const queued = problemOf(ask(host, '/2'))
    await arrived.promise
    const [request] = host.requests
    client.close()
    expect((await running).code).toBe('cancelled')
    expect((await queued).code).toBe('cancelled')
    expect((await problemOf(ask(host, '/3'))).code).toBe('cancelled')
    if (request && !request.socket.destroyed) await once(request.socket, 'close')
    expect(host.seen).toEqual(['GET /1'])
  })
})
