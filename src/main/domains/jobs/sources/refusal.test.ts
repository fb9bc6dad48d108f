import { expect, test } from 'vitest'
import { parsePayload } from './parse-payload.ts'
import { findSourceNamed } from './registry.ts'

const MONTH =
  '{"message":"You have exceeded the MONTHLY quota for Requests on your current plan, BASIC. Upgrade your plan at https://rapidapi.com"}'

const outcomeOf = (name: string, status: number, text: string) => {
  const source = findSourceNamed(name)
  if (source === undefined) throw new Error(`no source ${name}`)
  const body = new TextEncoder().encode(text)
  return parsePayload(source, { body, status, url: 'https://api.example/', context: {}, now: 0 })
}

test.each([
  ['jsearch', 429, MONTH, 'quota_used'],
  ['jsearch', 403, MONTH, 'quota_used'],
  ['jsearch', 200, MONTH, 'quota_used'],
  ['jsearch', 429, '{"message":"Too many requests"}', 'rate_limited'],
  ['jsearch', 403, '{"message":"You are not subscribed to this API."}', 'unauthorised'],
  ['adzuna', 400, '{"exception":"AUTH_FAIL","display":"Authorisation failed"}', 'unauthorised'],
  ['firecrawl', 402, '{"success":false,"error":"Insufficient credits to perform this request."}', 'quota_used'],
  ['eures', 500, '{"status":500,"error":"Internal Server Error"}', 'rate_limited'],
])(
  'a refusal of %s with status %i, %s, is a block with the source’s own meaning: %s',
  async (name, status, body, code) => {
    expect(await outcomeOf(name, status, body)).toMatchObject({ status: 'blocked', code, items: [] })
  },
)

test.each([
  ['jsearch', 500, MONTH, 'server_error'],
  ['firecrawl', 403, '{"error":"This website is no longer supported, please reach out to help."}', 'unreadable'],
  ['firecrawl', 200, '{"success":true,"data":{"json":{"jobs":[]},"metadata":{"statusCode":402}}}', 'unreadable'],
  ['eures', 503, '', 'server_error'],
])('an answer of %s with status %i, %s, is a fault: %s', async (name, status, body, code) => {
  expect(await outcomeOf(name, status, body)).toMatchObject({ status: 'error', code })
})
