import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { spoiled, type FakeBoard, type Spoil, type WireAnswer } from './board.ts'
import { openingsOf, type ContentOptions } from './content.ts'

/** How a fake board behaves. 'ok' honours the ETag that it sends; 'not-modified' says 304 to everybody who names any ETag. */
export const MODES = [
  'ok',
  'hang',
  'slow',
  'rate-limited',
  'server-error',
  'redirect-loop',
  'login-page',
  'huge',
  'bad-utf8',
  'garbage',
  'empty',
  'missing-fields',
  'big-html',
  'script-injection',
  'not-modified',
  'unauthorised',
] as const
export type Mode = (typeof MODES)[number]

interface Exchange {
  readonly board: FakeBoard
  readonly url: URL
  readonly body: string
  readonly content: ContentOptions
  /** How long 'slow' thinks before it answers. */
  readonly slowMs: number
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

type Behaviour = (exchange: Exchange) => void | Promise<void>

const HUGE_BYTES = 50 * 1024 * 1024
const PADDING = {
  json: ['application/json', '{"padding":[', '{"padding":true},'],
  xml: ['application/rss+xml', '<rss version="2.0"><channel>', '<x>padding</x>'],
  html: ['text/html', '<!doctype html><html><body>', '<p>padding</p>'],
} as const
const LOGIN_PAGE =
  '<!doctype html><html><head><title>Sign in</title></head><body><form method="post" action="/login"><input name="user"><input name="password" type="password"><button>Sign in</button></form></body></html>'

export const behaviours: Record<Mode, Behaviour> = {
  ok: (exchange) => answer(exchange, 'none'),
  'not-modified': (exchange) => {
    const named = exchange.request.headers['if-none-match']
    if (named === undefined) answer(exchange, 'none')
    else exchange.response.writeHead(304, { etag: named }).end()
  },
  empty: (exchange) => answer(exchange, 'empty'),
  'missing-fields': (exchange) => answer(exchange, 'missing-fields'),
  'big-html': (exchange) => answer(exchange, 'big-html'),
  'script-injection': (exchange) => answer(exchange, 'script-injection'),
  // Headers never come; the client has to give up by itself.
  hang: () => undefined,
  slow: async (exchange) => {
    await sleep(exchange.slowMs)
    answer(exchange, 'none')
  },
  'rate-limited': ({ response }) => {
    response
      .writeHead(429, { 'retry-after': '120', 'content-type': 'application/json' })
      .end('{"error":"Too Many Requests"}')
  },
  'server-error': ({ response }) => {
    response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Internal Server Error</h1>')
  },
  'redirect-loop': ({ url, response }) => {
    const next = new URL(url)
    next.searchParams.set('hop', String(Number(url.searchParams.get('hop') ?? 0) + 1))
    response.writeHead(302, { location: next.href }).end()
  },
  'login-page': ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(LOGIN_PAGE)
  },
  unauthorised: ({ response }) => {
    response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":"Unauthorized"}')
  },
  huge: stream,
  'bad-utf8': (exchange) => {
    const { contentType, body } = answerOf(exchange, 'none') ?? { contentType: 'application/json', body: '{}' }
    // Latin-1 umlauts and a lone continuation byte under a header that promises UTF-8.
    const latin = body.replaceAll(' and ', ' \u00fcnd\u0080 ').replaceAll(/[\u0100-\uffff]/g, '-')
    const bytes = Buffer.from(latin, 'latin1')
    exchange.response.writeHead(200, { 'content-type': `${contentType.split(';')[0]}; charset=utf-8` }).end(bytes)
  },
  garbage: (exchange) => {
    const { contentType, body } = answerOf(exchange, 'none') ?? { contentType: 'application/json', body: '{}' }
    const middle = Math.floor(body.length / 2)
    const broken = contentType.includes('json')
      ? `${body.slice(0, middle)}\u0007}}]]`
      : `]]> ${body.replaceAll(/<(rss|html|urlset|body|workzag-jobs)/g, '<rs<s')}`
    exchange.response.writeHead(200, { 'content-type': contentType }).end(broken)
  },
}

function answerOf({ board, url, content, request, body }: Exchange, spoil: Spoil): WireAnswer | null {
  const openings = spoiled(openingsOf(board, content), spoil)
  return board.wire({ url, method: request.method ?? 'GET', headers: request.headers, body, content, spoil, openings })
}

function answer(exchange: Exchange, spoil: Spoil): void {
  const { request, response } = exchange
  const found = answerOf(exchange, spoil)
  if (found === null) {
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"status":404,"error":"Not found"}')
    return
  }
  const { status = 200, contentType, headers = {}, body } = found
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 24)}"`
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end()
    return
  }
  response.writeHead(status, { ...headers, 'content-type': contentType, etag }).end(body)
}

/** 50 MB that never become a posting, as fast as the reader takes them and no longer than it listens. */
function stream({ board, response }: Exchange): void {
  const [contentType, start, piece] = PADDING[board.padding]
  const chunk = Buffer.from(piece.repeat(4096))
  response.writeHead(200, { 'content-type': contentType })
  response.write(start)
  let sent = 0
  const pump = (): void => {
    while (sent < HUGE_BYTES && !response.destroyed) {
      sent += chunk.byteLength
      if (!response.write(chunk)) {
        response.once('drain', pump)
        return
      }
    }
    response.end()
  }
  pump()
}
