import { describe, expect, test } from 'vitest'
import { DEFAULT_COUNTRIES, DEFAULT_ROLES } from '#shared/settings.ts'
import type { Mode } from '../fakes/modes.ts'
import { expectWellFormed } from '../fakes/parser-laws.ts'
import { fakeEmployers, fakesFor, problemCode, readerOf, reasonsIn } from '../support/read-source.ts'

const BOARDS = ['arbeitnow', 'the-muse', 'greenhouse', 'rss'] as const
type Board = (typeof BOARDS)[number]

describe('each source reads its board to the end', () => {
  test.each([
    ['arbeitnow', { ok: 84 }, 3],
    ['the-muse', { ok: 72 }, 4],
    ['greenhouse', { ok: 72 }, 8],
    ['rss', { ok: 72 }, 1],
  ] as const)('%s', async (board, reasons, requests) => {
    const fakes = await fakesFor()
    const { items, problems } = await readerOf(fakes, board)()
    expect(reasonsIn(items)).toEqual(reasons)
    expect(problems).toEqual([])
    expect(fakes.requests()).toHaveLength(requests)
    for (const item of items) expectWellFormed(item)
    const ids = items.flatMap((item) => (item.ok ? [item.posting.sourcePostingId] : []))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('postings carry company, place, date, text and kind from every board', async () => {
    const fakes = await fakesFor()
    for (const board of BOARDS) {
      const { items } = await readerOf(fakes, board)()
      for (const item of items) {
        if (!item.ok) continue
        expect(item.posting.company).toMatch(/^[A-ZÄÖÜ]/)
        expect(item.posting.postedAt).toBeGreaterThan(Date.UTC(2026, 10, 19))
        expect(item.posting.descriptionHtml).toMatch(/^<p>[\s\S]*Reference[\s\S]*<\/p>$/)
        expect(item.posting.descriptionHtml).not.toContain('Jobs in Germany')
      }
      const placed = items.filter((item) => item.ok && item.posting.locations.length > 0)
      expect(placed.length / items.length).toBeGreaterThan(0.9)
    }
  })
})

describe('the plan', () => {
  test('keeps other trades and other countries out where the board cannot, with a reason each', async () => {
    const fakes = await fakesFor()
    const plan = { roles: DEFAULT_ROLES, countries: ['DE'] }
    const { items } = await readerOf(fakes, 'arbeitnow')({ plan })
    const reasons = reasonsIn(items)
    expect(reasons['outside_roles']).toBe(12)
    expect(reasons['outside_countries']).toBeGreaterThan(20)
    expect(items).toHaveLength(84)
  })

  test('asks The Muse for the categories of its roles only, and drops nothing in the default countries', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(
      fakes,
      'the-muse',
    )({
      plan: { roles: ['Data Scientist'], countries: DEFAULT_COUNTRIES },
    })
    const asked = fakes.requests().map(({ path }) => new URL(path, 'http://x').searchParams.get('category'))
    expect(new Set(asked)).toEqual(new Set(['Data Science', 'Data and Analytics']))
    expect(reasonsIn(items)).toEqual({ ok: 16, outside_roles: 16 })
  })

  test('keeps out of an employer’s board what is of another trade or country, and counts it', async () => {
    const fakes = await fakesFor()
    const { items, pages } = await readerOf(
      fakes,
      'greenhouse',
    )({ plan: { roles: ['Data Engineer'], countries: ['DE'] } })
    const reasons = reasonsIn(items)
    expect(reasons['ok']).toBeGreaterThan(0)
    expect((reasons['outside_roles'] ?? 0) + (reasons['outside_countries'] ?? 0)).toBe(72 - (reasons['ok'] ?? 0))
    expect(pages.every(({ board }) => board?.postings === 9)).toBe(true)
  })

  test('asks a board for all it has after the wishes have changed, although nothing there has', async () => {
    const fakes = await fakesFor()
    const read = readerOf(fakes, 'greenhouse')
    const first = await read({ plan: { roles: ['Beekeeper'], countries: [] } })
    expect(reasonsIn(first.items)).toEqual({ outside_roles: 72 })
    expect(reasonsIn((await read({ plan: { roles: [], countries: [] } })).items)).toEqual({ ok: 72 })
    expect((await read({ plan: { roles: [], countries: [] } })).items).toEqual([])
  })

  test('leaves feeds that were chosen on purpose whole', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, 'rss')({ plan: { roles: ['Beekeeper'], countries: ['MT'] } })
    expect(reasonsIn(items)).toEqual({ ok: 72 })
  })
})

describe('a second run', () => {
  test.each(['greenhouse', 'rss'] as const)('%s is asked only for what changed', async (board) => {
    const fakes = await fakesFor()
    const read = readerOf(fakes, board)
    await read()
    expect((await read()).items).toEqual([])
    fakes.setContent({ revision: 2 })
    expect((await read()).items.length).toBeGreaterThan(0)
    fakes.setMode(board, 'not-modified')
    expect(await read()).toMatchObject({ items: [], problems: [] })
  })
})

describe('one bad part of a source leaves the others alone', () => {
  test('a board that does not exist is named, the next ones are read', async () => {
    const fakes = await fakesFor()
    const { items, problems } = await readerOf(
      fakes,
      'greenhouse',
    )({
      plan: { employers: fakeEmployers('greenhouse', ['kranich', 'no-such-board', 'tidemark']) },
    })
    expect(problems).toEqual([
      { code: 'not_found', message: 'Greenhouse: there is no board called "no-such-board" (any more)' },
    ])
    expect(items).toHaveLength(18)
  })

  test('a feed that is gone, refused or no feed is told, the next one is read', async () => {
    const fakes = await fakesFor()
    const own = fakes.urls['rss']
    const feeds = [`${own}/gone.xml`, 'http://10.0.0.1/feed.xml', `${own}/feed.xml`]
    const { items, problems } = await readerOf(fakes, 'rss')({ plan: { feeds } })
    expect(problems.map(({ code }) => code)).toEqual(['not_found', 'address_refused'])
    expect(items).toHaveLength(72)
  })
})

describe('a board that misbehaves', () => {
  const all = (codes: string): Record<Board, string> => ({
    arbeitnow: codes,
    'the-muse': codes,
    greenhouse: codes,
    rss: codes,
  })
  const expected: readonly (readonly [Mode, Record<Board, string>])[] = [
    ['rate-limited', all('rate_limited')],
    ['redirect-loop', all('redirect')],
    ['login-page', all('challenge')],
    ['huge', all('too_large')],
    ['garbage', all('unreadable')],
    ['unauthorised', all('unauthorised')],
    ['server-error', all('server_error')],
  ]
  test.each(expected)('%s is told by its code', async (mode, codes) => {
    const fakes = await fakesFor()
    for (const board of BOARDS) {
      fakes.setMode(board, mode)
      const plan = { employers: fakeEmployers(board, ['kranich']) }
      expect([board, await problemCode(() => readerOf(fakes, board)({ plan }))]).toEqual([board, codes[board]])
    }
  })

  test('a hang is ended by the time limit and told', async () => {
    const fakes = await fakesFor()
    for (const board of BOARDS) {
      fakes.setMode(board, 'hang')
      const plan = { employers: fakeEmployers(board, ['kranich']) }
      expect([board, await problemCode(() => readerOf(fakes, board)({ plan, timeoutMs: 200 }))]).toEqual([
        board,
        'timeout',
      ])
    }
  })

  test.each(BOARDS)('%s, slow, is read all the same', async (board) => {
    const fakes = await fakesFor({ slowMs: 20 })
    fakes.setMode(board, 'slow')
    expect((await readerOf(fakes, board)()).items.length).toBeGreaterThanOrEqual(72)
  })

  test.each(BOARDS)('%s, with bytes that are not UTF-8, gives postings all the same', async (board) => {
    const fakes = await fakesFor()
    fakes.setMode(board, 'bad-utf8')
    const { items, problems } = await readerOf(fakes, board)()
    expect(reasonsIn(items)['ok']).toBeGreaterThanOrEqual(72)
    expect(problems).toEqual([])
  })

  test.each(BOARDS)('%s, empty, gives nothing and no problem', async (board) => {
    const fakes = await fakesFor()
    fakes.setMode(board, 'empty')
    expect(await readerOf(fakes, board)()).toMatchObject({ items: [], problems: [] })
  })

  test.each(BOARDS)('%s, without some titles and addresses, keeps the postings that have both', async (board) => {
    const fakes = await fakesFor()
    fakes.setMode(board, 'missing-fields')
    const reasons = reasonsIn((await readerOf(fakes, board)()).items)
    expect(reasons['no_title']).toBeGreaterThanOrEqual(20)
    // Greenhouse's address of a posting follows from its board and its id.
    expect(board === 'greenhouse' || (reasons['no_url'] ?? 0) >= 20).toBe(true)
    expect(board === 'rss' || (reasons['ok'] ?? 0) >= 20).toBe(true)
  })

  test.each(BOARDS)('%s, with 3 MB in one posting, loses that one only', async (board) => {
    const fakes = await fakesFor()
    fakes.setMode(board, 'big-html')
    const reasons = reasonsIn((await readerOf(fakes, board)()).items)
    expect(reasons['too_large']).toBe(1)
    expect(reasons['ok']).toBeGreaterThanOrEqual(71)
  })

  test.each(BOARDS)(
    '%s, with scripts in every field, gives well-formed postings with web addresses only',
    async (board) => {
      const fakes = await fakesFor()
      fakes.setMode(board, 'script-injection')
      const { items } = await readerOf(fakes, board)()
      for (const item of items) expectWellFormed(item)
      const reasons = reasonsIn(items)
      expect(reasons['ok']).toBeGreaterThanOrEqual(40)
      expect(board === 'greenhouse' || (reasons['no_url'] ?? 0) > 0).toBe(true)
    },
  )
})
