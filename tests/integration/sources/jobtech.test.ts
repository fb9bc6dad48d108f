import { describe, expect, test } from 'vitest'
import { readPlaces } from '#main/domains/jobs/enrich/place/places.ts'
import { DEFAULT_CONTENT, openingsOf } from '../../fakes/content.ts'
import { behavesAsJobService } from '../../support/job-services.ts'
import { fakesFor, readerOf, reasonsIn } from '../../support/read-source.ts'

const DAY_MS = 86_400_000
const NOW = DEFAULT_CONTENT.asOf + DAY_MS

describe('JobTech', () => {
  test('is read in one request while there are fewer than a hundred ads', async () => {
    const fakes = await fakesFor()
    const { items, problems } = await readerOf(fakes, 'jobtech')()
    expect(reasonsIn(items)).toEqual({ ok: 72 })
    expect(problems).toEqual([])
    expect(fakes.requests().map(({ path }) => path)).toEqual([
      '/search?published-after=2026-10-25T08%3A00%3A00&sort=pubdate-desc&limit=100&offset=0',
    ])
  })

  test('gives text, place, kind, workplace, pay in words and the instant of publication', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, 'jobtech')()
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(new Set(postings.map(({ countryCode }) => countryCode))).toEqual(
      new Set(['DE', 'NL', 'IE', 'SE', 'PL', 'PT']),
    )
    expect(new Set(postings.map(({ workplace }) => workplace))).toEqual(new Set(['remote', null]))
    expect(new Set(postings.map(({ employmentType }) => employmentType))).toEqual(
      new Set(['full_time', 'part_time', 'internship']),
    )
    expect(postings.map(({ postedAt }) => postedAt)).toEqual(
      openingsOf({ firstNumber: 21_000 }).map(({ postedAt }) => postedAt),
    )
    for (const posting of postings) {
      expect(posting.descriptionHtml).toContain('Reference')
      expect(posting.salaryText).not.toBeNull()
      expect(readPlaces(posting)[0]?.countryCode).toBe(posting.countryCode)
    }
  })

  test('is asked once for all technical roles, and in Swedish for others', async () => {
    const fakes = await fakesFor()
    const plan = { roles: ['Data Engineer', 'Backend Engineer', 'Product Manager'], countries: ['SE', 'DE', 'IE'] }
    const { items } = await readerOf(fakes, 'jobtech')({ plan })
    expect(fakes.requests().map(({ path }) => new URL(path, 'http://x').searchParams.get('q'))).toEqual([
      null,
      'produktägare',
      'produktchef',
      'product manager',
    ])
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(postings.length).toBeGreaterThan(0)
    expect(new Set(postings.map(({ countryCode }) => countryCode))).toEqual(new Set(['SE', 'DE', 'IE']))
    expect(postings.some(({ title }) => title.includes('Product Manager'))).toBe(true)
    expect(reasonsIn(items)['outside_roles']).toBeGreaterThan(0)
    const ids = postings.map(({ sourcePostingId }) => sourcePostingId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('is not asked at all when nobody looks in Sweden', async () => {
    const fakes = await fakesFor()
    expect((await readerOf(fakes, 'jobtech')({ plan: { countries: ['NO'] } })).items).toEqual([])
    expect(fakes.requests()).toEqual([])
  })

  test('is asked for what is new since the last reading, with a day of overlap', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, 'jobtech')({ since: NOW - 1.5 * DAY_MS })
    expect(reasonsIn(items)['ok']).toBeGreaterThan(30)
    expect(reasonsIn(items)['ok']).toBeLessThan(50)
  })

  test('goes through its pages as far as the service lets it', async () => {
    const fakes = await fakesFor({ content: { count: 260 } })
    const { items, pages } = await readerOf(fakes, 'jobtech')()
    expect(reasonsIn(items)).toEqual({ ok: 260 })
    expect(pages).toHaveLength(3)
  })

  test('may be left when everything on a page is known: its newest ads come first', async () => {
    const fakes = await fakesFor({ content: { count: 260 } })
    const { pages } = await readerOf(fakes, 'jobtech')({ plan: { roles: ['Data Engineer', 'Product Manager'] } })
    expect(pages[0]?.nextCursor).toBe('1 occupation-field=apaJ_2ja_LuF')
    expect(pages[0]?.cursorWhenAllKnown).toBe('0 q=produktägare')
  })
})

behavesAsJobService({
  id: 'jobtech',
  name: 'JobTech',
  found: 72,
  missingFields: { ok: 24, no_title: 24, no_url: 24 },
  address:
    /^http:\/\/127\.0\.0\.1:\d+\/platsbanken\/annonser\/\d+|^https:\/\/arbetsformedlingen\.se\/platsbanken\/annonser\/\d+$/,
})
