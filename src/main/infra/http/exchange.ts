import type { Agent as HttpAgent } from 'node:http'
import type { Agent as HttpsAgent } from 'node:https'
import type { LookupFunction } from 'node:net'
import { Writable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Got, Request } from 'got'
import { HttpProblem } from './http.ts'
import { networkProblem } from './network-problem.ts'
import type { Hop } from './redirects.ts'
import type { Answer } from './verdict.ts'

/** Of an answer that is not a success only the beginning is read: enough to recognise a bot check. */
const REFUSAL_BYTES = 65_536
/** Nobody compresses more than twice, except to make the reader work. */
const MAX_CODINGS = 2

const ACCEPTED_CODINGS = 'gzip, br'

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  br: () => createBrotliDecompress(),
  deflate: () => createInflate(),
}

export interface Agents {
  readonly http: HttpAgent
  readonly https: HttpsAgent
}

export interface Exchange {
  /** handed in, because whoever runs this decides when to load it */
  readonly got: Got
  readonly hop: Hop
  readonly lookup: LookupFunction
  readonly agents: Agents
  readonly maxBytes: number
  readonly signal: AbortSignal
  readonly onBytes: (bytes: number) => void
}

/** Sends one request and reads its answer: no redirect, no retry, no judgement of the status. The body is counted as it is
 *  decompressed, and the socket is dropped as soon as it is too much. Throws 'too_large', 'unreadable' (broken compression) or what
 *  {@link networkProblem} makes of the socket's fault; an abort throws the signal's reason. */
export async function exchange(options: Exchange): Promise<Answer> {
  const { hop, signal } = options
  signal.throwIfAborted()
  const stream = options.got.stream(hop.url, {
    method: hop.method,
    headers: { ...hop.headers, 'accept-encoding': ACCEPTED_CODINGS },
    ...(hop.method === 'POST' && { body: hop.body ?? '' }),
    agent: options.agents,
    dnsLookup: options.lookup,
    signal,
    decompress: false,
    followRedirect: false,
    throwHttpErrors: false,
    retry: { limit: 0 },
  })
  try {
    return await read(stream, options)
  } catch (error) {
    signal.throwIfAborted()
    throw networkProblem(error, hop.url.host)
  } finally {
    stream.destroy()
  }
}

async function read(stream: Request, options: Exchange): Promise<Answer> {
  const { url } = options.hop
  const { status, headers } = await firstAnswer(stream)
  const isSuccess = status >= 200 && status < 300
  const limit = isSuccess ? options.maxBytes : Math.min(REFUSAL_BYTES, options.maxBytes)
  if (isSuccess && Number(headers['content-length'] ?? 0) > limit) throw tooLarge(url, limit)
  if (status === 204 || status === 304) return { url, status, headers, body: Buffer.alloc(0) }

  const chunks: Buffer[] = []
  let size = 0
  const enough = new Error('enough of the body was read')
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      options.onBytes(chunk.length)
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      if (size <= limit) done()
      else done(isSuccess ? tooLarge(url, limit) : enough)
    },
  })
  await pipeline([stream, ...decodersFor(headers['content-encoding'], url), sink]).catch((error: unknown) => {
    if (error !== enough) throw error
  })
  return { url, status, headers, body: Buffer.concat(chunks) }
}

/** The head of the answer. */
export function firstAnswer(stream: Request): Promise<Pick<Answer, 'status' | 'headers'>> {
  return new Promise((resolve, reject) => {
    // Stays for the stream's whole life, so that a fault after the answer's head is never unheard.
    stream.on('error', reject)
    stream.once('response', (response) => {
      const headers: Record<string, string> = {}
      for (const [name, value] of Object.entries<string | string[] | undefined>(response.headers)) {
        if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
      }
      resolve({ status: response.statusCode, headers })
    })
  })
}

/** What undoes the compression that the answer names. Throws 'unreadable' for one that is unknown or piled up. */
export function decodersFor(contentEncoding: string | undefined, url: URL): Transform[] {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
  if (codings.length > MAX_CODINGS)
    throw new HttpProblem('unreadable', `${url.host} compressed its answer over and over`)
  return codings.toReversed().map((coding) => {
    const create = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined
    if (!create) throw new HttpProblem('unreadable', `${url.host} compressed its answer in an unknown way`)
    return create()
  })
}

function tooLarge(url: URL, limit: number): HttpProblem {
  return new HttpProblem('too_large', `${url.host} sent more than ${(limit / 1_000_000).toLocaleString('en')} MB`)
}
