import { describe, expect, test } from 'vitest'
import { HttpProblem, type HttpProblemCode } from '#main/infra/http/http.ts'
import { answeringContext } from '../../../../../../tests/support/answering-context.ts'
import { reasonsIn } from '../../../../../../tests/support/read-source.ts'
import { rejected } from '../parts/item.ts'
import { readDetails } from './read-details.ts'

const wanted = (count: number) => Array.from({ length: count }, (_, index) => index)

function read(count: number, codes: (index: number) => HttpProblemCode | null, budget = Infinity) {
  const { context } = answeringContext(() => '', { budget })
  return readDetails(context, {
    wanted: wanted(count),
    idOf: String,
    read: async (index) => {
      await context.get({ url: String(index), accept: 'json' })
      const code = codes(index)
      if (code !== null) throw new HttpProblem(code, `problem ${code}`)
      return rejected('old', 'read')
    },
    gone: ['not_found'],
  })
}

describe('postings that are read one by one', () => {
  test('are rejected one by one when they are gone, too large or cannot be read', async () => {
    const codes = ['not_found', 'too_large', 'unreadable', null] as const
    const { items, left } = await read(4, (index) => codes[index] ?? null)
    expect(reasonsIn(items)).toEqual({ closed: 1, too_large: 1, bad_shape: 1, old: 1 })
    expect(left).toEqual([])
  })

  test.each(['rate_limited', 'server_error', 'challenge', 'unauthorised', 'timeout'] as const)(
    'end with what is wrong with the host: %s',
    async (code) => {
      await expect(read(3, () => code)).rejects.toMatchObject({ code })
    },
  )

  test('are a few that are gone, or a host that has none of its own list', async () => {
    expect(reasonsIn((await read(4, () => 'not_found')).items)).toEqual({ closed: 4 })
    await expect(read(5, () => 'not_found')).rejects.toMatchObject({ code: 'not_found' })
    expect(reasonsIn((await read(9, (index) => (index === 8 ? null : 'not_found'))).items)).toEqual({
      closed: 8,
      old: 1,
    })
  })

  test('are read as far as the requests go', async () => {
    const { items, left } = await read(5, () => null, 3)
    expect([items.length, left]).toEqual([3, [3, 4]])
  })

  test('pass on a fault that is none of the host’s', async () => {
    const { context } = answeringContext(() => '')
    const broken = () => Promise.reject(new TypeError('a bug'))
    await expect(readDetails(context, { wanted: [1], idOf: String, read: broken, gone: [] })).rejects.toThrow(TypeError)
  })
})
