import { describe, expect, test } from 'vitest'
import type { ParsedItem } from '#main/domains/jobs/sources/source.ts'
import type { Fakes } from '../../fakes/job-boards.ts'
import type { Mode } from '../../fakes/modes.ts'
import { expectWellFormed } from '../../fakes/parser-laws.ts'
import { fakesFor, problemCode, readerOf, reasonsIn, type ReadOptions } from '../../support/read-source.ts'

const ID = 'jsearch'
const secrets = { RAPIDAPI_KEY: 'good' }
const ONE: ReadOptions = { secrets, plan: { roles: ['Data Engineer'], countries: ['DE'] }, plannedRequests: 1 }
const postingsIn = (items: readonly ParsedItem[]) => items.flatMap((item) => (item.ok ? [item.posting] : []))
const asked = (fakes: Fakes) =>
  fakes.requests().map(({ path }) => Object.fromEntries(new URL(path, 'http://x').searchParams))

describe('JSearch', () => {
  test('is asked for one role in one country, with the key in the headers only', async () => {
    const fakes = await fakesFor()
    const { items, problems } = await readerOf(fakes, ID)(ONE)
    expect(problems).toEqual([])
    expect(asked(fakes)).toEqual([
      { query: 'Data Engineer in Germany', num_pages: '1', country: 'de', date_posted: 'month' },
    ])
    expect(fakes.requests()[0]?.headers).toMatchObject({
      'x-rapidapi-key': 'good',
      'x-rapidapi-host': 'jsearch.p.rapidapi.com',
    })
    expect(items).toHaveLength(10)
    for (const { title, countryCode, postedAt, company, descriptionHtml } of postingsIn(items)) {
      expect(title).toMatch(/Data|Engineer/)
      expect(countryCode).toBe('DE')
      expect(postedAt).toBeGreaterThan(Date.UTC(2026, 10, 19))
      expect(company).not.toBe('LinkedIn')
      expect(descriptionHtml).toMatch(/^<p>[\s\S]*Reference/)
    }
  })

  test('turns through roles and countries, run after run, and keeps to the requests of each', async () => {
    const fakes = await fakesFor()
    const read = readerOf(fakes, ID)
    const plan = { roles: ['Data Engineer', 'Product Manager'], countries: ['DE', 'NL', 'DK'] }
    for (const turn of [0, 1]) await read({ secrets, plan, plannedRequests: 2, turn })
    await read({ secrets, plan, plannedRequests: 0, turn: 2 })
    expect(asked(fakes).map(({ query }) => query)).toEqual([
      'Data Engineer in Germany',
      'Data Engineer in Netherlands',
      'Product Manager in Germany',
      'Product Manager in Netherlands',
    ])
  })

  test('has each job once in a run, though its queries overlap, and what does not fit is rejected', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(
      fakes,
      ID,
    )({
      secrets,
      plan: { roles: ['Data Engineer', 'Data Scientist'], countries: ['DE'] },
      plannedRequests: 2,
    })
    const ids = postingsIn(items).map(({ sourcePostingId }) => sourcePostingId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(reasonsIn(items)['outside_roles']).toBeGreaterThan(0)
  })
})

describe('JSearch, misbehaving', () => {
  test.each([
    ['wrong', 'unauthorised'],
    ['', 'unauthorised'],
    ['used-up', 'quota_used'],
    ['hasty', 'rate_limited'],
  ])('the key "%s" ends as %s, after one request', async (key, code) => {
    const fakes = await fakesFor()
    expect(
      await problemCode(() => readerOf(fakes, ID)({ ...ONE, secrets: { RAPIDAPI_KEY: key }, plannedRequests: 5 })),
    ).toBe(code)
    expect(fakes.requests()).toHaveLength(1)
  })

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
    expect(await problemCode(() => readerOf(fakes, ID)(ONE))).toBe(code)
  })

  test('a hang is ended by the time limit', async () => {
    const fakes = await fakesFor()
    fakes.setMode(ID, 'hang')
    expect(await problemCode(() => readerOf(fakes, ID)({ ...ONE, timeoutMs: 150 }))).toBe('timeout')
  })

  const readIn = async (mode: Mode): Promise<readonly ParsedItem[]> => {
    const fakes = await fakesFor()
    fakes.setMode(ID, mode)
    const { items, problems } = await readerOf(fakes, ID)({ secrets, plan: { countries: ['DE'] }, plannedRequests: 1 })
    expect(problems).toEqual([])
    for (const item of items) expectWellFormed(item)
    return items
  }

  test('items without their fields are rejected one by one', async () => {
    expect(reasonsIn(await readIn('missing-fields'))).toEqual({ ok: 3, no_title: 4, no_url: 3 })
  })
  test('bytes that are not UTF-8 cost no job', async () => {
    expect(reasonsIn(await readIn('bad-utf8'))).toEqual({ ok: 10 })
  })
  test('a description of megabytes costs only its own job', async () => {
    const { ok = 0, too_large = 0 } = reasonsIn(await readIn('big-html'))
    expect([ok + too_large, too_large <= 1]).toEqual([10, true])
  })
  test('scripts make no address out of themselves', async () => {
    for (const { url } of postingsIn(await readIn('script-injection'))) expect(new URL(url).hostname).toBe('127.0.0.1')
  })
  test('no jobs are no fault', async () => {
    expect(await readIn('empty')).toEqual([])
  })
})
