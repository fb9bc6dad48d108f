import { describe, expect, test } from 'vitest'
import { createBench, problemOf, serve } from './loopback.ts'

describe('a file', () => {
  test('comes as its bytes, whatever they are and whatever it is called', async () => {
    const bytes = Buffer.from([0, 0xff, 0x50, 0x4b, 0x0d, 0x0a, 0xe9])
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(bytes)
    })
    const { file, text, bytes: size } = await createBench().ask(server, '/register.xlsx', { accept: 'file' })
    expect([file === null ? null : Buffer.from(file), text, size]).toEqual([bytes, '', bytes.length])
  })

  test('is no file when it is a bot check, a refusal or too large', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/check') response.setHeader('cf-mitigated', 'challenge')
      response.writeHead(request.url === '/gone' ? 410 : 200, { 'content-type': 'text/csv' }).end('a,b\n'.repeat(1_000))
    })
    const { ask } = createBench()
    const codeOf = async (path: string) =>
      (await problemOf(ask(server, path, { accept: 'file', maxBytes: 2_000 }))).code
    expect([await codeOf('/check'), await codeOf('/gone'), await codeOf('/large')]).toEqual([
      'too_large',
      'not_found',
      'too_large',
    ])
    expect((await problemOf(ask(server, '/check', { accept: 'file' }))).code).toBe('challenge')
  })

  test('is null for everything else', async () => {
    const server = await serve((_request, response) => response.writeHead(200).end('[1]'))
    expect(await createBench().ask(server, '/')).toMatchObject({ file: null, text: '[1]' })
  })
})
