import Anthropic from '@anthropic-ai/sdk'
import { expect, test } from 'vitest'
import { anthropic } from './anthropic.provider.ts'

test('the version that is asked for is the one that the SDK reads', async () => {
  const versions: (string | null)[] = []
  const answer: typeof fetch = (_input, init) => {
    versions.push(new Headers(init?.headers).get('anthropic-version'))
    return Promise.resolve(Response.json({ data: [], has_more: false, first_id: null, last_id: null }))
  }
  await new Anthropic({ apiKey: 'none', baseURL: 'http://127.0.0.1:9', fetch: answer }).models.list()
  expect(versions).toEqual([anthropic.headersFor(null)['anthropic-version']])
})
