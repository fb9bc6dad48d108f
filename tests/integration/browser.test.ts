import { describe, expect, test } from 'vitest'
import { HttpProblem } from '#main/infra/http/http.ts'
import { answering, html, site } from '../support/page-site.ts'
import {
  browserReader,
  chromiumPath,
  killBrowsers,
  leftBehind,
  leftInTheEnd,
  LIMITS,
  NOTHING,
  pageOf,
} from '../support/real-browser.ts'
import { problemOf, serve, type Handler } from './http/loopback.ts'

describe.skipIf(chromiumPath === null)('a page in the browser on this machine', () => {
  test('is taken as its scripts left it, with the address where it ended, and umlauts as they are', async () => {
    const server = await site({
      '/old': (_request, response) => response.writeHead(302, { location: '/jobs?q=1' }).end(),
      '/jobs': html('<ul id="list"></ul><script src="/list.js"></script>'),
      '/list.js': (_request, response) =>
        response
          .writeHead(200, { 'content-type': 'text/javascript' })
          .end(
            'fetch("/list.json").then((a) => a.json()).then((a) => { document.querySelector("#list").innerHTML = "<li>" + a.title })',
          ),
      '/list.json': (_request, response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"title":"Gärtner für Köln"}'),
    })
    const page = await browserReader().read(pageOf(server, '/old', { waitFor: '#list li' }))
    expect(page.url).toBe(`${server.origin}/jobs?q=1`)
    expect(page.text).toContain('<li>Gärtner für Köln</li>')
    expect(page.isNotModified).toBe(false)
  })

  test('is taken when loading is over although what was waited for never came', async () => {
    const server = await site({ '/': html('<p>Nothing today</p>') })
    const page = await browserReader().read(pageOf(server, '/', { waitFor: '#list li' }))
    expect(page.text).toContain('Nothing today')
  })

  test('loads scripts and styles, and no pictures, fonts, frames, sounds and live connections', async () => {
    const server = await site({
      '/': html(
        '<img src="/a.png"><iframe src="/frame"></iframe><video src="/a.mp4"></video><script src="/a.js"></script><script>new WebSocket(location.origin.replace("http", "ws") + "/ws"); new EventSource("/events"); navigator.sendBeacon("/beacon", "x")</script>',
        '<link rel="stylesheet" href="/a.css"><link rel="icon" href="/icon.ico"><style>@font-face{font-family:f;src:url(/a.woff)} body{font-family:f;background:url(/b.png)}</style>',
      ),
      '/a.js': '',
      '/a.css': 'p{color:red}',
    })
    await browserReader().read(pageOf(server, '/'))
    expect(server.seen.toSorted()).toEqual(['GET /', 'GET /a.css', 'GET /a.js'])
  })

  test('is opened one at a time, in one browser, each without what the page before it stored elsewhere', async () => {
    let open = 0
    let most = 0
    const server = await site({
      '/': (_request, response) => {
        open += 1
        most = Math.max(most, open)
        setTimeout(() => {
          open -= 1
          response.writeHead(200, { 'content-type': 'text/html' }).end(html('<p>one</p>'))
        }, 50)
      },
    })
    const reader = browserReader()
    const texts = await Promise.all([1, 2, 3].map((number) => reader.read(pageOf(server, `/?n=${number}`))))
    expect(texts).toHaveLength(3)
    expect(most).toBe(1)
    expect(leftBehind().folders).toHaveLength(1)
    await reader.close()
    expect(await leftInTheEnd()).toEqual(NOTHING)
    expect((await problemOf(reader.read(pageOf(server, '/')))).code).toBe('cancelled')
  })

  test('says in its own words what browser it is', async () => {
    const server = await site({ '/': html('<p>hello</p>') })
    await browserReader().read(pageOf(server, '/'))
    expect(server.requests[0]?.headers['user-agent']).toMatch(/^Mozilla\/5\.0 .*Chrome\/\d+/)
  })

  const answers: [string, string, string | Handler][] = [
    ['a missing page', 'not_found', answering(404, {}, html('gone'))],
    ['a refusal', 'unauthorised', answering(403, {}, html('no'))],
    ['a refusal of a number that nobody else has', 'unauthorised', answering(999, {}, html('no'))],
    ['a plea for fewer requests without a word', 'rate_limited', answering(429, { 'retry-after': '1' }, '')],
    ['a fault of the server', 'server_error', answering(500, {}, '<h1>Sorry</h1>')],
    ['a bot check', 'challenge', answering(403, { 'cf-mitigated': 'challenge' }, html('wait'))],
    [
      'a bot check that its script puts there',
      'challenge',
      html('<script>document.title = "Just a moment..."</script>'),
    ],
    ['data', 'unreadable', answering(200, { 'content-type': 'application/json' }, '{}')],
    [
      'a download',
      'unreadable',
      answering(200, { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' }, 'MZ'),
    ],
    [
      'redirects without end',
      'redirect',
      ({ url = '' }, response) => response.writeHead(302, { location: `${url}x` }).end(),
    ],
    ['a connection that breaks', 'network', (request) => request.socket.destroy()],
    ['no HTTP at all', 'unreadable', (request) => request.socket.end('SSH-2.0-OpenSSH\r\n')],
    ['a page that grows by itself', 'too_large', html('<script>document.write("x".repeat(1_000_001))</script>')],
  ]
  test('that is none ends in a code, one after the other in the same browser', async () => {
    const reader = browserReader({ limits: LIMITS })
    for (const [name, code, page] of answers) {
      const server = await serve((request, response, number) => {
        if (typeof page === 'function') page(request, response, number)
        else response.writeHead(200, { 'content-type': 'text/html' }).end(page)
      })
      const problem = await problemOf(reader.read(pageOf(server, '/')))
      expect([name, problem.code]).toEqual([name, code])
      expect(problem.message).not.toMatch(/\/\?|net::|Call log/)
      expect(leftBehind().folders).toHaveLength(1)
    }
  })

  test('is given up at once when the run is cancelled, also while it waits for its turn', async () => {
    const server = await site({ '/': () => undefined })
    const reader = browserReader()
    const [first, second] = [new AbortController(), new AbortController()]
    const reading = problemOf(reader.read(pageOf(server, '/', { signal: first.signal })))
    const waiting = problemOf(reader.read(pageOf(server, '/', { signal: second.signal })))
    while (server.seen.length === 0) await new Promise((done) => setTimeout(done, 20))
    second.abort()
    expect((await waiting).code).toBe('cancelled')
    first.abort()
    expect((await reading).code).toBe('cancelled')
    expect(await leftInTheEnd()).toEqual(NOTHING)
    expect(server.seen).toHaveLength(1)
  })

  test('is given up when the app closes while the browser starts', async () => {
    const server = await site({ '/': html('<p>Openings</p>') })
    const reader = browserReader()
    const reading = problemOf(reader.read(pageOf(server, '/')))
    await new Promise((done) => setTimeout(done, 100))
    await reader.close()
    expect((await reading).code).toBe('cancelled')
    expect(await leftInTheEnd()).toEqual(NOTHING)
  })

  test('leaves the browser for a while and then ends it', async () => {
    const server = await site({ '/': html('<p>Openings</p>') })
    const reader = browserReader({ limits: { idleMs: 300 } })
    await reader.read(pageOf(server, '/'))
    expect(leftBehind().folders).toHaveLength(1)
    expect(await leftInTheEnd()).toEqual(NOTHING)
    expect((await reader.read(pageOf(server, '/'))).text).toContain('Openings')
  })

  test('comes from a new browser when the one before was killed', async () => {
    const server = await site({ '/': html('<p>Openings</p>'), '/crash': html('<p>x</p>') })
    const reader = browserReader({ limits: LIMITS })
    await reader.read(pageOf(server, '/'))
    expect(leftBehind().processes).toContain('browser')
    killBrowsers()
    while (leftBehind().processes.length > 0) await new Promise((done) => setTimeout(done, 20))
    expect((await reader.read(pageOf(server, '/'))).text).toContain('Openings')
  })
})

describe('without a browser', () => {
  test.each<[string, { found: string | null; set: string | null }, RegExp]>([
    ['none was found', { found: null, set: null }, /No Chrome, Chromium, Edge or Brave/],
    [
      'the one that is set is not there',
      { found: '/usr/bin/chromium', set: '/nowhere/chrome' },
      /is set for this is not there/,
    ],
    ['the one that is set is no path', { found: '/usr/bin/chromium', set: 'chromium' }, /is set for this is not there/],
    ['the one that is set is a folder', { found: null, set: '/usr' }, /is set for this is not there/],
    ['the program is no browser', { found: '/bin/true', set: null }, /could not be started/],
  ])('%s', async (_name, { found, set }, words) => {
    const server = await site({ '/': html('<p>Openings</p>') })
    const reader = browserReader({ findBrowser: () => Promise.resolve(found), browserPath: () => set })
    const problem = await problemOf(reader.read(pageOf(server, '/')))
    expect([problem.code, problem instanceof HttpProblem]).toEqual(['browser_missing', true])
    expect(problem.message).toMatch(words)
    expect(await leftInTheEnd()).toEqual(NOTHING)
    expect(server.seen).toEqual([])
  })
})
