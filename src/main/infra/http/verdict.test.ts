import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { HttpProblem, parseJson, type Expectation, type HttpProblemCode } from './http.ts'
import { judge } from './verdict.ts'

interface Sent {
  readonly status?: number
  readonly type?: string
  readonly text?: string
  readonly headers?: Record<string, string>
}

const url = new URL('https://board.example/api?key=secret')
function judged(
  accept: Expectation,
  sent: Sent,
  validators: { etag: string | null; lastModified: string | null } | null = null,
) {
  const headers = { ...(sent.type !== undefined && { 'content-type': sent.type }), ...sent.headers }
  const body = Buffer.from(sent.text ?? '')
  return judge({ url, status: sent.status ?? 200, headers, body }, { accept, validators, now: 0 })
}
function problem(accept: Expectation, sent: Sent): HttpProblem {
  try {
    judged(accept, sent)
  } catch (error) {
    if (error instanceof HttpProblem) return error
  }
  throw new Error('the answer was taken')
}

const LOGIN =
  '<!DOCTYPE html><html><head><title>Sign in · Board</title></head><form><input name=p type="password"></form>'
const MOMENT = '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head><body>Enable JavaScript'
const PLAIN = '<html><head><title>We are\n  rebuilding</title></head><body>Back soon</body></html>'
const REAL =
  '<!doctype html><title>Data Engineer</title><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>'

describe('answers that are what was asked for', () => {
  it.each<[string, Expectation, Sent]>([
    ['JSON', 'json', { type: 'application/json', text: '{"a":1}' }],
    ['JSON called HTML', 'json', { type: 'text/html', text: '[{"title":"<html>"}]' }],
    ['nothing', 'json', { status: 204 }],
    ['a feed', 'xml', { type: 'text/html', text: '<?xml version="1.0"?><rss><channel/></rss>' }],
    ['a page with a bot script of the harmless kind', 'html', { type: 'text/html', text: REAL }],
    ['a page with a login form in its corner', 'html', { type: 'text/html', text: `<html>jobs${LOGIN.slice(70)}` }],
    ['anything', 'any', { type: 'image/png', text: 'PNG' }],
  ])('%s', (_name, accept, sent) => {
    expect(judged(accept, sent).text).toBe(sent.text ?? '')
  })
})

describe('answers that are something else', () => {
  it.each<[string, Expectation, Sent, HttpProblemCode]>([
    ['login page for JSON', 'json', { type: 'text/html', text: LOGIN }, 'challenge'],
    ['login page for a feed', 'xml', { type: 'text/html', text: LOGIN }, 'challenge'],
    ['bot check for JSON', 'json', { type: 'text/html', text: MOMENT }, 'challenge'],
    ['bot check for a page', 'html', { type: 'text/html', text: MOMENT }, 'challenge'],
    ['other page for JSON', 'json', { type: 'text/html', text: PLAIN }, 'unreadable'],
    ['other page for a feed', 'xml', { type: 'application/xml', text: PLAIN }, 'unreadable'],
    ['picture for a page', 'html', { type: 'image/png', text: 'PNG' }, 'unreadable'],
    ['JSON for a page', 'html', { type: 'application/json; charset=utf-8', text: '{}' }, 'unreadable'],
    ['401', 'json', { status: 401, text: '{}' }, 'unauthorised'],
    ['403', 'json', { status: 403, text: 'no' }, 'unauthorised'],
    ['403 by bot check header', 'json', { status: 403, headers: { 'cf-mitigated': 'challenge' } }, 'challenge'],
    ['403 by bot check page', 'any', { status: 403, text: MOMENT }, 'challenge'],
    ['503 by bot check page', 'json', { status: 503, text: MOMENT }, 'challenge'],
    ['403 with a captcha', 'html', { status: 403, text: '<html><div class="h-captcha"></div>' }, 'challenge'],
    ['202 by AWS WAF', 'json', { status: 202, text: 'x', headers: { 'x-amzn-waf-action': 'challenge' } }, 'challenge'],
    ['404', 'json', { status: 404 }, 'not_found'],
    ['410', 'json', { status: 410 }, 'not_found'],
    ['408', 'json', { status: 408 }, 'timeout'],
    ['429', 'json', { status: 429 }, 'rate_limited'],
    ['999', 'html', { status: 999, type: 'text/html', text: PLAIN }, 'unauthorised'],
    ['400', 'json', { status: 400 }, 'server_error'],
    ['500', 'json', { status: 500 }, 'server_error'],
    ['300 without a word', 'json', { status: 300 }, 'redirect'],
    ['304 that nobody asked for', 'json', { status: 304 }, 'redirect'],
  ])('%s', (_name, accept, sent, code) => {
    expect(problem(accept, sent)).toMatchObject({ code, status: sent.status ?? 200 })
  })

  it('says what came instead, and nothing of the query', () => {
    const { message } = problem('json', { type: 'text/html', text: PLAIN })
    expect(message).toBe('board.example sent a web page (“We are rebuilding”) instead of JSON')
  })
})

describe('the beginning of a refusal', () => {
  const refused = (text: string) => problem('json', { status: 429, text })

  it('is kept on one line and bounded, for code to tell refusals apart', () => {
    expect(refused('{"message":\n  "You have exceeded the MONTHLY quota"}').excerpt).toBe(
      '{"message": "You have exceeded the MONTHLY quota"}',
    )
    expect(refused('x'.repeat(60_000)).excerpt).toHaveLength(500)
    expect(refused(' \n ').excerpt).toBeNull()
    expect(problem('json', { type: 'text/html', text: PLAIN }).excerpt).toBeNull()
  })

  it('is in nothing that a log, a message or a client would get of the error', () => {
    const error = refused('{"key":"s3cret"}')
    const own = Object.entries(Object.getOwnPropertyDescriptors(error)).map(
      ([name, { value }]) => `${name}: ${String(value)}`,
    )
    const inherited: string[] = []
    for (const name in error) inherited.push(name)
    expect([inspect(error), JSON.stringify(error), error.message, ...own, ...inherited].join()).not.toMatch(
      /s3cret|excerpt/,
    )
  })
})

describe('conditional answers', () => {
  it('keeps the validators that a 304 does not repeat', () => {
    const sent = { etag: '"1"', lastModified: 'Mon, 02 Mar 2026 09:00:00 GMT' }
    expect(judged('json', { status: 304, headers: { etag: '"2"' } }, sent)).toMatchObject({
      notModified: true,
      text: '',
      validators: { etag: '"2"', lastModified: sent.lastModified },
    })
  })
})

describe('parseJson', () => {
  const parse = (text: string): unknown => parseJson({ text, url: url.href, status: 200 })
  it('reads JSON', () => {
    expect(parse(' {"a":[1,null]} ')).toEqual({ a: [1, null] })
  })
  it.each([
    ['', 'board.example sent an empty answer instead of JSON'],
    ['{"token":"s3cret"', 'board.example sent something that is not valid JSON'],
    ['{"token":s3cret}', 'board.example sent something that is not valid JSON'],
    ["{'a':1}", 'board.example sent something that is not valid JSON'],
  ])('codes %s as unreadable without quoting it', (text, message) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable', message }))
  })
})
