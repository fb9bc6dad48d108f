import { describe, expect, test } from 'vitest'
import type { ParsedItem } from '#main/domains/jobs/sources/source.ts'
import { DEFAULT_COUNTRIES, DEFAULT_ROLES } from '#shared/settings.ts'
import type { Fakes } from '../../fakes/job-boards.ts'
import type { Mode } from '../../fakes/modes.ts'
import { expectWellFormed } from '../../fakes/parser-laws.ts'
import { fakesFor, problemCode, readerOf, reasonsIn, type ReadOptions } from '../../support/read-source.ts'

const ID = 'adzuna'
const secrets = { ADZUNA_APP_ID: '0a1b2c3d', ADZUNA_APP_KEY: 'good' }
const GERMANY: ReadOptions = { secrets, plan: { countries: ['DE'] } }
const COUNT = 200
const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 10, 24, 8)
const postingsIn = (items: readonly ParsedItem[]) => items.flatMap((item) => (item.ok ? [item.posting] : []))
const asked = (fakes: Fakes) => fakes.requests().map(({ path }) => new URL(path, 'http://x'))
const askedFor = (fakes: Fakes): string[] =>
  asked(fakes).map(({ pathname }) => pathname.replace('/v1/api/jobs/', '').replace('/search/', ' '))

describe('Adzuna', () => {
  test('is asked by country, with any word of the roles, for the newest IT postings', async () => {
    const fakes = await fakesFor({ content: { count: COUNT } })
    const { items, problems } = await readerOf(
      fakes,
      ID,
    )({
      secrets,
      plan: { roles: DEFAULT_ROLES, countries: DEFAULT_COUNTRIES },
    })
    expect(problems).toEqual([])
    expect(askedFor(fakes)).toEqual(['de 1', 'nl 1', 'fr 1', 'es 1', 'pl 1', 'be 1', 'at 1', 'de 2'])
    expect(Object.fromEntries(asked(fakes)[0]?.searchParams ?? [])).toEqual({
      app_id: '0a1b2c3d',
      app_key: 'good',
      results_per_page: '50',
      what_or: 'data scientist machine learning analyst backend frontend full stack devops product',
      category: 'it-jobs',
      max_days_old: '14',
      sort_by: 'date',
    })
    expect(new Set(postingsIn(items).map(({ countryCode }) => countryCode))).toEqual(new Set(['DE', 'NL', 'PL']))
    expect(reasonsIn(items)['outside_countries']).toBeUndefined()
  })

  test('gives stated pay in the currency of the country, predicted pay apart, and the beginning of the text', async () => {
    const fakes = await fakesFor({ content: { count: COUNT } })
    const { items } = await readerOf(fakes, ID)({ secrets, plan: { countries: ['DE', 'PL'] } })
    const postings = postingsIn(items)
    expect(new Set(postings.map(({ sourcePostingId }) => sourcePostingId)).size).toBe(postings.length)
    for (const { countryCode, statedSalary, predictedSalary, title, descriptionHtml } of postings) {
      const currency = countryCode === 'DE' ? 'EUR' : 'PLN'
      const paid = [statedSalary, predictedSalary].filter((pay) => pay !== null && pay !== undefined)
      expect(paid).toEqual([expect.objectContaining({ currency, period: 'year' })])
      expect(title).not.toContain('<')
      expect(descriptionHtml.length).toBeLessThanOrEqual(501)
    }
    expect(postings.filter(({ statedSalary }) => statedSalary !== null).length).toBeGreaterThan(5)
  })

  test('looks at the roles again: any word is generous', async () => {
    const fakes = await fakesFor({ content: { count: COUNT } })
    const { items } = await readerOf(fakes, ID)({ secrets, plan: { countries: ['DE'], roles: ['Product Manager'] } })
    expect(reasonsIn(items)['outside_roles']).toBeGreaterThan(0)
    for (const { title } of postingsIn(items)) expect(title).toContain('Product Manager')
  })

  test('is asked for what came since the last reading, with a day to spare', async () => {
    const fakes = await fakesFor({ content: { count: COUNT } })
    await readerOf(fakes, ID)({ ...GERMANY, since: NOW - 0.25 * DAY_MS })
    await readerOf(fakes, ID)({ ...GERMANY, since: NOW - 3 * DAY_MS })
    await readerOf(fakes, ID)({ ...GERMANY, since: NOW - 300 * DAY_MS })
    const days = new Set(asked(fakes).map(({ searchParams }) => searchParams.get('max_days_old')))
    expect(days).toEqual(new Set(['2', '4', '30']))
  })

  test('says where to go on when all of a page was known', async () => {
    const fakes = await fakesFor({ content: { count: COUNT } })
    const { pages } = await readerOf(fakes, ID)({ secrets, plan: { countries: ['DE', 'NL'] } })
    expect(pages[0]).toMatchObject({ nextCursor: '1 nl de', cursorWhenAllKnown: '1 nl -' })
  })

  test('has nothing to be asked in countries that it does not have', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(
      fakes,
      ID,
    )({ secrets, plan: { countries: ['SE', 'IE', 'PT', 'DK', 'NO', 'FI', 'CZ'] } })
    expect([items, fakes.requests()]).toEqual([[], []])
  })

  test('keeps to the requests of a run and begins the next one where it ended', async () => {
    const fakes = await fakesFor({ content: { count: COUNT } })
    const plan = { countries: ['DE', 'NL', 'FR', 'ES', 'PL'] }
    await readerOf(fakes, ID)({ secrets, plan, plannedRequests: 2, turn: 0 })
    await readerOf(fakes, ID)({ secrets, plan, plannedRequests: 2, turn: 1 })
    await readerOf(fakes, ID)({ secrets, plan, plannedRequests: 0, turn: 2 })
    expect(askedFor(fakes)).toEqual(['de 1', 'nl 1', 'fr 1', 'es 1'])
  })
})

describe('Adzuna, misbehaving', () => {
  test.each([
    { ADZUNA_APP_ID: 'wrong', ADZUNA_APP_KEY: 'good' },
    { ADZUNA_APP_ID: '0a1b2c3d', ADZUNA_APP_KEY: 'wrong' },
  ])('refuses %j', async (wrong) => {
    const fakes = await fakesFor()
    expect(await problemCode(() => readerOf(fakes, ID)({ ...GERMANY, secrets: wrong }))).toBe('unauthorised')
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
    expect(await problemCode(() => readerOf(fakes, ID)(GERMANY))).toBe(code)
  })

  test('a hang is ended by the time limit', async () => {
    const fakes = await fakesFor()
    fakes.setMode(ID, 'hang')
    expect(await problemCode(() => readerOf(fakes, ID)({ ...GERMANY, timeoutMs: 150 }))).toBe('timeout')
  })

  const readIn = async (mode: Mode): Promise<readonly ParsedItem[]> => {
    const fakes = await fakesFor()
    fakes.setMode(ID, mode)
    const { items, problems } = await readerOf(fakes, ID)(GERMANY)
    expect(problems).toEqual([])
    for (const item of items) expectWellFormed(item)
    return items
  }

  test('items without their fields are rejected one by one', async () => {
    const { ok = 0, no_title = 0, no_url = 0, ...others } = reasonsIn(await readIn('missing-fields'))
    expect(others).toEqual({})
    expect(Math.min(ok, no_title, no_url)).toBeGreaterThan(5)
  })
  test('bytes that are not UTF-8 cost no posting', async () => {
    expect(reasonsIn(await readIn('bad-utf8'))).toEqual(reasonsIn(await readIn('ok')))
  })
  test('a description of megabytes costs nothing: it is cut off there', async () => {
    expect(Object.keys(reasonsIn(await readIn('big-html')))).toEqual(['ok'])
  })
  test('scripts make no address out of themselves', async () => {
    for (const { url } of postingsIn(await readIn('script-injection')))
      expect(new URL(url).hostname).toBe('www.adzuna.de')
  })
  test('no postings are no fault', async () => {
    expect(await readIn('empty')).toEqual([])
  })
})
