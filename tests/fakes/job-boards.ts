import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DEFAULT_CONTENT, type Board, type ContentOptions } from './content.ts'
import { behaviours, MODES, type Mode } from './modes.ts'

export const BOARDS = ['arbeitnow', 'theMuse', 'greenhouse', 'rss'] as const satisfies readonly Board[]

/** How the app names the boards. */
export const SOURCE_IDS: Readonly<Record<Board, string>> = {
  arbeitnow: 'arbeitnow',
  theMuse: 'the-muse',
  greenhouse: 'greenhouse',
  rss: 'rss',
}

interface FakeRequest {
  readonly source: Board
  readonly method: string
  /** Path and query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly mode: Mode
}

export interface Fakes {
  /** Base addresses without a slash at the end; a feed is at `${urls.rss}/feed.xml`. */
  readonly urls: Readonly<Record<Board, string>>
  readonly setMode: (source: Board, mode: Mode) => void
  /** Changes what all boards show from the next request on. */
  readonly setContent: (content: Partial<ContentOptions>) => void
  /** Every request so far, in the order of arrival, without those to the control address. */
  readonly requests: () => readonly FakeRequest[]
  readonly close: () => Promise<void>
}

export interface FakesOptions {
  /** The first of four ports in a row; free ones by default. */
  readonly port?: number
  readonly content?: Partial<ContentOptions>
  readonly slowMs?: number
}

interface State {
  readonly modes: Map<Board, Mode>
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
  const urls = { arbeitnow: '', theMuse: '', greenhouse: '', rss: '' }
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(stop))
  }
  try {
    for (const [index, board] of BOARDS.entries()) {
      const server = createServer((request, response) => void serve({ state, board, request, response }))
      servers.push(server)
      urls[board] = await listen(server, options.port === undefined || options.port === 0 ? 0 : options.port + index)
    }
  } catch (error) {
    await close()
    throw error
  }
  return {
    urls,
    setMode: (source, mode) => void state.modes.set(source, mode),
    setContent: (content) => {
      state.content = { ...state.content, ...content }
    },
    requests: () => [...state.requests],
    close,
  }
}

interface Incoming {
  readonly state: State
  readonly board: Board
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
    const mode = state.modes.get(board) ?? 'ok'
    const path = url.pathname + url.search
    state.requests.push({ source: board, method: request.method ?? '', path, headers: request.headers, mode })
    await behaviours[mode]({ board, url, content: state.content, slowMs: state.slowMs, request, response })
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
    const board = BOARDS.find((name) => name === source || SOURCE_IDS[name] === source)
    const known = MODES.find((name) => name === mode)
    if (board === undefined) return refuse(`source is one of ${Object.values(SOURCE_IDS).join(', ')}`)
    if (known === undefined) return refuse(`mode is one of ${MODES.join(', ')}`)
    state.modes.set(board, known)
  }
  if (revision !== undefined) {
    if (typeof revision !== 'number' || !Number.isInteger(revision) || revision < 1)
      return refuse('revision is 1, 2, 3, …')
    state.content = { ...state.content, revision }
  }
  const modes = Object.fromEntries(BOARDS.map((board) => [board, state.modes.get(board) ?? 'ok']))
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(`${JSON.stringify({ modes, revision: state.content.revision })}\n`)
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString())
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
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
