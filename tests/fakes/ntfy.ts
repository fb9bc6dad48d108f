import { type Answer, type Received, type Receiver, type ReceiverOptions, startReceiver } from './receiver.ts'

export interface FakeNtfyOptions extends ReceiverOptions {
  /** The topic is protected by this token. */
  readonly token?: string
}

/** An ntfy server: JSON at its root. Shapes: ntfy, "Publish as JSON" and its error codes. */
export function startFakeNtfy(options: FakeNtfyOptions = {}): Promise<Receiver> {
  return startReceiver((message, mode) => {
    if (mode === 'refuse_key' || isStranger(message, options.token)) return error(401, 40101, 'unauthorized')
    if (mode === 'too_many') return error(429, 42901, 'limit reached: too many requests')
    return mode === 'ok' || mode === 'late' ? published(message) : null
  }, options)
}

function isStranger({ headers }: Received, token: string | undefined): boolean {
  return token !== undefined && headers['authorization'] !== `Bearer ${token}`
}

function published({ path, body }: Received): Answer {
  const said = readJson(body)
  if (path !== '/') return error(404, 40401, 'page not found')
  if (said === null || typeof said['topic'] !== 'string')
    return error(400, 40024, 'invalid request: request body must be valid JSON')
  return { status: 200, json: { id: 'sPs71M8A2T', time: 1_740_000_000, event: 'message', ...said } }
}

function error(http: number, code: number, text: string): Answer {
  return { status: http, json: { code, http, error: text, link: 'https://ntfy.sh/docs/publish/' } }
}

function readJson(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
