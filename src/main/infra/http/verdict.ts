import { isBotCheck, looksLikeHtml, titleOf, wantsAPerson, type Page } from './challenge.ts'
import { decodeText } from './charset.ts'
import { HttpProblem, type Expectation, type HttpProblemCode, type HttpResponse, type Validators } from './http.ts'
import { parseRetryAfter } from './retry.ts'

/** What came over the wire: the headers, and the body after decompression (for a refusal, its beginning). */
export interface Answer {
  readonly url: URL
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface VerdictContext {
  readonly accept: Expectation
  /** what was sent along to make the request conditional; null for a plain request */
  readonly validators: Validators | null
  readonly now: number
}

/** Of a file so much is looked at, to tell a bot check. */
const PAGE_START_BYTES = 65_536

/** Turns an answer into a response, or throws the {@link HttpProblem} that says why it is none: the status, a bot check, or a body
 *  that is something else than was asked for. Redirects are the caller's. Pure. */
export function judge(answer: Answer, context: VerdictContext): HttpResponse {
  const { status, headers } = answer
  const validators: Validators = { etag: headers['etag'] ?? null, lastModified: headers['last-modified'] ?? null }
  const base = { status, url: answer.url.href, headers }
  if (status === 304 && context.validators !== null) {
    return {
      ...base,
      text: '',
      file: null,
      bytes: 0,
      notModified: true,
      validators: mergeValidators(validators, context.validators),
    }
  }
  const isFile = context.accept === 'file'
  const readable = isFile ? answer.body.subarray(0, PAGE_START_BYTES) : answer.body
  const page: Page = { status, headers, text: decodeText(readable, headers['content-type']) }
  if (status < 200 || status > 299) throw refusalProblem(answer.url.host, page, context.now)
  checkExpectation(answer.url.host, page, context.accept)
  return {
    ...base,
    text: isFile ? '' : page.text,
    file: isFile ? answer.body : null,
    bytes: answer.body.byteLength,
    notModified: false,
    validators,
  }
}

/** A 304 need not repeat what it confirms. */
function mergeValidators(fresh: Validators, sent: Validators): Validators {
  return { etag: fresh.etag ?? sent.etag, lastModified: fresh.lastModified ?? sent.lastModified }
}

const STATUS_CODES: Readonly<Record<number, HttpProblemCode>> = {
  401: 'unauthorised',
  402: 'unauthorised',
  403: 'unauthorised',
  404: 'not_found',
  407: 'unauthorised',
  408: 'timeout',
  410: 'not_found',
  429: 'rate_limited',
  451: 'unauthorised',
  // LinkedIn's own: "request denied".
  999: 'unauthorised',
}

const WORDS: Readonly<Partial<Record<HttpProblemCode, string>>> = {
  unauthorised: 'refuses access',
  not_found: 'has nothing at this address',
  timeout: 'gave up waiting for the request',
  rate_limited: 'asks for fewer requests',
  redirect: 'redirects without saying where',
}

/** Enough for the codes and sentences by which services say why. Characters. */
const EXCERPT_CHARS = 500

function refusalProblem(host: string, page: Page, now: number): HttpProblem {
  const { status } = page
  const retryAt = parseRetryAfter(page.headers['retry-after'], now)
  if (isBotCheck(page)) {
    return new HttpProblem('challenge', `${host} wants to see a person: it answered with a bot check`, {
      status,
      retryAt,
    })
  }
  const code = STATUS_CODES[status] ?? (status < 400 ? 'redirect' : 'server_error')
  const words = WORDS[code] ?? (status < 500 ? 'did not accept the request' : 'has a fault of its own')
  return new HttpProblem(code, `${host} ${words} (status ${status})`, {
    status,
    retryAt,
    excerpt: excerptOf(page.text),
  })
}

function excerptOf(text: string): string | null {
  const line = text
    .slice(0, 4 * EXCERPT_CHARS)
    .replace(/\s+/g, ' ')
    .trim()
  return line === '' ? null : line.slice(0, EXCERPT_CHARS)
}

function checkExpectation(host: string, page: Page, accept: Expectation): void {
  const { status } = page
  if (accept === 'any' || page.text.trim() === '') return
  if (isBotCheck(page)) {
    throw new HttpProblem('challenge', `${host} wants to see a person: it answered with a bot check`, { status })
  }
  if (accept === 'file') return
  if (accept === 'html') {
    const kind = foreignKind(page)
    if (kind !== null) throw new HttpProblem('unreadable', `${host} sent ${kind} instead of a page`, { status })
    return
  }
  if (!looksLikeHtml(page.text)) return
  const wanted = accept === 'json' ? 'JSON' : 'XML'
  const title = titleOf(page.text)
  const named = title === '' ? 'a web page' : `a web page (“${title}”)`
  const code = wantsAPerson(page) ? 'challenge' : 'unreadable'
  throw new HttpProblem(code, `${host} sent ${named} instead of ${wanted}`, { status })
}

/** What a body is that is certainly no page, by its Content-Type. */
function foreignKind(page: Page): string | null {
  const type = page.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (looksLikeHtml(page.text) || type === '') return null
  if (/^(image|audio|video|font)\//.test(type)) return type
  return /^application\/(json|pdf|zip|octet-stream|vnd\.)/.test(type) ? type : null
}
