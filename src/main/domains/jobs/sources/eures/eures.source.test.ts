import { expect, test } from 'vitest'
import { answeringContext } from '../../../../../../tests/support/answering-context.ts'
import { NO_WISHES } from '../../../../../../tests/support/read-source.ts'
import { eures } from './eures.source.ts'

const NOW = Date.UTC(2026, 10, 24, 8)
const plan = { ...NO_WISHES, roles: ['Data Engineer'] }
const full = JSON.stringify({ jvs: Array.from({ length: 50 }, (_, id) => ({ id, title: 'Data Engineer' })) })

test('a refusal beyond the last page is the end', async () => {
  const { context, asked } = answeringContext((_, index) => (index === 0 ? full : 400), { plan })
  const first = await eures.fetchPage(context, null)
  expect(first.items).toHaveLength(50)
  expect(await eures.fetchPage(context, first.nextCursor)).toEqual({ items: [], nextCursor: null, problem: null })
  expect(asked.map(({ maxRetries }) => maxRetries)).toEqual([0, 0])
})

test('a refusal of the first page is a fault', async () => {
  const { context } = answeringContext(() => 400, { plan })
  await expect(eures.fetchPage(context, null)).rejects.toMatchObject({ code: 'server_error', status: 400 })
})

test.each([500, 307])('status %s is its way of asking for a pause', async (status) => {
  const { context } = answeringContext(() => status, { plan, now: NOW })
  const refused = { code: 'rate_limited', status, retryAt: NOW + 15 * 60_000 }
  await expect(eures.fetchPage(context, null)).rejects.toMatchObject(refused)
})

test('a gateway that fails is a fault', async () => {
  const { context } = answeringContext(() => 503, { plan })
  await expect(eures.fetchPage(context, null)).rejects.toMatchObject({ code: 'server_error', status: 503 })
})
