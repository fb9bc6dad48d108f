import { describe, expect, test } from 'vitest'
import { answeringContext } from '../../../../../../tests/support/answering-context.ts'
import { NO_WISHES, reasonsIn } from '../../../../../../tests/support/read-source.ts'
import type { SourceContext, SourceRequest } from '../source.ts'
import { nav } from './nav.source.ts'

const plan = { ...NO_WISHES, roles: ['Data Engineer'] }
const BASE = 'https://service.example'
const tokenNumber = (index: number): string => `The token:\neyJhbGciOiJub25lIn0.e30.number${index}`

const feed = (ids: readonly string[], next: string | null = null): string =>
  JSON.stringify({
    items: ids.map((uuid) => ({ _feed_entry: { uuid, status: 'ACTIVE', title: 'Data Engineer' } })),
    next_url: next,
  })
const ad = JSON.stringify({ ad_content: { title: 'Data Engineer', description: 'Text' } })

/** Answers by path; every token is another one. */
function navWith(answers: Readonly<Record<string, string | number>>, given: { budget?: number } = {}) {
  let tokens = 0
  return answeringContext(
    ({ url }) => {
      const path = url.slice(BASE.length)
      if (path === '/api/publicToken') return tokenNumber((tokens += 1))
      return answers[path] ?? (path.startsWith('/api/v1/feedentry/') ? ad : 404)
    },
    { plan, ...given },
  )
}

async function readAll(context: SourceContext) {
  const pages = []
  let cursor: string | null = null
  do {
    const page = await nav.fetchPage(context, cursor)
    pages.push(page)
    cursor = page.nextCursor
  } while (cursor !== null && pages.length < 20)
  return pages
}

const bearer = ({ headers }: SourceRequest): string | undefined => headers?.['authorization']?.split('.').at(-1)

describe('the token', () => {
  test('is asked for once a run', async () => {
    const { context, asked } = navWith({ '/api/v1/feed': feed(['1', '2']) })
    await readAll(context)
    expect(asked.filter(({ url }) => url.endsWith('publicToken'))).toHaveLength(1)
    expect(asked.map(bearer)).toEqual([undefined, 'number1', 'number1', 'number1'])
  })

  test('that is no longer taken is asked for once more', async () => {
    let isExpired = true
    const { context, asked } = answeringContext(
      ({ url, headers }, index) => {
        if (url.endsWith('publicToken')) return tokenNumber(index)
        if (!url.includes('feedentry')) return feed(['1', '2'])
        if (headers?.['authorization']?.endsWith('number0') === true && isExpired) {
          isExpired = false
          return 401
        }
        return ad
      },
      { plan },
    )
    const [page] = await readAll(context)
    expect(reasonsIn(page?.items ?? [])).toEqual({ ok: 2 })
    expect(asked.map(bearer)).toEqual([undefined, 'number0', 'number0', undefined, 'number3', 'number3'])
  })

  test('that is refused when it is new ends the source', async () => {
    const { context, asked } = navWith({ '/api/v1/feed': 401 })
    await expect(readAll(context)).rejects.toMatchObject({ code: 'unauthorised' })
    expect(asked).toHaveLength(2)
  })

  test('that is none is no answer of NAV’s', async () => {
    const { context } = answeringContext(() => 'Sorry, no token today', { plan })
    await expect(readAll(context)).rejects.toMatchObject({ code: 'unreadable' })
  })
})

describe('the feed', () => {
  test.each([
    ['a path', '/api/v1/feed/2'],
    ['an address', `${BASE}/api/v1/feed/2`],
    ['a name beside it', 'feed/2'],
  ])('goes on at %s', async (_, next) => {
    const { context } = navWith({ '/api/v1/feed': feed(['1'], next), '/api/v1/feed/2': feed(['2']) })
    const pages = await readAll(context)
    expect(pages.map(({ nextCursor }) => nextCursor)).toEqual(['0 /api/v1/feed/2', null])
    expect(reasonsIn(pages.flatMap(({ items }) => items))).toEqual({ ok: 2 })
  })

  test.each(['https://elsewhere.example/api/v1/feed/2', '//elsewhere.example/2', 'http://service.example/2'])(
    'does not go on at another host: %s',
    async (next) => {
      const { context, asked } = navWith({ '/api/v1/feed': feed(['1'], next) })
      await expect(readAll(context)).rejects.toMatchObject({ code: 'address_refused' })
      expect(asked.every(({ url }) => url.startsWith(`${BASE}/`))).toBe(true)
    },
  )

  test('that leads back to where it was ends', async () => {
    const { context } = navWith({
      '/api/v1/feed': feed(['1'], '/api/v1/feed/2'),
      '/api/v1/feed/2': feed(['2'], '/api/v1/feed/3'),
      '/api/v1/feed/3': feed(['3'], '/api/v1/feed/2'),
    })
    expect(await readAll(context)).toHaveLength(3)
  })

  test('that ends on itself ends', async () => {
    const { context } = navWith({
      '/api/v1/feed': feed(['1'], '/api/v1/feed/2'),
      '/api/v1/feed/2': feed(['2'], '/api/v1/feed/2'),
    })
    expect(await readAll(context)).toHaveLength(2)
  })

  test.each([304, 404])('has nothing newer: status %s', async (status) => {
    const { context } = navWith({ '/api/v1/feed': status })
    expect(await readAll(context)).toEqual([{ items: [], stored: [], nextCursor: null, problem: null }])
  })

  test('whose next page is gone is a fault', async () => {
    const { context } = navWith({ '/api/v1/feed': feed(['1'], '/api/v1/feed/2') })
    await expect(readAll(context)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('is read in parts of 25 ads, each page of it once', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => String(index))
    const { context, asked } = navWith({ '/api/v1/feed': feed(ids) })
    const pages = await readAll(context)
    expect(pages.map(({ items, nextCursor }) => [items.length, nextCursor])).toEqual([
      [25, '25 '],
      [25, '50 '],
      [10, null],
    ])
    expect(asked.filter(({ url }) => url === `${BASE}/api/v1/feed`)).toHaveLength(1)
  })

  test('is taken up where the requests of a run ended', async () => {
    const { context } = navWith({ '/api/v1/feed': feed(['1', '2', '3']) }, { budget: 4 })
    const page = await nav.fetchPage(context, null)
    expect([page.items.length, page.nextCursor]).toEqual([2, '0 '])
  })

  test('has ads that are over before they are read', async () => {
    const over = JSON.stringify({ uuid: '2', status: 'INACTIVE', ad_content: null })
    const { context } = navWith({
      '/api/v1/feed': feed(['1', '2', '3']),
      '/api/v1/feedentry/1': 404,
      '/api/v1/feedentry/2': over,
    })
    const [page] = await readAll(context)
    expect(reasonsIn(page?.items ?? [])).toEqual({ ok: 1, closed: 2 })
  })
})
