import type { LookupFunction } from 'node:net'
import { Transform, type Readable } from 'node:stream'
import type { Got } from 'got'
import { decodersFor, firstAnswer, type Agents } from './exchange.ts'
import { HttpProblem, type HttpStreamAnswer, type HttpStreamRequest } from './http.ts'
import { networkProblem } from './network-problem.ts'
import type { Hop } from './redirects.ts'

export interface OpenStream {
  readonly got: Got
  readonly hop: Hop
  readonly lookup: LookupFunction
  readonly agents: Agents
  readonly request: Pick<HttpStreamRequest, 'headTimeoutMs' | 'idleTimeoutMs' | 'timeoutMs' | 'maxBytes'>
  readonly signal: AbortSignal
  readonly onBytes: (bytes: number) => void
  /** Once, however it ends. */
  readonly onEnd: () => void
}

/** Sends one request and resolves with the head of its answer, whatever its status; the body is handed over while it comes. No redirect
 *  is followed and nothing is retried. Both the promise and the body fail with an HttpProblem: 'timeout', 'too_large', 'network',
 *  'unreadable'; an abort fails with the signal's reason. */
export async function openStream(options: OpenStream): Promise<HttpStreamAnswer> {
  const { hop, signal, request } = options
  const { host } = hop.url
  const gate = new AbortController()
  const onAbort = (): void => gate.abort(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  if (signal.aborted) onAbort()
  const late = (words: string) => () => gate.abort(new HttpProblem('timeout', `${host} ${words}`))
  const whole = setTimeout(late('took too long for its whole answer'), request.timeoutMs)
  let idle = setTimeout(late('did not answer in time'), request.headTimeoutMs)
  const end = (): void => {
    clearTimeout(whole)
    clearTimeout(idle)
    signal.removeEventListener('abort', onAbort)
    options.onEnd()
  }
  const stream = options.got.stream(hop.url, {
    method: hop.method,
    headers: { ...hop.headers, 'accept-encoding': 'gzip, br' },
    ...(hop.method === 'POST' && { body: hop.body ?? '' }),
    agent: options.agents,
    dnsLookup: options.lookup,
    signal: gate.signal,
    decompress: false,
    followRedirect: false,
    throwHttpErrors: false,
    retry: { limit: 0 },
  })
  const problemOf = (error: unknown): Error => {
    if (gate.signal.aborted) return gate.signal.reason as Error
    return networkProblem(error, host)
  }
  try {
    const { status, headers } = await firstAnswer(stream)
    let bytes = 0
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        clearTimeout(idle)
        idle = setTimeout(late('fell silent in the middle of its answer'), request.idleTimeoutMs)
        bytes += chunk.length
        options.onBytes(chunk.length)
        done(bytes > request.maxBytes ? new HttpProblem('too_large', `${host} sends too much`) : null, chunk)
      },
    })
    clearTimeout(idle)
    idle = setTimeout(late('fell silent in the middle of its answer'), request.idleTimeoutMs)
    const body = joined([stream, ...decodersFor(headers['content-encoding'], hop.url), counted], problemOf)
    body.once('close', () => {
      end()
      stream.destroy()
    })
    return { status, headers, url: hop.url.href, body }
  } catch (error) {
    end()
    stream.destroy()
    throw problemOf(error)
  }
}

/** The last of the streams, fed by those before it; what breaks in one of them breaks it, in the words of `problemOf`. */
function joined(streams: readonly [Readable, ...Transform[]], problemOf: (error: unknown) => Error): Readable {
  const last = streams.at(-1) ?? streams[0]
  const fail = (error: unknown): void => {
    if (!last.destroyed) last.destroy(error instanceof HttpProblem ? error : problemOf(error))
  }
  let from: Readable = streams[0]
  for (const next of streams.slice(1)) {
    if (!isTransform(next)) continue
    from.on('error', fail)
    // A connection that closes before its end does not always say so as an error.
    from.on('close', () => {
      if (!next.writableEnded) fail(new Error('the connection closed'))
    })
    from = from.pipe(next)
  }
  return last
}

function isTransform(stream: Readable): stream is Transform {
  return stream instanceof Transform
}
