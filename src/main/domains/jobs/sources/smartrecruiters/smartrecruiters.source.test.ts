import { describe, expect, test } from 'vitest'
import { HttpProblem, type HttpProblemCode } from '#main/infra/http/http.ts'
import { offlineContext } from '../../../../../../tests/support/offline-context.ts'
import type { SourceContext } from '../source.ts'
import { smartrecruiters } from './smartrecruiters.source.ts'

const posting = (id: string) => ({
  id,
  name: `Data Engineer ${id}`,
  company: { identifier: 'X' },
  releasedDate: '2026-11-02T09:00:00Z',
})

interface Board {
  readonly ids: readonly string[]
  /** What happens in place of a posting's text. */
  readonly faults?: Readonly<Record<string, HttpProblemCode | 'no JSON' | '[]'>>
  readonly requests?: number
  readonly total?: number
}

/** A context with one board, and what was asked of it. */
function contextOf({ ids, faults = {}, requests = Infinity, total = ids.length }: Board) {
  const asked: string[] = []
  const offline = offlineContext(0)
  const context: SourceContext = {
    ...offline,
    base: () => 'https://api.example',
    plan: { ...offline.plan, employers: [{ kind: 'smartrecruiters', slug: 'X', variant: null, name: 'X AG' }] },
    requestsLeft: () => requests - asked.length,
    get: ({ url }) => {
      const { pathname, searchParams } = new URL(url)
      if (asked.length >= requests) return Promise.reject(new HttpProblem('quota_used', 'no more'))
      const id = pathname.split('/postings/')[1]
      asked.push(id ?? `list ${searchParams.get('offset')}`)
      const fault = id === undefined ? undefined : faults[id]
      if (fault === 'no JSON' || fault === '[]') return Promise.resolve({ url, text: fault, isNotModified: false })
      if (fault !== undefined) return Promise.reject(new HttpProblem(fault, 'so it is'))
      const offset = Number(searchParams.get('offset'))
      const answer =
        id === undefined ? { totalFound: total, content: ids.slice(offset, offset + 100).map(posting) } : posting(id)
      return Promise.resolve({ url, text: JSON.stringify(answer), isNotModified: false })
    },
  }
  return { context, asked }
}

const outcomes = async (board: Board) => {
  const page = await smartrecruiters.fetchPage(contextOf(board).context, null)
  return page.items.map((item) => (item.ok ? item.posting.sourcePostingId : item.reason))
}

describe('the text of a posting', () => {
  test.each([
    ['gone', 'not_found', 'closed'],
    ['refused', 'unauthorised', 'closed'],
    ['no JSON', 'no JSON', 'bad_shape'],
    ['an empty list', '[]', 'bad_shape'],
    ['without end', 'too_large', 'too_large'],
  ] as const)('that is %s costs only that posting', async (_, fault, reason) => {
    expect(await outcomes({ ids: ['1', '2', '3'], faults: { '2': fault } })).toEqual(['1', reason, '3'])
  })

  test.each(['server_error', 'timeout'] as const)(
    'that fails with %s ends this board, and what it had is read again later',
    async (code) => {
      const page = await smartrecruiters.fetchPage(contextOf({ ids: ['1', '2'], faults: { '2': code } }).context, null)
      expect(page).toMatchObject({ items: [], problem: { code }, board: { slug: 'X', state: 'failing' } })
      expect(page.fullList).toBeUndefined()
    },
  )

  test.each(['rate_limited', 'challenge', 'network'] as const)('that fails with %s ends the source', async (code) => {
    await expect(outcomes({ ids: ['1', '2'], faults: { '2': code } })).rejects.toMatchObject({ code })
  })

  test('that is refused for every posting is a matter of the board, not of the postings', async () => {
    const refused = { ids: ['1', '2'], faults: { '1': 'unauthorised', '2': 'unauthorised' } } as const
    const page = await smartrecruiters.fetchPage(contextOf(refused).context, null)
    expect(page).toMatchObject({ items: [], problem: { code: 'unauthorised' }, board: { state: 'failing' } })
  })
})

describe('the list', () => {
  const ids = Array.from({ length: 130 }, (_, index) => String(1000 + index))

  test('is gone through once, in portions of 25 texts', async () => {
    const { context, asked } = contextOf({ ids })
    let cursor: string | null = null
    const sizes: number[] = []
    do {
      const page = await smartrecruiters.fetchPage(context, cursor)
      sizes.push(page.items.length)
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(sizes).toEqual([25, 25, 25, 25, 25, 5])
    expect(asked.filter((what) => what.startsWith('list'))).toEqual(['list 0', 'list 100'])
    expect(asked).toHaveLength(132)
  })

  test('is taken up where a run that was interrupted stood', async () => {
    const { nextCursor } = await smartrecruiters.fetchPage(contextOf({ ids }).context, null)
    const { context, asked } = contextOf({ ids })
    await smartrecruiters.fetchPage(context, nextCursor)
    expect(asked).toEqual(ids.slice(25, 50))
  })

  test('hands over what the run could still ask for, and goes on there', async () => {
    const { context, asked } = contextOf({ ids, requests: 4 })
    const page = await smartrecruiters.fetchPage(context, null)
    expect(page.items).toHaveLength(3)
    await expect(smartrecruiters.fetchPage(context, page.nextCursor)).rejects.toMatchObject({ code: 'quota_used' })
    expect(asked).toHaveLength(4)
  })

  test('with an id that is none in it loses only that posting', async () => {
    expect(await outcomes({ ids: ['1', '../2', 'a b', '3'] })).toEqual(['no_url', 'no_url', '1', '3'])
  })

  test('that names a posting twice has it once', async () => {
    expect(await outcomes({ ids: ['1', '1'] })).toEqual(['1'])
  })

  test('that claims more than it has comes to its end', async () => {
    const { context } = contextOf({ ids: ['1'], total: 5000 })
    const first = await smartrecruiters.fetchPage(context, null)
    expect(first.nextCursor).not.toBeNull()
    expect((await smartrecruiters.fetchPage(context, first.nextCursor)).nextCursor).toBeNull()
  })
})
