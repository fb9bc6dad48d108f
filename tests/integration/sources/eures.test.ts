import { describe, expect, test } from 'vitest'
import { findSourceNamed } from '#main/domains/jobs/sources/registry.ts'
import { DEFAULT_CONTENT } from '../../fakes/content.ts'
import { behavesAsJobService } from '../../support/job-services.ts'
import { fakesFor, readerOf, reasonsIn } from '../../support/read-source.ts'

const DAY_MS = 86_400_000
const NOW = DEFAULT_CONTENT.asOf + DAY_MS

describe('EURES', () => {
  test('is searched once for each kind of role, and each vacancy is read once', async () => {
    const fakes = await fakesFor()
    const { items, problems } = await readerOf(fakes, 'eures')()
    expect(reasonsIn(items)).toEqual({ ok: 72 })
    expect(problems).toEqual([])
    expect(fakes.requests().map(({ method, path }) => `${method} ${path}`)).toEqual(
      Array.from({ length: 5 }, () => 'POST /jv-search/search'),
    )
    const ids = items.flatMap((item) => (item.ok ? [item.posting.sourcePostingId] : []))
    expect(new Set(ids).size).toBe(72)
  })

  test('gives the country, the kind and the whole text of each', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, 'eures')()
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(new Set(postings.map(({ countryCode }) => countryCode))).toEqual(
      new Set(['DE', 'NL', 'IE', 'SE', 'PL', 'PT']),
    )
    expect(new Set(postings.map(({ employmentType }) => employmentType))).toEqual(
      new Set(['full_time', 'part_time', 'internship']),
    )
    for (const { descriptionHtml, locations } of postings) {
      expect(descriptionHtml).toContain('Reference')
      expect(locations).toHaveLength(1)
    }
  })

  test('is asked for the roles and countries of the plan only', async () => {
    const fakes = await fakesFor()
    const plan = { roles: ['Data Engineer', 'Data Analyst'], countries: ['SE', 'PL'] }
    const { items } = await readerOf(fakes, 'eures')({ plan })
    expect(fakes.requests()).toHaveLength(1)
    const postings = items.flatMap((item) => (item.ok ? [item.posting] : []))
    expect(postings.length).toBeGreaterThan(0)
    for (const { title, countryCode } of postings) {
      expect(title).toMatch(/Data (Engineer|Analyst)/)
      expect(['SE', 'PL']).toContain(countryCode)
    }
    expect(reasonsIn(items)['outside_countries']).toBeUndefined()
  })

  test('is not asked at all when it has none of the countries', async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, 'eures')({ plan: { countries: ['GB', 'US'] } })
    expect(items).toEqual([])
    expect(fakes.requests()).toEqual([])
  })

  test('is asked only for what is new since it was last read', async () => {
    const fakes = await fakesFor({ content: { count: 200 } })
    const read = readerOf(fakes, 'eures')
    const all = await read({ plan: { roles: ['Data Analyst'] } })
    const fresh = await read({ plan: { roles: ['Data Analyst'] }, since: NOW - DAY_MS })
    expect(fresh.items.length).toBeLessThan(all.items.length)
    expect(fresh.items.length).toBeGreaterThan(0)
  })

  test('goes through the pages of its searches, and never beyond six requests', async () => {
    const fakes = await fakesFor({ content: { count: 1500 } })
    const { items } = await readerOf(
      fakes,
      'eures',
    )({
      plan: { roles: ['Data Scientist', 'Backend Engineer'] },
    })
    expect(fakes.requests()).toHaveLength(6)
    expect(items).toHaveLength(300)
  })

  test('takes turns when there are more roles than requests', async () => {
    const fakes = await fakesFor()
    const roles = Array.from({ length: 9 }, (_, index) => `Beekeeper${index}`)
    for (const turn of [0, 1]) await readerOf(fakes, 'eures')({ plan: { roles }, turn })
    expect(fakes.requests()).toHaveLength(12)
  })

  test('takes its own way of refusing for what it is: later, not again', async () => {
    const fakes = await fakesFor()
    fakes.setMode('eures', 'server-error')
    const reading = readerOf(fakes, 'eures')()
    await expect(reading).rejects.toMatchObject({ code: 'rate_limited', status: 500, retryAt: NOW + 15 * 60_000 })
    expect(fakes.requests()).toHaveLength(1)
  })

  test('is found by its name', () => {
    expect(findSourceNamed('EURES')?.manifest.id).toBe('eures')
  })
})

behavesAsJobService({
  id: 'eures',
  name: 'EURES',
  codes: { 'server-error': 'rate_limited' },
  found: 72,
  missingFields: { ok: 22, no_title: 25, no_url: 25 },
  address: /^https:\/\/europa\.eu\/eures\/portal\/jv-se\/jv-details\/[\w-]+\?lang=en$/,
})
