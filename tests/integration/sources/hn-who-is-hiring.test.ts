import { describe, expect, test } from 'vitest'
import { findSourceNamed } from '#main/domains/jobs/sources/registry.ts'
import type { ParsedItem } from '#main/domains/jobs/sources/source.ts'
import { DEFAULT_CONTENT } from '../../fakes/content.ts'
import type { Mode } from '../../fakes/modes.ts'
import { expectWellFormed } from '../../fakes/parser-laws.ts'
import { fakesFor, problemCode, readerOf, reasonsIn } from '../../support/read-source.ts'

const id = 'hn-who-is-hiring'
/** Of twelve openings in other trades three have a title that says so; six comments were deleted, six are chat; replies are none. */
const USUAL = { ok: 75, no_title: 9, closed: 6, bad_shape: 6 }

describe('HN Who is hiring', () => {
  test('is found under the names that people know it by', () => {
    for (const name of ['hn', 'HN', 'Hacker News', 'hackernews', 'who is hiring', id]) {
      expect(findSourceNamed(name)?.manifest.id).toBe(id)
    }
  })

  test('is read with two requests: the newest thread, and all of its comments', async () => {
    const fakes = await fakesFor()
    const { items, problems } = await readerOf(fakes, id)()
    expect(fakes.requests().map(({ path }) => path)).toEqual([
      '/api/v1/search_by_date?tags=story,author_whoishiring',
      '/api/v1/items/46001000',
    ])
    expect(problems).toEqual([])
    expect(reasonsIn(items)).toEqual(USUAL)
    const ids = items.flatMap((item) => (item.ok ? [item.posting.sourcePostingId] : []))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('gives company, role and place of each header, and says remote only where it does', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, id)()
    const postings = items.flatMap((item) => (item.ok && item.posting.company !== 'Other' ? [item.posting] : []))
    expect(postings).toHaveLength(72)
    expect(postings[0]?.postedAt).toBe(DEFAULT_CONTENT.asOf)
    for (const { url, company, title, locations, workplace, descriptionHtml, sourcePostingId } of postings) {
      expect(url).toBe(`https://news.ycombinator.com/item?id=${sourcePostingId}`)
      expect(company).toMatch(/^(?:\p{L}+ ){1,2}\p{L}+$/u)
      expect(title).toMatch(/, /)
      expect(locations[0]).toMatch(/^\p{Lu}\p{Ll}+, \p{Lu}/u)
      expect(workplace).toBe(locations.includes('REMOTE (EU)') ? 'remote' : null)
      expect(descriptionHtml).toMatch(/^<p>.* \| .*<\/p>[\s\S]*Reference/)
    }
    expect(postings.filter(({ workplace }) => workplace === 'remote').length).toBeGreaterThan(5)
    expect(postings.filter(({ employmentType }) => employmentType === 'full_time').length).toBeGreaterThan(20)
  })

  test('keeps other roles and other countries out, but not what can be done from elsewhere', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, id)({ plan: { roles: ['Data Engineer'], countries: ['SE'] } })
    const reasons = reasonsIn(items)
    expect(reasons['outside_roles']).toBeGreaterThan(10)
    expect(reasons['outside_countries']).toBeGreaterThan(5)
    const kept = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(kept.length).toBeGreaterThan(0)
    for (const { locations, workplace } of kept) {
      expect(workplace === 'remote' || locations.some((place) => place.includes('Sweden'))).toBe(true)
    }
  })

  test('only counts what is stored and can no longer be changed', async () => {
    const fakes = await fakesFor({ content: { count: 100 } })
    const read = readerOf(fakes, id)
    const now = DEFAULT_CONTENT.asOf + 3_600_000
    const first = await read({ now })
    const all = new Set(first.items.flatMap((item) => (item.ok ? [item.posting.sourcePostingId] : [])))
    const second = await read({ now, stored: all })
    const again = second.items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(second.stored.length + again.length).toBe(all.size)
    expect(second.stored.length).toBeGreaterThan(60)
    for (const { postedAt } of again) expect(postedAt).toBeGreaterThanOrEqual(now - 86_400_000)
  })

  test('keeps within the requests of a run', async () => {
    const fakes = await fakesFor()
    await expect(readerOf(fakes, id)({ plannedRequests: 1 })).rejects.toMatchObject({ code: 'quota_used' })
    expect(fakes.requests()).toHaveLength(1)
  })
})

describe('HN Who is hiring, misbehaving', () => {
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
    fakes.setMode(id, mode)
    expect(await problemCode(() => readerOf(fakes, id)())).toBe(code)
    expect(fakes.requests().filter(({ path }) => !path.includes('hop='))).toHaveLength(1)
  })

  test('a hang is ended by the time limit', async () => {
    const fakes = await fakesFor()
    fakes.setMode(id, 'hang')
    expect(await problemCode(() => readerOf(fakes, id)({ timeoutMs: 150 }))).toBe('timeout')
  })
})

describe('HN Who is hiring, sending what it should not', () => {
  const readIn = async (mode: Mode): Promise<readonly ParsedItem[]> => {
    const fakes = await fakesFor()
    fakes.setMode(id, mode)
    const { items, problems } = await readerOf(fakes, id)()
    expect(problems).toEqual([])
    for (const item of items) expectWellFormed(item)
    return items
  }
  test('comments without text or id are rejected one by one', async () => {
    const reasons = reasonsIn(await readIn('missing-fields'))
    expect(reasons['closed']).toBeGreaterThan(30)
    expect(reasons['no_url']).toBeGreaterThan(20)
    expect(reasons['ok']).toBeGreaterThan(20)
  })

  test('bytes that are not UTF-8 cost no posting', async () => {
    expect(reasonsIn(await readIn('bad-utf8'))).toEqual(USUAL)
  })

  test('a description of megabytes costs only its own posting', async () => {
    expect(reasonsIn(await readIn('big-html'))).toEqual({ ...USUAL, ok: USUAL.ok - 1, too_large: 1 })
  })

  test('scripts make no address out of themselves', async () => {
    const postings = (await readIn('script-injection')).flatMap((item) => (item.ok ? [item.posting] : []))
    expect(postings.length).toBeGreaterThan(40)
    for (const { url } of postings) expect(url).toMatch(/^https:\/\/news\.ycombinator\.com\/item\?id=\d+$/)
  })

  test('a thread without comments is empty and no fault', async () => {
    expect(await readIn('empty')).toEqual([])
  })
})
