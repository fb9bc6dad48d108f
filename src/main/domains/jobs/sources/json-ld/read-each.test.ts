import { describe, expect, test } from 'vitest'
import { HttpProblem, type HttpProblemCode } from '#main/infra/http/http.ts'
import { rejected } from '../parts/item.ts'
import { readEach } from './read-each.ts'

/** Reads pages that answer as listed; 'ok' stands for a posting's page. */
const read = async (answers: readonly (HttpProblemCode | 'ok')[], allowed = Infinity) => {
  let asked = 0
  const pages = answers.map((answer, index) => ({ url: `https://x.example/jobs/${index}`, answer }))
  const { items, problem } = await readEach(pages, {
    isAllowed: () => asked < allowed,
    read: ({ answer }) => {
      asked += 1
      return answer === 'ok'
        ? Promise.resolve([rejected('old', 'read')])
        : Promise.reject(new HttpProblem(answer, `x.example: ${answer}`))
    },
  })
  return { asked, reasons: items.map((item) => (item.ok ? 'ok' : item.reason)), problem: problem?.code ?? null }
}

describe('pages of single postings', () => {
  test('that are gone or broken are rejected, and the next one is read', async () => {
    expect(
      await read(['ok', 'not_found', 'ok', 'unreadable', 'too_large', 'ok', 'server_error', 'unauthorised']),
    ).toEqual({
      asked: 8,
      reasons: ['old', 'closed', 'old', 'bad_shape', 'too_large', 'old', 'bad_shape', 'closed'],
      problem: null,
    })
  })

  test.each(['rate_limited', 'challenge', 'breaker_open', 'network'] as const)(
    'end with a host that answers %s; what was read is kept',
    async (code) => {
      expect(await read(['ok', code, 'ok'])).toEqual({ asked: 2, reasons: ['old'], problem: code })
    },
  )

  test('end when three in a row fail: then it is the host', async () => {
    expect(await read(['unauthorised', 'timeout', 'server_error', 'ok'])).toEqual({
      asked: 3,
      reasons: ['closed', 'bad_shape'],
      problem: 'server_error',
    })
  })

  test('are not begun beyond the requests of a run', async () => {
    expect(await read(['ok', 'ok', 'ok'], 2)).toEqual({ asked: 2, reasons: ['old', 'old'], problem: null })
  })

  test('pass on that the run was cancelled, and what nobody expected', async () => {
    await expect(read(['ok', 'cancelled'])).rejects.toMatchObject({ code: 'cancelled' })
    const broken = readEach([{ url: 'x' }], {
      isAllowed: () => true,
      read: () => Promise.reject(new TypeError('fault')),
    })
    await expect(broken).rejects.toBeInstanceOf(TypeError)
  })
})
