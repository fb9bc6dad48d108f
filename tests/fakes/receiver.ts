import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** 'late': takes the message and answers only when `release` is called. 'hang_up': takes it and breaks off. 'redirect' and
 *  'redirect_post': leads to /elsewhere, by GET or by POST; there, everything is fine. */
export const RECEIVER_MODES = [
  'ok',
  'down',
  'refuse',
  'refuse_key',
  'too_many',
  'late',
  'hang_up',
  'redirect',
  'redirect_post',
] as const
export type ReceiverMode = (typeof RECEIVER_MODES)[number]

/** A message as it came in. */
export interface Received {
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export interface Answer {
  readonly status: number
  readonly json: unknown
}

export interface Receiver {
  readonly url: string
  readonly setMode: (mode: ReceiverMode) => void
  /** Every request so far, answered or not. */
  readonly received: readonly Received[]
  /** Answers what is held back. */
  readonly release: () => void
  readonly close: () => Promise<void>
}

export interface ReceiverOptions {
  readonly port?: number
  readonly mode?: ReceiverMode
}

const MAX_BYTES = 1_000_000
const ELSEWHERE = '/elsewhere'
const REFUSED = {
  refuse: { status: 400, json: { error: 'refused' } },
  refuse_key: { status: 401, json: { error: 'unauthorized' } },
  too_many: { status: 429, json: { error: 'too many' } },
  down: { status: 503, json: { error: 'down' } },
} as const

/** An HTTP server on loopback that takes messages by POST; `answer` speaks the service's own format. */
export async function startReceiver(
  answer: (message: Received, mode: ReceiverMode) => Answer | null,
  options: ReceiverOptions = {},
): Promise<Receiver> {
  let mode = options.mode ?? 'ok'
  const received: Received[] = []
  const held: (() => void)[] = []
  const server = createServer((request, response) => void serve(request, response))

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => response.destroy())
    const message = { path: request.url ?? '/', headers: request.headers, body: await bodyOf(request) }
    received.push(message)
    if (mode === 'hang_up') {
      response.destroy()
      return
    }
    const given =
      answer(message, mode) ?? (mode in REFUSED ? REFUSED[mode as keyof typeof REFUSED] : { status: 200, json: {} })
    if (mode.startsWith('redirect') && message.path !== ELSEWHERE) {
      response.writeHead(mode === 'redirect' ? 302 : 307, { location: ELSEWHERE }).end()
      return
    }
    const send = () => {
      response.writeHead(given.status, { 'content-type': 'application/json' }).end(JSON.stringify(given.json))
    }
    if (mode === 'late') held.push(send)
    else send()
  }

  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setMode: (next) => {
      mode = next
    },
    received,
    release: () => {
      for (const send of held.splice(0)) send()
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array)
    size += bytes.length
    if (size <= MAX_BYTES) chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString()
}
