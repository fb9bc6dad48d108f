import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BOARDS, boardOf } from './boards.ts'
import type { FakeBoard } from './board.ts'
import { DEFAULT_CONTENT, type ContentOptions } from './content.ts'
import { behaviours, MODES, type Mode } from './modes.ts'

interface FakeRequest {
  /** The source's id. */
  readonly source: string
  readonly method: string
  /** Path and query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly mode: Mode
}

export interface Fakes {
  /** Base addresses without a slash at the end; a feed is at `${urls.rss}/feed.xml`. */
  readonly urls: Readonly<Record<string, string>>
  readonly setMode: (source: string, mode: Mode) => void
  /** Changes what all boards show from the next request on. */
  readonly setContent: (content: Partial<ContentOptions>) => void
  /** Every request so far, in the order of arrival, without those to the control address. */
  readonly requests: () => readonly FakeRequest[]
  readonly close: () => Promise<void>
}

export interface FakesOptions {
  /** The first of a row of ports; free ones by default. */
  readonly port?: number
  readonly content?: Partial<ContentOptions>
  readonly slowMs?: number
}

interface State {
  readonly modes: Map<string, Mode>
  content: ContentOptions
  readonly slowMs: number
  readonly requests: FakeRequest[]
}

/** Job boards on loopback that speak the true wire formats, each on a port of its own. `POST /_control` on any of them with
 *  `{"source", "mode"}` and/or `{"revision"}` does what `setMode` and `setContent` do. */
export async function startFakes(options: FakesOptions = {}): Promise<Fakes> {
  const state: State = {
    modes: new Map(),
    content: { ...DEFAULT_CONTENT, ...options.content },
    slowMs: options.slowMs ?? 2000,
    requests: [],
  }
  const servers: Server[] = []
  const urls: Record<string, string> = {}
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(stop))
  }
  try {
    for (const [index, board] of BOARDS.entries()) {
      const server = createServer((request, response) => void serve({ state, board, request, response }))
      servers.push(server)
      urls[board.id] = await listen(server, options.port === undefined || options.port === 0 ? 0 : options.port + index)
    }
  } catch (error) {
    await close()
    throw error
  }
  return {
    urls,
    setMode: (source, mode) => void state.modes.set(boardOf(source).id, mode),
    setContent: (content) => {
      state.content = { ...state.content, ...content }
    },
    requests: () => [...state.requests],
    close,
  }
}

interface Incoming {
  readonly state: State
  readonly board: FakeBoard
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

async function serve({ state, board, request, response }: Incoming): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`)
    if (url.pathname === '/_control') {
      await control(state, request, response)
      return
    }
    const mode = state.modes.get(board.id) ?? 'ok'
    const path = url.pathname + url.search
    state.requests.push({ source: board.id, method: request.method ?? '', path, headers: request.headers, mode })
    const body = await readBody(request)
    await behaviours[mode]({ board, url, body, content: state.content, slowMs: state.slowMs, request, response })
  } catch (error) {
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' })
    response.end(`The fake itself failed: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function control(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refuse = (message: string): void => {
    response.writeHead(400, { 'content-type': 'application/json' }).end(`${JSON.stringify({ error: message })}\n`)
  }
  if (request.method !== 'POST') return refuse('POST {"source": "arbeitnow", "mode": "hang"} or {"revision": 2}')
  const wanted = await readJson(request)
  if (wanted === null) return refuse('the body has to be a JSON object')
  const { source, mode, revision } = wanted
  if (source !== undefined || mode !== undefined) {
    const board = BOARDS.find(({ id }) => id === source)
    const known = MODES.find((name) => name === mode)
    if (board === undefined) return refuse(`source is one of ${BOARDS.map(({ id }) => id).join(', ')}`)
    if (known === undefined) return refuse(`mode is one of ${MODES.join(', ')}`)
    state.modes.set(board.id, known)
  }
  if (revision !== undefined) {
    if (typeof revision !== 'number' || !Number.isInteger(revision) || revision < 1)
      return refuse('revision is 1, 2, 3, …')
    state.content = { ...state.content, revision }
  }
  const modes = Object.fromEntries(BOARDS.map(({ id }) => [id, state.modes.get(id) ?? 'ok']))
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(`${JSON.stringify({ modes, revision: state.content.revision })}\n`)
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  const text = await readBody(request)
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    })
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
