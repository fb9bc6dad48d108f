import { describe, expect, it } from 'vitest'
import { parseJson } from '#main/infra/http/http.ts'
import { createBench, json, problemOf, serve, USER_AGENT } from './loopback.ts'

describe('what is sent', () => {
  it('says honestly who asks and what is wanted, and adds the caller’s headers', async () => {
    const host = await serve((_request, response) => json(response, []))
    const { ask } = createBench()
    await ask(host, '/jobs?page=1#top', { headers: { 'X-API-Key': 'k' } })
    expect(host.seen).toEqual(['GET /jobs?page=1'])
    expect(host.requests[0]?.headers).toMatchObject({
      'user-agent': USER_AGENT,
      accept: 'application/json',
      'x-api-key': 'k',
      host: `127.0.0.1:${host.port}`,
    })
  })

  it.each([
    ['JSON', { json: { q: 'Köln' } }, '{"q":"Köln"}', 'application/json'],
    ['a form', { form: { q: 'a b&c' } }, 'q=a+b%26c', 'application/x-www-form-urlencoded'],
    ['nothing', {}, '', undefined],
  ])('posts %s', async (_name, body, text, type) => {
    const received: Buffer[] = []
    const host = await serve((request, response) => {
      request.on('data', (chunk: Buffer) => received.push(chunk)).on('end', () => json(response, []))
    })
    const { ask } = createBench()
    await ask(host, '/', { method: 'POST', ...body })
    expect(Buffer.concat(received).toString()).toBe(text)
    expect(host.requests[0]?.headers['content-type']).toBe(type)
  })

  it.each([
    [{ json: {} }],
    [{ method: 'POST' as const, json: {}, form: {} }],
    [{ headers: { Host: 'inner' } }],
    [{ headers: { 'User-Agent': 'Mozilla/5.0' } }],
  ])('takes %o for a mistake in the program', async (request) => {
    const host = await serve((_request, response) => json(response, []))
    const { ask } = createBench()
    await expect(ask(host, '/', request)).rejects.toBeInstanceOf(TypeError)
    expect(host.seen).toEqual([])
  })

  it('codes a key that no header can carry, without repeating it', async () => {
    const host = await serve((_request, response) => json(response, []))
    const { ask } = createBench()
    const problem = await problemOf(ask(host, '/', { headers: { 'x-api-key': 'secret\n' } }))
    expect(problem.code).toBe('unauthorised')
    expect(problem.message).not.toContain('secret')
    expect(host.seen).toEqual([])
  })
})

describe('what comes', () => {
  it('reads Latin-1, and marks bytes that are not UTF-8', async () => {
    const host = await serve((request, response) => {
      const charset = request.url === '/latin' ? 'iso-8859-1' : 'utf-8'
      response.writeHead(200, { 'content-type': `application/json; charset=${charset}` })
      response.end(Buffer.from('{"place":"K\u00f6ln"}', 'latin1'))
    })
    const { ask } = createBench()
    expect(parseJson(await ask(host, '/latin'))).toEqual({ place: 'Köln' })
    expect(parseJson(await ask(host, '/broken'))).toEqual({ place: 'K\uFFFDln' })
  })

  it('does not take a login page for JSON', async () => {
    const host = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end('<!doctype html><title>Anmeldung</title><input type="password">')
    })
    const { ask } = createBench()
    const problem = await problemOf(ask(host, '/'))
    expect(problem).toMatchObject({ code: 'challenge', status: 200 })
    expect(problem.message).toBe(`127.0.0.1:${host.port} sent a web page (“Anmeldung”) instead of JSON`)
    expect(host.seen).toHaveLength(1)
  })

  it('recognises a bot check on a refusal whatever its size, and reads only its beginning', async () => {
    const host = await serve((_request, response) => {
      response.writeHead(403, { 'content-type': 'text/html' })
      response.end(`<html><title>Just a moment...</title>${' '.repeat(5_000_000)}`)
    })
    const { ask, client } = createBench()
    expect(await problemOf(ask(host, '/'))).toMatchObject({ code: 'challenge', status: 403 })
    expect(client.stats().bytes).toBeLessThan(1_000_000)
  })

  it('asks only for what changed', async () => {
    const host = await serve((request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304, { etag: '"v1"' }).end()
      else response.writeHead(200, { etag: '"v1"', 'last-modified': 'Mon, 02 Mar 2026 09:00:00 GMT' }).end('[1]')
    })
    const { ask } = createBench()
    const first = await ask(host, '/feed')
    expect(first).toMatchObject({ notModified: false, text: '[1]', validators: { etag: '"v1"' } })
    const second = await ask(host, '/feed', { validators: first.validators })
    expect(second).toMatchObject({ status: 304, notModified: true, text: '', validators: first.validators })
    expect(host.requests[1]?.headers['if-modified-since']).toBe('Mon, 02 Mar 2026 09:00:00 GMT')
  })

  it('follows redirects and says where the answer came from', async () => {
    const host = await serve((request, response) => {
      if (request.url === '/end') json(response, { ok: true })
      else response.writeHead(301, { location: '/end' }).end('x'.repeat(100_000))
    })
    const { ask } = createBench()
    expect(await ask(host, '/start')).toMatchObject({ url: `${host.origin}/end`, text: '{"ok":true}' })
  })

  it.each([
    ['in a circle', (url: string) => (url === '/a' ? '/b' : '/a'), 2],
    ['for ever', (url: string) => `/${url.length}${url}`, 6],
  ])('stops when a server redirects %s', async (_name, next, requests) => {
    const host = await serve((request, response) => {
      response.writeHead(302, { location: next(request.url ?? '') }).end()
    })
    const { ask } = createBench()
    expect(await problemOf(ask(host, '/a'))).toMatchObject({ code: 'redirect', status: 302 })
    expect(host.seen).toHaveLength(requests)
  })

  it('never puts path, query or key into a message or a log line', async () => {
    const lines: string[] = []
    const keep = (details: object, message: string): void => void lines.push(JSON.stringify(details) + message)
    const host = await serve((_request, response) => response.writeHead(500).end())
    const { ask } = createBench({ log: { debug: keep, warn: keep } })
    const headers = { authorization: 'Bearer canary-header' }
    const problem = await problemOf(ask(host, '/bot-canary-path?key=canary-query', { headers }))
    expect(lines).toHaveLength(4)
    expect([...lines, problem.message, JSON.stringify(problem)].join('\n')).not.toContain('canary')
  })
})
