import { describe, expect, test } from 'vitest'
import { readPlaces } from '#main/domains/jobs/enrich/place/places.ts'
import type { ParsedItem } from '#main/domains/jobs/sources/source.ts'
import type { Mode } from '../../fakes/modes.ts'
import { expectWellFormed } from '../../fakes/parser-laws.ts'
import { fakesFor, problemCode, readerOf, reasonsIn } from '../../support/read-source.ts'

const ID = 'relocate-me'
const COUNT = 40
const postingsIn = (items: readonly ParsedItem[]) => items.flatMap((item) => (item.ok ? [item.posting] : []))

describe('Relocate.me', () => {
  test('is read by its sitemap and one request for each posting, 25 a page', async () => {
    const fakes = await fakesFor({ content: { count: COUNT } })
    const { pages, items, problems } = await readerOf(fakes, ID)()
    expect([reasonsIn(items), problems]).toEqual([{ ok: COUNT }, []])
    expect(pages.map((page) => [page.items.length, page.fullList])).toEqual([
      [25, { scope: '', isComplete: false }],
      [15, { scope: '', isComplete: true }],
    ])
    const paths = fakes.requests().map(({ path }) => path)
    expect(paths.filter((path) => path === '/sitemap.xml')).toHaveLength(1)
    expect(paths).toHaveLength(1 + COUNT)
    expect(new Set(postingsIn(items).map(({ sourcePostingId }) => sourcePostingId)).size).toBe(COUNT)
  })

  test('gives title, company, place and text with and without structured data, and no visa of its own', async () => {
    const fakes = await fakesFor({ content: { count: COUNT } })
    for (const posting of postingsIn((await readerOf(fakes, ID)()).items)) {
      expect(posting.url).toMatch(/^https:\/\/relocate\.me\/.*-\d+$/)
      expect(posting.title).not.toMatch(/relocation|&|</i)
      expect(posting.company).toMatch(/^[A-ZÄÖÜ]/)
      expect(posting.descriptionHtml).toContain('Reference')
      expect(posting.descriptionHtml).not.toContain('job__tag')
      expect(posting.workplace).toBeNull()
      expect(readPlaces(posting)[0]?.countryCode).toBe(posting.countryCode)
    }
  })

  test('is asked only for new postings that fit by their address, each of the others with its reason', async () => {
    const fakes = await fakesFor({ content: { count: COUNT } })
    const all = postingsIn((await readerOf(fakes, ID)()).items).map(({ sourcePostingId }) => sourcePostingId)
    const before = fakes.requests().length
    const stored = new Set(all.slice(0, 10))
    const read = await readerOf(fakes, ID)({ stored, plan: { roles: ['Data Engineer'], countries: ['NL', 'PL'] } })
    const reasons = reasonsIn(read.items)
    expect(new Set(read.stored)).toEqual(stored)
    expect(reasons['outside_roles']).toBeGreaterThan(5)
    expect(reasons['outside_countries']).toBeGreaterThan(2)
    expect(read.items).toHaveLength(COUNT - 10)
    expect(fakes.requests().length - before).toBe(1 + (reasons['ok'] ?? 0))
    for (const { countryCode } of postingsIn(read.items)) expect(['NL', 'PL']).toContain(countryCode)
  })

  test('has nothing to be asked for when all of it is stored', async () => {
    const fakes = await fakesFor({ content: { count: COUNT } })
    const all = new Set(postingsIn((await readerOf(fakes, ID)()).items).map(({ sourcePostingId }) => sourcePostingId))
    const before = fakes.requests().length
    const again = await readerOf(fakes, ID)({ stored: all })
    expect([again.items, again.stored.length, fakes.requests().length - before]).toEqual([[], COUNT, 1])
    expect(again.pages.at(-1)?.fullList).toEqual({ scope: '', isComplete: true })
  })

  test('keeps to the requests of a run, and does not call its list complete then', async () => {
    const fakes = await fakesFor({ content: { count: COUNT } })
    const { items, pages } = await readerOf(fakes, ID)({ plannedRequests: 6 })
    expect(items).toHaveLength(5)
    expect(pages.at(-1)?.fullList?.isComplete).toBe(false)
    expect(fakes.requests()).toHaveLength(6)
  })
})

describe('Relocate.me, misbehaving', () => {
  const codes: readonly (readonly [Mode, string])[] = [
    ['rate-limited', 'rate_limited'],
    ['server-error', 'server_error'],
    ['redirect-loop', 'redirect'],
    ['login-page', 'challenge'],
    ['unauthorised', 'unauthorised'],
    ['garbage', 'unreadable'],
    ['huge', 'too_large'],
  ]
  test.each(codes)('%s ends as %s', async (mode, code) => {
    const fakes = await fakesFor()
    fakes.setMode(ID, mode)
    expect(await problemCode(() => readerOf(fakes, ID)())).toBe(code)
  })

  test('a hang is ended by the time limit', async () => {
    const fakes = await fakesFor()
    fakes.setMode(ID, 'hang')
    expect(await problemCode(() => readerOf(fakes, ID)({ timeoutMs: 150 }))).toBe('timeout')
  })

  const readIn = async (mode: Mode): Promise<readonly ParsedItem[]> => {
    const fakes = await fakesFor({ content: { count: 12 } })
    fakes.setMode(ID, mode)
    const { items, problems } = await readerOf(fakes, ID)()
    expect(problems).toEqual([])
    for (const item of items) expectWellFormed(item)
    return items
  }

  test('pages without a title are rejected one by one', async () => {
    const reasons = reasonsIn(await readIn('missing-fields'))
    expect(reasons['ok']).toBe(8)
    expect((reasons['no_title'] ?? 0) + (reasons['bad_shape'] ?? 0)).toBe(4)
  })
  test('bytes that are not UTF-8 cost no posting', async () => {
    expect(reasonsIn(await readIn('bad-utf8'))).toEqual({ ok: 12 })
  })
  test('a description of megabytes costs only its own posting', async () => {
    expect(reasonsIn(await readIn('big-html'))).toEqual({ ok: 11, too_large: 1 })
  })
  test('scripts make no address out of themselves', async () => {
    for (const { url } of postingsIn(await readIn('script-injection')))
      expect(new URL(url).hostname).toBe('relocate.me')
  })
  test('an empty sitemap closes nothing', async () => {
    const fakes = await fakesFor()
    fakes.setMode(ID, 'empty')
    const { items, pages, problems } = await readerOf(fakes, ID)()
    expect([items, problems, pages[0]?.fullList]).toEqual([[], [], undefined])
  })
})
