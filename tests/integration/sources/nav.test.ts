import { describe, expect, test } from 'vitest'
import { readPlaces } from '#main/domains/jobs/enrich/place/places.ts'
import { DEFAULT_CONTENT } from '../../fakes/content.ts'
import { behavesAsJobService } from '../../support/job-services.ts'
import { fakesFor, problemCode, readerOf, reasonsIn } from '../../support/read-source.ts'

const DAY_MS = 86_400_000
const NOW = DEFAULT_CONTENT.asOf + DAY_MS
const isDetail = ({ path }: { readonly path: string }): boolean => path.startsWith('/api/v1/feedentry/')

describe('NAV', () => {
  test('is read along its feed to the end, each ad once', async () => {
    const fakes = await fakesFor()
    const { items, pages, problems } = await readerOf(fakes, 'nav')()
    expect(reasonsIn(items)).toEqual({ ok: 72, closed: 7 })
    expect(problems).toEqual([])
    expect(pages.every((page) => page.items.filter((item) => item.ok).length <= 25)).toBe(true)
    const asked = fakes.requests()
    expect(asked.filter((request) => !isDetail(request)).map(({ path }) => path)).toEqual([
      '/api/publicToken',
      '/api/v1/feed',
      '/api/v1/feed/page-1',
      '/api/v1/feed/page-2',
    ])
    expect(asked.filter(isDetail)).toHaveLength(72)
    expect(asked[1]?.headers['if-modified-since']).toBe('Tue, 10 Nov 2026 08:00:00 GMT')
  })

  test('gives text, place, kind and times', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, 'nav')()
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(new Set(postings.map(({ countryCode }) => countryCode))).toEqual(
      new Set(['DE', 'NL', 'IE', 'SE', 'PL', 'PT']),
    )
    expect(new Set(postings.map(({ employmentType }) => employmentType))).toEqual(
      new Set(['full_time', 'part_time', 'internship']),
    )
    for (const posting of postings) {
      expect(posting.descriptionHtml).toContain('Reference')
      expect(posting.postedAt).not.toBeNull()
      expect(readPlaces(posting)[0]?.countryCode).toBe(posting.countryCode)
      expect(JSON.stringify(posting)).not.toContain('kari@example.com')
    }
  })

  test('is read only where the titles of its feed fit the roles', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, 'nav')({ plan: { roles: ['Data Analyst'], countries: ['NO', 'DE'] } })
    const { ok = 0, outside_countries = 0, outside_roles = 0 } = reasonsIn(items)
    expect(ok).toBeGreaterThan(0)
    expect(outside_roles).toBeGreaterThan(ok)
    expect(fakes.requests().filter(isDetail).length).toBeLessThanOrEqual(ok + outside_countries)
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(new Set(postings.map(({ countryCode }) => countryCode))).toEqual(new Set(['DE']))
  })

  test('is not asked at all when nobody looks in Norway', async () => {
    const fakes = await fakesFor()
    expect((await readerOf(fakes, 'nav')({ plan: { countries: ['SE'] } })).items).toEqual([])
    expect(fakes.requests()).toEqual([])
  })

  test('is taken up a day before the last reading; known ads are read again only when they changed since', async () => {
    const fakes = await fakesFor()
    const read = readerOf(fakes, 'nav')
    const ids = (await read()).items.flatMap((item) => (item.ok ? [item.posting.sourcePostingId] : []))
    const before = fakes.requests().length
    const since = DEFAULT_CONTENT.asOf - 12 * 3_600_000
    const again = await read({ since, stored: new Set(ids) })
    const asked = fakes.requests().slice(before)
    expect(asked[1]?.headers['if-modified-since']).toBe(new Date(since - DAY_MS).toUTCString())
    expect(reasonsIn(again.items)['ok']).toBe(12)
    expect(asked.filter(isDetail)).toHaveLength(12)
    expect(again.stored.length).toBeGreaterThan(20)
  })

  test('has nothing more to say when nothing is newer', async () => {
    const fakes = await fakesFor()
    const { items, problems } = await readerOf(fakes, 'nav')({ since: NOW + 2 * DAY_MS, now: NOW + 3 * DAY_MS })
    expect([items, problems]).toEqual([[], []])
    expect(fakes.requests()).toHaveLength(2)
  })

  test('keeps to the requests that it was given', async () => {
    const fakes = await fakesFor()
    expect(await problemCode(() => readerOf(fakes, 'nav')({ plannedRequests: 20 }))).toBe('quota_used')
    expect(fakes.requests()).toHaveLength(20)
  })
})

behavesAsJobService({
  id: 'nav',
  name: 'NAV',
  found: 72,
  beside: { closed: 7 },
  missingFields: { ok: 24, no_title: 26, bad_shape: 26, closed: 5 },
  address:
    /^http:\/\/127\.0\.0\.1:\d+\/stillinger\/stilling\/|^https:\/\/arbeidsplassen\.nav\.no\/stillinger\/stilling\/[\w-]+$/,
})
