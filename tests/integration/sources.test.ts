import { describe, expect, onTestFinished, test } from 'vitest'
import { findSource, sources } from '#main/domains/jobs/sources/registry.ts'
import type { ParsedItem, SearchPlan, SourceContext, SourcePage } from '#main/domains/jobs/sources/source.ts'
import { createHttpClient } from '#main/infra/http/client.ts'
import { HttpProblem, type Validators } from '#main/infra/http/http.ts'
import { DEFAULT_COUNTRIES, DEFAULT_ROLES } from '#shared/settings.ts'
import { companySlugs, type Board } from '../fakes/content.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { SOURCE_IDS, startFakes, type Fakes, type FakesOptions } from '../fakes/job-boards.ts'
import type { Mode } from '../fakes/modes.ts'
import { expectWellFormed } from '../fakes/parser-laws.ts'

const BOARDS: readonly Board[] = ['arbeitnow', 'theMuse', 'greenhouse', 'rss']
const everything: SearchPlan = { roles: [], countries: [], greenhouseBoards: companySlugs(), rssFeeds: [] }

interface Read {
  readonly items: readonly ParsedItem[]
  readonly problems: readonly NonNullable<SourcePage['problem']>[]
}

async function fakesFor(options: FakesOptions = {}): Promise<Fakes> {
  const fakes = await startFakes(options)
  onTestFinished(() => fakes.close())
  return fakes
}

/** Reads a board to its end through the real source and the real client, the way a run does. */
function readerOf(fakes: Fakes, board: Board, timeoutMs = 15_000) {
  const clock = createFakeClock({ autoAdvance: true })
  const log = { debug: () => undefined, warn: () => undefined }
  const client = createHttpClient({
    clock,
    log,
    userAgent: 'CareerCopilot/0.1.0 (+https://example.org)',
    maxRetries: 0,
    random: () => 0.5,
  })
  onTestFinished(() => client.close())
  const stored = new Map<string, Validators>()
  const contextFor = (plan: SearchPlan): SourceContext => ({
    baseUrl: fakes.urls[board],
    plan: { ...plan, rssFeeds: plan.rssFeeds.length > 0 ? plan.rssFeeds : [`${fakes.urls.rss}/feed.xml`] },
    now: clock.now(),
    get: async ({ url, accept, headers, isConditional }) => {
      const validators = isConditional === true ? (stored.get(url) ?? null) : null
      const more = headers === undefined ? {} : { headers }
      const limits = { timeoutMs, maxBytes: 20 * 1024 * 1024 }
      const response = await client.request({
        url,
        accept,
        validators,
        trustedOrigin: fakes.urls[board],
        ...limits,
        ...more,
      })
      stored.set(url, response.validators)
      return { url: response.url, text: response.text, isNotModified: response.notModified }
    },
  })
  return async (plan: SearchPlan = everything): Promise<Read> => {
    const source = findSource(SOURCE_IDS[board])
    if (source === undefined) throw new Error(`there is no source ${SOURCE_IDS[board]}`)
    const pages: SourcePage[] = []
    let cursor: string | null = null
    do {
      const page = await source.fetchPage(contextFor(plan), cursor)
      pages.push(page)
      cursor = page.nextCursor
    } while (cursor !== null)
    return { items: pages.flatMap(({ items }) => items), problems: pages.flatMap(({ problem }) => problem ?? []) }
  }
}

/** What went wrong, whether it ended the source or only a part of it. */
async function problemCode(read: () => Promise<Read>): Promise<string> {
  try {
    const codes = new Set((await read()).problems.map((problem) => problem.code))
    return [...codes].join(' ')
  } catch (error) {
    if (error instanceof HttpProblem) return error.code
    throw error
  }
}

const reasonsIn = (items: readonly ParsedItem[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const item of items) counts[item.ok ? 'ok' : item.reason] = (counts[item.ok ? 'ok' : item.reason] ?? 0) + 1
  return counts
}

describe('each source reads its board to the end', () => {
  test.each([
    ['arbeitnow', { ok: 84 }, 3],
    ['theMuse', { ok: 72 }, 4],
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
    const plan = { ...everything, roles: DEFAULT_ROLES, countries: ['DE'] }
    const { items } = await readerOf(fakes, 'arbeitnow')(plan)
    const reasons = reasonsIn(items)
    expect(reasons['outside_roles']).toBe(12)
    expect(reasons['outside_countries']).toBeGreaterThan(20)
    expect(items).toHaveLength(84)
  })

  test('asks The Muse for the categories of its roles only, and drops nothing in the default countries', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(
      fakes,
      'theMuse',
    )({ ...everything, roles: ['Data Scientist'], countries: DEFAULT_COUNTRIES })
    const asked = fakes.requests().map(({ path }) => new URL(path, 'http://x').searchParams.get('category'))
    expect(new Set(asked)).toEqual(new Set(['Data Science', 'Data and Analytics']))
    expect(reasonsIn(items)).toEqual({ ok: 16, outside_roles: 16 })
  })

  test('leaves boards and feeds that were chosen on purpose whole', async () => {
    const fakes = await fakesFor()
    for (const board of ['greenhouse', 'rss'] as const) {
      const { items } = await readerOf(fakes, board)({ ...everything, roles: ['Beekeeper'], countries: ['MT'] })
      expect(reasonsIn(items)).toEqual({ ok: 72 })
    }
  })

  test('says which sources still need something', () => {
    const plan = { roles: [], countries: [], greenhouseBoards: [], rssFeeds: [] }
    expect(sources.filter((source) => !source.isConfigured(plan)).map(({ manifest }) => manifest.id)).toEqual([
      'greenhouse',
      'rss',
    ])
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
    expect(await read()).toEqual({ items: [], problems: [] })
  })
})

describe('one bad part of a source leaves the others alone', () => {
  test('a board that does not exist is named, the next ones are read', async () => {
    const fakes = await fakesFor()
    const { items, problems } = await readerOf(
      fakes,
      'greenhouse',
    )({ ...everything, greenhouseBoards: ['kranich', 'no-such-board', 'tidemark'] })
    expect(problems).toEqual([{ code: 'not_found', message: 'Greenhouse has no board called "no-such-board"' }])
    expect(items).toHaveLength(18)
  })

  test('a feed that is gone, refused or no feed is told, the next one is read', async () => {
    const fakes = await fakesFor()
    const rssFeeds = [`${fakes.urls.rss}/gone.xml`, 'http://10.0.0.1/feed.xml', `${fakes.urls.rss}/feed.xml`]
    const { items, problems } = await readerOf(fakes, 'rss')({ ...everything, rssFeeds })
    expect(problems.map(({ code }) => code)).toEqual(['not_found', 'address_refused'])
    expect(items).toHaveLength(72)
  })
})

describe('a board that misbehaves', () => {
  const all = (codes: string): Record<Board, string> => ({
    arbeitnow: codes,
    theMuse: codes,
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
      const plan = { ...everything, greenhouseBoards: ['kranich'] }
      expect([board, await problemCode(() => readerOf(fakes, board)(plan))]).toEqual([board, codes[board]])
    }
  })

  test('a hang is ended by the time limit and told', async () => {
    const fakes = await fakesFor()
    for (const board of BOARDS) {
      fakes.setMode(board, 'hang')
      const plan = { ...everything, greenhouseBoards: ['kranich'] }
      expect([board, await problemCode(() => readerOf(fakes, board, 200)(plan))]).toEqual([board, 'timeout'])
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
    expect(await readerOf(fakes, board)()).toEqual({ items: [], problems: [] })
  })

  test.each(BOARDS)('%s, without some titles and addresses, keeps the postings that have both', async (board) => {
    const fakes = await fakesFor()
    fakes.setMode(board, 'missing-fields')
    const reasons = reasonsIn((await readerOf(fakes, board)()).items)
    expect(reasons['no_title']).toBeGreaterThanOrEqual(20)
    expect(reasons['no_url']).toBeGreaterThanOrEqual(20)
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
      expect(reasons['no_url']).toBeGreaterThan(0)
    },
  )
})
